import { COLORS } from "../elements/palette.js";

/**
 * The widgets' style sheet as a drawing takes it along: only what it uses of it, every custom property
 * resolved. It reads our own sheet, whose rules are flat but for `@media`; a parser of all of CSS
 * (css-tree, 47 KB) would be as much again as the code that draws.
 */

export type Palette = ReadonlyMap<string, string>;

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** What a drawing outside of a page understands. */
const KEPT = /^(?:fill|stroke|font-(?:weight|style)|paint-order|text-anchor|opacity)/;

/** What a chart stands in is not part of its drawing. */
function bare(selector: string): string {
  return selector.trim().replace(/^(?:\.figure|\.plot)\s+(?:svg\s+)?/, "");
}

/** The rules outside of `@media` and the like. */
function rules(sheet: string): Rule[] {
  const found: Rule[] = [];
  let rest = sheet.replace(/\/\*[\s\S]*?\*\//g, "");
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < rest.length; end++) {
      if (rest[end] === "{") depth++;
      if (rest[end] === "}") depth--;
    }
    const prelude = rest.slice(0, open).trim();
    const body = rest.slice(open + 1, end - 1);
    rest = rest.slice(end);
    if (prelude.startsWith("@")) continue;
    const declarations = body.split(";").flatMap((declaration) => {
      const colon = declaration.indexOf(":");
      if (colon < 0) return [];
      const property = declaration.slice(0, colon).trim();
      return [[property, declaration.slice(colon + 1).trim()] as const];
    });
    found.push({ selectors: prelude.split(/,(?![^(]*\))/).map(bare), declarations });
  }
  return found;
}

/** The colours of a theme by their custom properties, a publisher's own before the theme's. */
export function palette(
  theme: "light" | "dark",
  own: Readonly<Record<string, string | undefined>>,
): Palette {
  return new Map(
    Object.entries(COLORS).map(([name, [light, dark]]) => {
      const chosen = own[name];
      const standard = theme === "dark" ? dark : light;
      return [`--${name}`, chosen === undefined ? standard : `#${chosen}`];
    }),
  );
}

/** The style sheet of a drawing. */
export function drawingStyles(sheet: string, drawing: string, colors: Palette): string {
  const classes = new Set(
    [...drawing.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/)),
  );
  const elements = new Set([...drawing.matchAll(/<(\w+)/g)].map(([, name = ""]) => name));
  const used = (selector: string) =>
    !/[[*>+~]|::|:host|:is|:where|:not\(\[/.test(selector) &&
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = ""]) => classes.has(name)) &&
    [...selector.matchAll(/(?:^|\s)([a-z]\w*)/g)].every(([, name = ""]) => elements.has(name));
  const resolved = (value: string) =>
    value.replace(/var\((--[\w-]+)\)/g, (whole, name) => colors.get(name) ?? whole);
  return rules(sheet)
    .flatMap(({ selectors, declarations }) => {
      const kept = declarations
        .filter(([property]) => KEPT.test(property))
        .map(([property, value]) => [property, resolved(value)] as const)
        // What a host page decides, or what has no value here.
        .filter(([, value]) => !/inherit|var\(/.test(value))
        .map(([property, value]) => `${property}:${value}`);
      const of = selectors.filter(used);
      return kept.length === 0 || of.length === 0 ? [] : [`${of.join(",")}{${kept.join(";")}}`];
    })
    .join("");
}
