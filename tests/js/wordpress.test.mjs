// The plugin's block in an editor that is made of the few functions it calls; a real WordPress is in
// tests/packaging.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { pack } from "../../integrations/wordpress/pack.mjs";
import { built } from "./source.mjs";

const { calculators } = await built("generated/metadata");

const editor = readFileSync(
  new URL("../../integrations/wordpress/chip-calculators/editor.js", import.meta.url),
  "utf8",
);

test("an author can choose the six calculators, and no tag that fetches what it is told to", () => {
  const folder = mkdtempSync(join(tmpdir(), "wordpress-"));
  try {
    pack(folder);
    const settings = JSON.parse(readFileSync(join(folder, "settings.json"), "utf8"));
    const tags = Object.values(calculators).map(({ element }) => element.replace("chip-", ""));
    assert.deepEqual(Object.keys(settings).sort(), tags.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the preview tells the sentence of the settings, and no hand can move it", () => {
  const place = { replaceChildren: (...children) => Object.assign(place, { children }) };
  const element = {
    createElement: (type, props, ...children) => ({ type, props, children: children.flat() }),
    useRef: () => ({ current: place }),
    useEffect: (effect) => effect(),
  };
  let block;
  const useBlockProps = () => ({});
  const wp = {
    blocks: { registerBlockType: (_, made) => (block = made) },
    element,
    blockEditor: { useBlockProps },
    components: {},
    i18n: { __: (text) => text },
  };
  const document = {
    createElement: (localName) =>
      Object.assign(new EventTarget(), { localName, setAttribute() {}, sentence: "Buy." }),
  };
  const calculator = "cluster-tco";
  const window = { wp, chipCalculatorsSettings: { [calculator]: [] } };
  runInNewContext(editor, { window, document });

  const set = [];
  const attributes = { calculator, settings: { gpus: "64" }, sentence: "" };
  const drawn = block.edit({ attributes, setAttributes: (changed) => set.push(changed) });
  const preview = drawn.children.find(({ type }) => type?.name === "Preview");
  preview.type(preview.props);
  const [widget] = place.children;
  assert.equal(widget.localName, "chip-cluster-tco");
  assert.equal(place.inert, true);
  widget.dispatchEvent(new Event("chip-result"));
  assert.equal(set.length, 1);
  assert.equal(set[0].sentence, "Buy.");
});
