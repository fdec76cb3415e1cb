// What a plain `wasm-pack build` writes is a package that works: for each target its JavaScript
// exports what its types declare, and every function answers. Nothing of the npm package's own
// build takes part.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { calls } from "./calls.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const loader = fileURLToPath(new URL("load.mjs", import.meta.url));

/** How the targets differ: what they export beside the functions, and what Node needs. */
const TARGETS = {
  nodejs: { start: [], flags: [] },
  bundler: { start: [], flags: ["--experimental-wasm-modules", "--no-warnings"] },
  web: { start: ["default", "initSync"], flags: [] },
};

const run = (program, args) =>
  execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });

describe("the package of a plain wasm-pack build", () => {
  let folder;
  const told = {};

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "wasm-pack-"));
    for (const [target, { flags }] of Object.entries(TARGETS)) {
      const out = join(folder, target);
      run("wasm-pack", ["build", "--target", target, "--out-dir", out]);
      told[target] = JSON.parse(run(process.execPath, [...flags, loader, target, out]));
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [target, { start }] of Object.entries(TARGETS)) {
    test(`exports for ${target} what its types declare`, () => {
      const { names } = told[target];
      const [types] = readdirSync(join(folder, target)).filter((name) => /^\w+\.d\.ts$/.test(name));
      // The compiler compares: a key more or less than the types declare is an error.
      const record = JSON.stringify(Object.fromEntries(names.map((name) => [name, true])));
      writeFileSync(
        join(folder, `${target}.ts`),
        `import type * as declared from "./${target}/${types.replace(".d.ts", ".js")}";
         export const exported: Record<keyof typeof declared, true> = ${record};\n`,
      );
      const options = ["--ignoreConfig", "--noEmit", "--strict", "--types", ""];
      const kind = ["--target", "es2022", "--module", "nodenext"];
      const checked = () => run("tsc", [...options, ...kind, join(folder, `${target}.ts`)]);
      assert.doesNotThrow(checked, (error) => assert.fail(error.stdout || error.message));
    });

    test(`has a function of each name for ${target}, and each answers`, () => {
      const { names, version, results } = told[target];
      assert.deepEqual(
        names.filter((name) => !start.includes(name)).sort(),
        Object.keys(calls).sort(),
      );
      assert.equal(results.version, version);
      const { claims } = JSON.parse(results.builtInArticle);
      assert.equal(results.checkClaims.claims.length, claims.length);
      for (const [name, result] of Object.entries(results)) {
        if (name === "version" || name === "builtInArticle") continue;
        assert.ok(result !== null && typeof result === "object", `${name}: ${result}`);
        assert.equal(result.threw, undefined, name);
        assert.ok(Object.keys(result).length > 0, name);
      }
      // 42,000 USD a GPU to own for its year against 8,760 hours at 7 USD.
      assert.equal(results.cloudBreakEven.breakEvenUtilization.toFixed(7), "0.6849315");
    });
  }

  test("answers the same for every target", () => {
    const { nodejs, ...others } = told;
    for (const [target, { results }] of Object.entries(others)) {
      assert.deepEqual(results, nodejs.results, target);
    }
  });
});
