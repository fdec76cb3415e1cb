/** What is said of an article's claims, and how its amounts are written, in each language. */
import { amounts as amountsEn } from "../locales/en/amounts.js";
import { article as articleEn } from "../locales/en/article.js";
import type { InEachLanguage } from "../locales/types.js";
import { amounts as amountsZh } from "../locales/zh/amounts.js";
import { article as articleZh } from "../locales/zh/article.js";

export const words: InEachLanguage<typeof articleEn> = { en: articleEn, zh: articleZh };

export const amounts: InEachLanguage<typeof amountsEn> = { en: amountsEn, zh: amountsZh };
