/** What stands under figures that are of a day. */
import type { Language } from "../i18n.js";

interface Words {
  readonly foot: (day: string, version: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    foot: (day, version) => `Figures as of ${day}, computed by chip-calculators ${version}.`,
  },
  zh: {
    foot: (day, version) => `数据截至 ${day}，由 chip-calculators ${version} 计算。`,
  },
};
