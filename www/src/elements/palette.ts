import { type CSSResult, unsafeCSS } from "lit";

/**
 * Colors are the host page's to override: each `--chip-…` goes before the theme. Every pair of text
 * and ground has at least the contrast of WCAG AA, every border of a control 3 to 1; the two sides differ
 * in lightness and along blue and orange, which the color blind tell apart.
 */
export const COLORS = {
  accent: ["#0b5f78", "#6cc5dd"],
  contrast: ["#b4480f", "#f2a06b"],
  text: ["#161616", "#eeece6"],
  muted: ["#5b5b57", "#a9a79f"],
  surface: ["#ffffff", "#17191b"],
  sunken: ["#f5f4f0", "#222527"],
  border: ["#dedcd6", "#3a3d40"],
  control: ["#85837b", "#84878a"],
  danger: ["#b3261e", "#ff9a8f"],
  tint: ["#cfe3e9", "#1f4653"],
  "contrast-tint": ["#f6dcc9", "#5a3520"],
  "hybrid-tint": ["#e6e2f0", "#3b3550"],
  warning: ["#8a5a00", "#e0b050"],
  assumption: ["#6a4c93", "#c3a6e8"],
} as const;

/** A declaration of each color, of its value for light or dark. */
function declare(value: (light: string, dark: string) => string): CSSResult {
  const lines = Object.entries(COLORS).map(
    ([name, [light, dark]]) => `--${name}: var(--chip-${name}, ${value(light, dark)});`,
  );
  return unsafeCSS(lines.join("\n"));
}

export const light = declare((light) => light);
export const dark = declare((_, dark) => dark);

/** Follows the color scheme in use, the page's own. */
export const either = declare((light, dark) => `light-dark(${light}, ${dark})`);
