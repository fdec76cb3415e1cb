import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const file = (name) => new URL(`../../${name}`, import.meta.url);

/** Files that a reader is told to make, here or on a site of their own. */
const THEIRS = ["src/calculators/energy_per_token.rs", "src/chips/"];

test("what the documents call a file of this repository is one", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync(file("docs"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  const folders = readdirSync(file(""), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["target", "pkg"].includes(entry.name))
    .map(({ name }) => name);
  const named = documents.flatMap((name) =>
    [...readFileSync(file(name), "utf8").matchAll(/`(([\w.-]+)\/[\w./-]*)`/g)]
      .filter(([, path, folder]) => folders.includes(folder) && !THEIRS.includes(path))
      .map(([, path]) => ({ name, path })),
  );
  // More than a few, else the pattern no longer finds them.
  assert.ok(named.length > 30);
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(file(path))),
    [],
  );
});

test("the README names the versions of what static code was held against", () => {
  const root = new URL("../../", import.meta.url);
  const readme = readFileSync(new URL("README.md", root), "utf8");
  const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const names = ["sanitize-html", "rehype-sanitize", "markdown-it", "rss-parser", "html-to-text"];
  const node = [
    ["DOMPurify", devDependencies.dompurify],
    ...names.map((name) => [name, devDependencies[name]]),
  ];
  const python = readFileSync(new URL("tests/packaging/python/requirements.txt", root), "utf8")
    .split("\n")
    .map((line) => line.split("=="))
    .filter(([name]) => ["nh3", "bleach", "feedparser"].includes(name));
  assert.equal(python.length, 3);
  for (const [name, version] of [...node, ...python]) {
    assert.ok(readme.includes(`| ${name} | ${version} |`), `${name} ${version}`);
  }
});
