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
