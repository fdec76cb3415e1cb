// The post that the editor has saved as post.json, drawn as Ghost draws it.
const { cpSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { DEFAULT_NODES } = require("@tryghost/kg-default-nodes");
const Renderer = require("@tryghost/kg-lexical-html-renderer");

async function build() {
  const html = await new Renderer({ nodes: DEFAULT_NODES }).render(
    readFileSync("post.json", "utf8"),
  );
  mkdirSync("site", { recursive: true });
  cpSync(dirname(require.resolve("chip-calculators/package.json")), "site/chips", {
    recursive: true,
  });
  writeFileSync(
    "site/index.html",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post</title>
<link rel="icon" href="data:,"></head><body>
${html}
</body></html>`,
  );
}

build();
