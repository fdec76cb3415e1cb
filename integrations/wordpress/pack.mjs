// Packs the plugin: its own files, the built package's, what can be set on each calculator, and what that is
// called in each language.
// node integrations/wordpress/pack.mjs [folder]; the folder is target/wordpress/chip-calculators unless given.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = (name) => join(root, "pkg", name);
const read = (name) => JSON.parse(readFileSync(pkg(name), "utf8"));

/** All that the loader may ask for. */
const FILES = ["embed.js", "embed.single.js", "embed", "core_bg.wasm", "LICENSES.md"];

const LANGUAGES = ["en", "zh"];

/** The most characters of a text that readers see. */
const MOST_TEXT = 200;

/** Each is the custom property `--chip-…` of the place around a widget. */
const COLORS = ["accent", "contrast", "text", "muted", "surface", "border"];

/** Scenarios of a calculator's output stand in the page as JSON, which WordPress takes from authors. */
const NOT_HERE = { "scenario-outlook": ["calculator", "output"] };

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A calculator's own figure: `property` is its name in a result. */
function figure(info, example) {
  const { name, kind, words, min, max, group, basic, default: standard } = info;
  const shared = { name: kebab(name), property: name, group, ...(basic ? { basic } : {}) };
  if (kind === "choice") return { ...shared, kind, words };
  return {
    ...shared,
    kind: "number",
    min,
    max,
    ...(kind === "integer" ? { whole: true } : {}),
    ...(kind === "fraction" ? { fraction: true } : {}),
    example: Number(example),
    ...(standard === null ? { optional: true } : {}),
  };
}

/** What the plugin knows of an attribute of the manifest. */
function setting({ name, type, example }, info, chips) {
  const own = info.parameters.find((parameter) => kebab(parameter.name) === name);
  if (own !== undefined) return figure(own, example);
  if (name === "preset") return { name, kind: "choice", words: info.presets };
  if (name === "fields") {
    return { name, kind: "list", words: info.parameters.map((parameter) => kebab(parameter.name)) };
  }
  if (info.lists.some((list) => list.ids && list.name === name)) {
    return { name, kind: "list", words: chips, basic: true };
  }
  if (name === "baseline") return { name, kind: "choice", words: chips, basic: true };
  const words = [...type.text.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  if (words.length > 0) return { name, kind: "choice", words };
  const forms = { currency: "currency", rate: "rate", "rate-date": "date" };
  return { name, kind: forms[name] ?? "text", ...(forms[name] ? {} : { most: MOST_TEXT }) };
}

/** What stands beside a field for its unit; of a share nothing, for 70 is not read as 70%. */
function unitOf({ unit }, { units, currencies }) {
  return (units[unit]?.field ?? "").replace("{}", currencies.USD);
}

/** What is said of presets, where it is of this calculator's figures: other ones have presets of the same name. */
function notesOf({ parameters, presets }, all) {
  const names = parameters.map(({ name }) => name);
  const mostly = ({ values }) => {
    const figures = Object.keys(values);
    return figures.filter((name) => names.includes(name)).length > figures.length / 2;
  };
  const own = presets.filter((id) => all[id] !== undefined && mostly(all[id]));
  return Object.fromEntries(own.map((id) => [id, all[id].note]));
}

/** The names of a calculator and of its settings, as its widget has them. */
function wordsOf(info, settings, shared, own, named) {
  const texts = settings.map(({ name, property = name, kind, words = [] }) => {
    const of = info.parameters.find((parameter) => parameter.name === property);
    const choices = {
      ...(named[name] ?? own.choices?.[property]),
      ...(name === "preset" && own.subjects),
    };
    const text = {
      label: own.parameters[property],
      help: own.hints[property],
      unit: of && unitOf(of, shared),
      choices:
        kind === "choice" && words.every((word) => choices[word] !== undefined)
          ? Object.fromEntries(words.map((word) => [word, choices[word]]))
          : undefined,
    };
    return [name, text];
  });
  return {
    name: own.name,
    about: own.about,
    settings: Object.fromEntries(texts),
    notes: notesOf(info, named.notes),
  };
}

const write = (file, data) => writeFileSync(file, `${JSON.stringify(data, null, 1)}\n`);

export async function pack(folder = join(root, "target/wordpress/chip-calculators")) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "integrations/wordpress/chip-calculators"), folder, { recursive: true });
  for (const name of FILES) cpSync(pkg(name), join(folder, "assets", name), { recursive: true });
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) {
    cpSync(join(root, name), join(folder, name));
  }
  const { presets, chips } = await import(pkg("data.js"));
  const elements = Object.values(await import(pkg("elements.js")));
  // The six calculators: tags within sentences and of articles fetch files that an author names.
  const calculators = read("custom-elements.json")
    .modules.flatMap(({ declarations = [] }) => declarations)
    .filter(({ presets }) => presets !== undefined)
    .map(({ tagName, attributes }) => {
      const name = tagName.replace(/^chip-/, "");
      const { info } = elements.find((element) => element.info?.element === tagName);
      const elsewhere = NOT_HERE[name] ?? [];
      const ids = chips.map(({ id }) => id);
      const settings = attributes
        .filter((attribute) => !elsewhere.includes(attribute.name))
        .map((attribute) => setting(attribute, info, ids))
        .filter(({ words }) => words === undefined || words.length > 0);
      const colors = COLORS.map((color) => ({ name: `${color}-color`, kind: "color" }));
      return { name, info, settings: [...settings, ...colors], elsewhere };
    });
  write(
    join(folder, "settings.json"),
    Object.fromEntries(
      calculators.map(({ name, settings, elsewhere }) => [name, { settings, elsewhere }]),
    ),
  );
  mkdirSync(join(folder, "words"));
  for (const language of LANGUAGES) {
    const { shared, calculators: own } = read(`words/${language}.json`)[language];
    const byId = (list, text) => Object.fromEntries(list.map((entry) => [entry.id, text(entry)]));
    const named = {
      preset: byId(presets, ({ title }) => title[language]),
      baseline: byId(chips, ({ name }) => name),
      notes: byId(presets, ({ note, values }) => ({ note: note[language], values })),
    };
    const texts = calculators.map(({ name, info, settings }) => [
      name,
      wordsOf(info, settings, shared, own[info.name], named),
    ]);
    write(join(folder, "words", `${language}.json`), {
      calculators: Object.fromEntries(texts),
      groups: shared.groups,
      chips: named.baseline,
    });
  }
  const { version } = read("package.json");
  const main = join(folder, "chip-calculators.php");
  const php = readFileSync(main, "utf8");
  writeFileSync(main, php.replaceAll("0.1.0", version));
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await pack(process.argv[2]));
