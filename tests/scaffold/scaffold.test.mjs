// A calculator made with `cargo xtask new calculator` in a copy of the project: five files by hand, and it
// computes, speaks both languages and is drawn.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const byHand = fileURLToPath(new URL("token-revenue", import.meta.url));
const copy = join(project, "target/scaffold/copy");

// What the project has built of the same dependencies is built.
const env = { ...process.env, CARGO_TARGET_DIR: join(project, "target") };

const run = (command, ...given) =>
  execFileSync(command, given, {
    cwd: copy,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** The project's own files, as in a new clone. */
function cloned() {
  rmSync(copy, { recursive: true, force: true });
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", listed, { cwd: project, encoding: "utf8" }).split("\0");
  for (const file of files.filter((name) => name !== "" && existsSync(join(project, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(project, file), join(copy, file));
  }
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
}

test("a new calculator is five files by hand", { timeout: 540_000 }, async () => {
  cloned();
  run("cargo", "xtask", "new", "calculator", "token-revenue");
  const written = readdirSync(byHand, { recursive: true, withFileTypes: true });
  assert.equal(written.filter((entry) => entry.isFile()).length, 5);
  cpSync(byHand, copy, { recursive: true });
  run("cargo", "xtask", "codegen");
  run("cargo", "test", "--quiet", "--doc", "token_revenue");
  const features = "analysis,calculators,catalogue,wasm";
  const tools = join(project, "target/tools/bin");
  env.PATH = `${tools}:${env.PATH}`;
  const options = [
    "--dev",
    "--target",
    "web",
    "--out-name",
    "core",
    "--no-opt",
    "--out-dir",
    "pkg",
  ];
  run("wasm-pack", "build", ...options, "--", "--no-default-features", "--features", features);
  // The other modules are no part of it.
  for (const module of ["article", "csv", "draft"]) {
    for (const end of [".js", ".d.ts", "_bg.wasm"]) {
      cpSync(join(project, "pkg", module + end), join(copy, "pkg", module + end));
    }
  }
  run("npx", "tsc", "--noEmit");
  const { drawing } = await import(pathToFileURL(join(copy, "tests/js/source.mjs")));
  const { render } = await drawing("ssr/render");
  const drawn = render("token-revenue", { tokensPerSecond: 60_000 });
  const answer = (html) => /^<[^>]*>\n<p>([^<]*)<\/p>\n/.exec(html)?.[1];
  assert.ok(drawn.startsWith('<chip-token-revenue tokens-per-second="60000" lang="en">'));
  // 60,000 × 86,400 × 0.5 tokens at 0.60 dollars a million.
  assert.equal(answer(drawn), "$1,560 a day.");
  assert.equal(answer(render("tokenRevenue", { lang: "zh" })), "一天 778 美元。");
});
