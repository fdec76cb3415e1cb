// What the plugin is packed with; a real WordPress is in tests/packaging.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pack } from "../../integrations/wordpress/pack.mjs";
import { built } from "./source.mjs";

const { calculators } = await built("generated/metadata");

let folder;
const text = (name) => readFileSync(join(folder, name), "utf8");
const json = (name) => JSON.parse(text(name));

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "wordpress-"));
  await pack(folder);
});

after(() => rmSync(folder, { recursive: true }));

test("an author can choose the six calculators, and no tag that fetches what it is told to", () => {
  const tags = Object.values(calculators).map(({ element }) => element.replace("chip-", ""));
  assert.deepEqual(Object.keys(json("settings.json")).sort(), tags.sort());
});

test("a calculator's settings are what it can be set to without lists of the page's", () => {
  const names = (name) => json("settings.json")[name].settings.map((setting) => setting.name);
  for (const { element, presets } of Object.values(calculators)) {
    const own = names(element.replace("chip-", ""));
    assert.equal(new Set(own).size, own.length);
    assert.equal(own.includes("preset"), presets.length > 0, element);
  }
  assert.ok(!names("scenario-outlook").includes("calculator"));
});

test("figures and choices have the widget's names in both languages", () => {
  const settings = json("settings.json");
  for (const language of ["en", "zh"]) {
    const words = json(`words/${language}.json`);
    for (const [name, { settings: own }] of Object.entries(settings)) {
      for (const setting of own.filter(({ property }) => property)) {
        const named = words.calculators[name].settings[setting.name];
        assert.ok(named.label, `${language} ${name} ${setting.name}`);
        for (const word of setting.words ?? []) assert.ok(named.choices[word], word);
      }
      const preset = words.calculators[name].settings.preset;
      const presets = own.find((setting) => setting.name === "preset")?.words ?? [];
      for (const id of presets) assert.ok(preset.choices[id], id);
    }
  }
});

test("all that the plugin says has its Chinese, and nothing else has", () => {
  const { title, description, keywords } = json("block.json");
  const said = [
    ...[...text("editor.js").matchAll(/\bsay\(\s*"([^"]+)",?\s*\)/g)],
    ...[...text("chip-calculators.php").matchAll(/__\( '([^']+)'/g)],
  ].map(([, found]) => found);
  const all = new Set([...said, title, description, ...keywords.filter((word) => word !== "GPU")]);
  assert.deepEqual(Object.keys(json("languages/zh.json")).sort(), [...all].sort());
});
