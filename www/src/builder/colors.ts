/** The fields of the colors, and the contrast of those that are chosen. */
import { html, nothing, type TemplateResult } from "lit";
import { COLORS as PALETTE } from "../elements/palette.js";
import { contrast, LEAST } from "../publishing/contrast.js";
import { COLORS, type Color } from "../publishing/options.js";
import type { Builder } from "./page.js";

const THEMES = ["light", "dark"] as const;

type Theme = (typeof THEMES)[number];

/** What a color is that is not chosen. */
const standard = (name: Color, theme: Theme) =>
  PALETTE[name][THEMES.indexOf(theme)]?.slice(1) ?? "";

/** A ratio that is not enough must not be rounded to one that is. */
const down = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

export function colorFields(builder: Builder): TemplateResult {
  return html`<fieldset>
    <legend>${builder.words.colors}</legend>
    ${COLORS.map((name) => colorField(builder, name))}
  </fieldset>`;
}

function colorField(builder: Builder, name: Color): TemplateResult {
  const { state, words } = builder;
  const { attributes, colors } = state.widget;
  const chosen = colors[name];
  const value = chosen ?? standard(name, attributes.theme === "dark" ? "dark" : "light");
  const label = words.colorNames[name] ?? name;
  const set = (value: string | undefined) => {
    state.setColor(name, value);
    builder.changed();
  };
  // Lines may be as faint as one likes: nothing is told by them alone.
  const told = name !== "surface" && name !== "border" && (chosen ?? colors.surface) !== undefined;
  return html`<p class="field color">
    <input
      type="checkbox"
      aria-label=${words.use(label)}
      .checked=${chosen !== undefined}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? value : undefined)}
    />
    <label for="${name}-color">${label}</label>
    <input
      id="${name}-color"
      type="color"
      .value=${`#${value}`}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />
    ${told ? ratioOf(builder, name) : nothing}
  </p>`;
}

/** Its contrast with the background. */
function ratioOf({ state, words }: Builder, name: Color): TemplateResult {
  const { attributes, colors } = state.widget;
  const least = name === "text" || name === "muted" ? LEAST.text : LEAST.graphics;
  // A frame without a theme is as the reader's system, which no page sees: the worse of both counts.
  const { theme: only = state.way === "frame" ? undefined : "light" } = attributes;
  const [theme, ratio] = THEMES.filter((theme) => (only ?? theme) === theme)
    .map((theme) => {
      const surface = colors.surface ?? standard("surface", theme);
      return [theme, contrast(colors[name] ?? standard(name, theme), surface)] as const;
    })
    .reduce((worst, other) => (other[1] < worst[1] ? other : worst));
  const isDark = only === undefined && theme === "dark";
  return html`<span class=${ratio < least ? "hint bad" : "hint"} data-contrast=${name}>
    ${words.ratio(down(ratio), String(least), ratio >= least)}
    ${ratio < least && isDark ? words.inTheDark : nothing}
  </span>`;
}
