/** Results of `investmentReturn`, by name. */
import type { Language } from "../../i18n.js";
import type { Words } from "../words.js";

export const outputs: Readonly<Record<Language, Words>> = {
  en: {
    npv: "Net present value",
    irr: "Internal rate of return",
    simpleAnnualReturn: "Benefit a year, of the investment",
    profitabilityIndex: "Profitability index",
  },
  zh: {
    npv: "净现值",
    irr: "内部收益率",
    simpleAnnualReturn: "年净收益占投资比例",
    profitabilityIndex: "盈利指数",
  },
};
