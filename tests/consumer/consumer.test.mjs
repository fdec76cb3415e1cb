// A crate for WebAssembly that depends on chip-calculators without wasm-bindgen: its module asks its
// host for nothing, exports what it exports itself, and says what it says natively.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const target = join(process.env.CARGO_TARGET_DIR ?? join(folder, "../../target"), "consumer");
const WASM = "wasm32-unknown-unknown";

const cargo = (...args) =>
  execFileSync("cargo", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CARGO_TARGET_DIR: target },
  });

let module;
let native;

before(() => {
  // The versions that everything else is tested with; cargo drops what is not needed here.
  copyFileSync(join(folder, "../../Cargo.lock"), join(folder, "Cargo.lock"));
  cargo("build", "--quiet", "--target", WASM, "--lib");
  module = new WebAssembly.Module(readFileSync(join(target, WASM, "debug/consumer.wasm")));
  native = JSON.parse(cargo("run", "--quiet"));
});

test("the module asks its host for nothing, and exports nothing that was not asked for", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === "function");
  assert.deepEqual(functions.map(({ name }) => name).sort(), [
    "break_even_utilization",
    "text_bytes",
  ]);
});

test("texts and results are those that a native program gets", () => {
  const { exports } = new WebAssembly.Instance(module, {});
  const [bytes, utilization] = native;
  assert.ok(bytes > 2000, `${bytes} bytes of texts`);
  assert.equal(exports.text_bytes(), bytes);
  assert.equal(exports.break_even_utilization(64), utilization);
});
