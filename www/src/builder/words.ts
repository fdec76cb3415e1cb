/** What the builder says, in each language. */
import { builder as en } from "../locales/en/builder.js";
import type { InEachLanguage } from "../locales/types.js";
import { builder as zh } from "../locales/zh/builder.js";

export type BuilderWords = typeof en;

export const words: InEachLanguage<BuilderWords> = { en, zh };
