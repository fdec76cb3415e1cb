// What `cargo xtask serve` serves: the demo pages, and the builder that they link to.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

for (const mode of ["preview", "dev"]) {
  test(`the ${mode} server has the builder and the frame, and says where`, async () => {
    const server = spawn(process.execPath, ["xtask/serve.mjs", "www/vite.config.ts", "0", mode], {
      cwd: fileURLToPath(root),
    });
    try {
      let told = "";
      server.stdout.setEncoding("utf8").on("data", (text) => {
        told += text;
      });
      while (told.split("\n").length < 3) await once(server.stdout, "data");
      const [home, builder] = told.split("\n");
      assert.equal(builder, `${home}pkg/builder.html`);

      for (const [page, lang] of [
        ["index.html", "en"],
        ["zh.html", "zh"],
      ]) {
        const html = await (await fetch(home + page)).text();
        assert.ok(html.includes(`href="pkg/builder.html?lang=${lang}"`), page);
      }
      for (const [file, type, start] of [
        ["builder.html", "text/html", "<title>Build an embed</title>"],
        ["builder.js", "text/javascript", "builder-worker.js"],
        ["frame.html", "text/html", "<title>Calculator</title>"],
        ["frame-page.js", "text/javascript", "Content-Security-Policy"],
        ["embed/cloud-break-even.js", "text/javascript", "import"],
        ["core_bg.wasm", "application/wasm", "\0asm"],
      ]) {
        const response = await fetch(`${home}pkg/${file}`);
        assert.match(response.headers.get("content-type"), new RegExp(`^${type}`), file);
        assert.ok((await response.text()).includes(start), file);
      }
    } finally {
      server.kill();
    }
  });
}
