/** The built package, imported by a server: no DOM, no fetching, no configuration. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const file = (name) => new URL(`../../pkg/${name}`, import.meta.url);

test("the package is built", () => {
  assert.ok(existsSync(file("index.js")), "pkg/index.js is missing: run cargo xtask build");
});

test("the functions calculate, and start by themselves", async () => {
  const { clusterTco, cloudBreakEven, pricePerformance } = await import(file("index.js"));
  const tco = clusterTco({});
  assert.equal(tco.capital, 42e6);
  assert.ok(tco.schedule.year instanceof Float64Array);
  assert.equal(tco.input.gpus, 1000);

  const answer = cloudBreakEven({ years: 1, discountRate: 0, operationsFraction: 0 });
  assert.ok(Math.abs(answer.breakEvenUtilization - 0.6849315) < 1e-7);

  const { rows, mixed } = pricePerformance({ preset: "article" });
  assert.equal(mixed, true);
  assert.ok(Math.abs(rows.find(({ id }) => id === "h100-sxm").index - 1.8) < 1e-12);
});

test("a bad input is an Error that names every bad field", async () => {
  const { clusterTco } = await import(file("index.js"));
  assert.throws(
    () => clusterTco({ gpus: -1, pue: Number.NaN }),
    (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.name, "CalculatorError");
      assert.deepEqual(
        error.fields.map(({ path, code }) => [path, code]),
        [
          ["gpus", "belowMinimum"],
          ["pue", "notANumber"],
        ],
      );
      return true;
    },
  );
});

test("importing the elements needs no DOM", async () => {
  const elements = await import(file("elements.js"));
  assert.equal(typeof elements.ChipClusterTco, "function");
  assert.doesNotThrow(() => elements.define());
  await import(file("auto.js"));
});

test("nothing in the bundles asks a host for anything", () => {
  for (const name of ["index.js", "elements.js", "auto.js", "embed.js"]) {
    const code = readFileSync(file(name), "utf8");
    assert.doesNotMatch(code, /\bfetch\(|XMLHttpRequest|import\(|new URL\(|sendBeacon/, name);
  }
});

test("a bare script is ASCII: it is read in the encoding of the page", () => {
  assert.match(readFileSync(file("embed.js"), "latin1"), /^[\t\n\x20-\x7e]*$/);
});

test("every path of the manifest exists", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../www/package.json", import.meta.url)));
  const paths = JSON.stringify([manifest.exports, manifest.main, manifest.types, manifest.unpkg]);
  for (const [, path] of paths.matchAll(/[:[]"\.\/([^"]+\.(?:js|ts|css|wasm|json))"/g)) {
    if (path === "package.json") continue;
    assert.ok(existsSync(file(path)), path);
  }
});
