/** What the command says of an article and of its file, in each language. Of anything else it speaks English. */
import { command as en, faults as faultsEn } from "../locales/en/command.js";
import type { InEachLanguage } from "../locales/types.js";
import { faults as faultsZh, command as zh } from "../locales/zh/command.js";

export const words: InEachLanguage<typeof en> = { en, zh };

export const faults: InEachLanguage<typeof faultsEn> = { en: faultsEn, zh: faultsZh };
