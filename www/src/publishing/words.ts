/** What stands over and under figures that are of a day, in each language. */
import { publishing as en } from "../locales/en/publishing.js";
import type { InEachLanguage } from "../locales/types.js";
import { publishing as zh } from "../locales/zh/publishing.js";

export const words: InEachLanguage<typeof en> = { en, zh };
