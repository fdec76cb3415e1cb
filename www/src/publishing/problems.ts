/** What is wrong with a setting, in words. */
import type { Language } from "../i18n.js";
import type { StateProblem } from "./state.js";

/** How much of a value is quoted. */
const MOST = 60;

type Say = (bound: string | undefined) => string;

const WORDS: Readonly<Record<Language, Readonly<Record<StateProblem["code"], Say>>>> = {
  en: {
    unknown: (near) => `no setting has this name${near ? `; did you mean ${near}?` : ""}`,
    twice: () => "is given more than once; the first counts",
    notANumber: () => "is not a number",
    notAnInteger: () => "must be a whole number",
    missing: () => "is missing",
    belowMinimum: (bound) => `must be at least ${bound}`,
    aboveMaximum: (bound) => `must be at most ${bound}`,
    unknownChoice: (near) => `is not one of the choices${near ? `; did you mean ${near}?` : ""}`,
    notAColor: () => "is not a color of three or six hexadecimal digits, such as 0a6b68",
    notAnAddress: () => "is not an address that starts with https:// and names a folder",
    notAnObject: () => 'is no JSON object, such as {"chips": ["h100-sxm"]}',
    tooLong: (bound) => `is longer than ${bound} characters`,
  },
  zh: {
    unknown: (near) => `没有这个设置项${near ? `；是否想写 ${near}？` : ""}`,
    twice: () => "重复出现，以第一个为准",
    notANumber: () => "不是数字",
    notAnInteger: () => "须为整数",
    missing: () => "未填写",
    belowMinimum: (bound) => `不得小于 ${bound}`,
    aboveMaximum: (bound) => `不得大于 ${bound}`,
    unknownChoice: (near) => `不在可选范围内${near ? `；是否想写 ${near}？` : ""}`,
    notAColor: () => "不是三位或六位十六进制颜色值（如 0a6b68）",
    notAnAddress: () => "不是以 https:// 开头的目录地址",
    notAnObject: () => '不是 JSON 对象（如 {"chips": ["h100-sxm"]}）',
    tooLong: (bound) => `超过 ${bound} 个字符`,
  },
};

/** `gpus=0: must be at least 1`. */
export function problemText(
  { name, value, code, bound }: StateProblem,
  language: Language,
): string {
  const cut = value.length > MOST ? `${value.slice(0, MOST)}…` : value;
  const given = cut === "" ? name : `${name}=${cut}`;
  return `${given}${language === "zh" ? "：" : ": "}${WORDS[language][code](bound)}`;
}
