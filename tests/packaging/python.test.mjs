// What Python's sanitizers leave of the static snippet: the answer and its figures, each once.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";

const files = fileURLToPath(new URL("python/", import.meta.url));
const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));
const skip =
  spawnSync("python3", ["-c", "import venv, ensurepip"]).status !== 0 &&
  "python3 with venv is not installed";

const text = (html) => new JSDOM(html).window.document.body.textContent.replace(/\s+/g, " ").trim();

describe("python", { skip }, () => {
  let folder;
  let python;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "python-"));
    execFileSync("python3", ["-m", "venv", folder]);
    python = join(folder, "bin/python");
    execFileSync(python, [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
      ...["--requirement", join(files, "requirements.txt")],
    ]);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const calculator of ["cloud-break-even", "cluster-tco"]) {
    test(`the static snippet of ${calculator}`, () => {
      const html = execFileSync(process.execPath, [
        ...[cli, "snippet", calculator, "--way", "static", "--date", "2026-11-26"],
      ]).toString();
      const whole = text(html);
      const left = execFileSync(python, [join(files, "clean.py")], { input: html });
      for (const [cleaner, cleaned] of Object.entries(JSON.parse(left))) {
        assert.equal(text(cleaned), whole, cleaner);
        assert.doesNotMatch(cleaned, /base64|<svg|<style/, cleaner);
      }
    });
  }
});
