import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { table } from "../../benches/table.mjs";

test("the table of speeds marks what misses its aim, and says what the mark is", () => {
  const good = ["a call", "23 µs", "at most 40 µs", "…", false];
  const bad = ["a step", "p95 53 ms", "p95 at most 50 ms", "…", true];
  const head = "| work | measured | aim |\n| --- | --- | --- |\n";
  const line = "| a call | 23 µs | at most 40 µs |\n";
  assert.equal(table([good]), head + line);
  assert.equal(
    table([good, bad]),
    `${head}${line}| a step | p95 53 ms † | p95 at most 50 ms |\n\n† misses its aim in this run.\n`,
  );
});

test("no step in the README's table is above its aim without the mark", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const steps = [...readme.matchAll(/\| p95 (\d+) ms( †)? \| p95 at most (\d+) ms/g)];
  assert.ok(steps.length > 5);
  for (const [text, found, mark, aim] of steps) {
    if (Number(found) > Number(aim)) assert.equal(mark, " †", text);
  }
});
