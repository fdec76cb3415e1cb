/** The words that settings of a widget take, wherever they are given: in tags, addresses, flags. */
export const SETTING_WORDS = {
  "heading-level": ["2", "3", "4", "5", "6"],
  layout: ["compact", "full"],
  theme: ["light", "dark"],
} as const;
