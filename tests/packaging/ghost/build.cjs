// A post as Ghost keeps it, with the element's code in an HTML card, drawn as Ghost draws it.
const { cpSync, mkdirSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { DEFAULT_NODES } = require("@tryghost/kg-default-nodes");
const Renderer = require("@tryghost/kg-lexical-html-renderer");

const code = `<script src="/chips/embed.js" defer></script>
<chip-cloud-break-even gpus="64" lang="en">
Owning 64 GPUs is cheaper above 87.1% use.
</chip-cloud-break-even>`;

const text = { type: "text", version: 1, detail: 0, format: 0, mode: "normal", style: "" };
const block = { version: 1, direction: "ltr", format: "", indent: 0 };
const paragraph = (words) => ({
  ...{ ...block, type: "paragraph" },
  children: [{ ...text, text: words }],
});
const post = {
  root: {
    ...{ ...block, type: "root" },
    children: [
      paragraph("Before the widget."),
      { type: "html", version: 1, html: code },
      paragraph("After the widget."),
    ],
  },
};

async function build() {
  const html = await new Renderer({ nodes: DEFAULT_NODES }).render(JSON.stringify(post));
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
