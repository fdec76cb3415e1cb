// Packs the plugin: its own files, the built package's, and what can be set on each calculator.
// node integrations/wordpress/pack.mjs [folder]; the folder is target/wordpress/chip-calculators unless given.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = (name) => join(root, "pkg", name);

/** All that the loader may ask for. */
const FILES = ["embed.js", "embed.single.js", "embed", "core_bg.wasm", "LICENSES.md"];

/** What the plugin knows of a setting: from the manifest of the elements. */
function setting({ name, type, description, default: standard, ...info }) {
  const words = [...type.text.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  return {
    name,
    label: description.replace(/\.$/, ""),
    ...(words.length > 0 ? { words } : {}),
    ...(type.text === "number"
      ? { min: info.min, max: info.max, whole: info.whole, unit: info.unit }
      : {}),
    ...(type.text === "number" && standard === undefined ? { optional: true } : {}),
    ...(info.basic ? { basic: true } : {}),
  };
}

export function pack(folder = join(root, "target/wordpress/chip-calculators")) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "integrations/wordpress/chip-calculators"), folder, { recursive: true });
  for (const name of FILES) cpSync(pkg(name), join(folder, "assets", name), { recursive: true });
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) {
    cpSync(join(root, name), join(folder, name));
  }
  const { modules } = JSON.parse(readFileSync(pkg("custom-elements.json"), "utf8"));
  // The six calculators: tags within sentences and of articles fetch files that an author names.
  const settings = Object.fromEntries(
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ presets }) => presets !== undefined)
      .map(({ tagName, attributes }) => [tagName.replace(/^chip-/, ""), attributes.map(setting)]),
  );
  writeFileSync(join(folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
  const { version } = JSON.parse(readFileSync(pkg("package.json"), "utf8"));
  const main = join(folder, "chip-calculators.php");
  const php = readFileSync(main, "utf8");
  writeFileSync(main, php.replaceAll("0.1.0", version));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pack(process.argv[2]));
