/** 简体中文：命令行对报道说些什么，报道的文件有什么问题。 */
import type { command as commandEn, faults as faultsEn } from "../en/command.js";
import { spacedWords } from "../spaced.js";

/** 文件名照原样；以拉丁字母结尾的，与后面的汉字隔开。 */
const named = (file: string) => `${file}${/[\w.]$/.test(file) ? " " : ""}`;

const place = (file: string, line: number, column: number) =>
  `${named(file)}第 ${line} 行第 ${column} 列不是 JSON：`;

export const command: typeof commandEn = {
  at: (place, advice) => `${place}：${advice}`,
  letters: ["永", "国"],

  report: spacedWords<(typeof commandEn)["report"]>({
    formula: (text) => `算式：${text}。`,
    terms: (list) => `其中${list}。`,
    given: (list) => `计算器代入${list}。`,
    taken: (list) => `其余按计算器自己的假设：${list}。`,
    hold: (list) => `要成立，只改其中一项即可：${list}。`,
    holdOf: (label, list) => `${label}：要成立，只改其中一项即可：${list}。`,
    remedy: (name, value, change) => `${name} = ${value}（${change}）`,
    unsourced: (name) => `${name}没有注明来源，也无从复算。`,
    unchecked: (name, source) => `${name}来自${source}，此处无从复算。`,
    unused: (name) => `没有哪项核对用到${name}。`,
    separator: "；",
  }),

  notJson: {
    standardInput: "标准输入",
    empty: (file) => `${named(file)}是空的`,
    open: (file, line) =>
      `${named(file)}不是完整的 JSON：到末尾（第 ${line} 行）还有括号或引号没有闭合`,
    comma: (file, line, column, here) => `${place(file, line, column)}${here}之前缺逗号`,
    misplaced: (file, line, column, here) => `${place(file, line, column)}${here}不该出现在这里`,
    quotes: (misplaced) => `${misplaced}；引号须为 "`,
  },
};

export const faults: typeof faultsEn = spacedWords<typeof faultsEn>({
  date: "日期请写成 2026-05-14",
  id: "请用小写字母、数字和连字符，例如 payback-2",
  number: "请写数字，例如 37,000",
  decimal: (number) => `请写成 ${number}`,
  bare: "请写不带引号的数字，例如 0.5",
  name: "名称以英文字母开头，只含英文字母、数字和 _；中文名称请写在 label 里",
  functionName: (name) => `${name} 是函数名，请换一个，例如 ${name}Total`,
  text: "请写文字，放在引号内",
  said: '请写文字，放在引号内；或分语言写：{"en": "…", "zh": "…"}',
  oneLanguage: "请写英文（en）、中文（zh），或两者都写",
  languages: "文字只分英文（en）和中文（zh）",
  list: "请写列表，放在方括号内",
  record: "请写对象，放在花括号内",
  figure: '请写对象，例如 {"value": "7.4", "unit": "month"}',
  claim: '每条说法是一个对象，例如 {"id": "payback", "says": "…"}',
  file: '文件是一个对象：{"id": …, "date": …, "source": …, "claims": […]}',
  twoNumbers: "请写两个数，小的在前，例如 [1000, 50000]",
  upsideDown: (from) => `上限不能低于下限 ${from}`,
  most: (most) => `最多 ${most} 项，请把文件拆开`,
  itself: (name) => `${name} 就是这个数字本身，怎么算都相符；请写它由什么得来`,
  eitherWay: "一项核对只能用算式或计算器之一",
  oneOfThree: "value、figure、catalogue 只能写一个",
  taken: "这个 id 已被使用，请换一个",
  twice: "这个名称已被使用，请换一个",
  noVerdict: "结论由核对得出，文件里不写",
  noPlace: "这个字段不该出现在这里",
  noField: "没有这个字段",
  noCalculator: "没有这个计算器",
  thereAre: (names) => `；有 ${names.join("、")}`,
  oneOf: (words) => `请从 ${words.join("、")} 中选一个`,
  noInput: (calculator) => `${calculator} 没有这一项`,
  currency: (unit) =>
    `计算器以美元计${unit === "USD" ? "" : `，这里的单位是 ${unit}`}；请乘以注明的汇率，例如 {"value": "0.14", "unit": "USD/CNY"}`,
  measures: (unit) => `这里的单位是 ${unit}，与算式的量纲不符，请核对单位`,
  plainNeeded: "未知数须为不带单位的数，由算式才能得出这个数字",
  unitNeeded: (unit) => `未知数的单位须为 ${unit}，由算式才能得出这个数字`,
  plain: "请写数字",
  whole: "请写整数",
  between: (low, high) => `，从 ${low} 到 ${high}`,
  atLeast: (low) => `，不小于 ${low}`,
  unquoted: '，不带引号、逗号和单位；或写数字的名称，例如 "=price"',
  fraction: (value) => `：${value}% 写作 ${value / 100}`,
  meant: (name) => `；是不是 ${name}？`,
  noFigure: "没有这个名称的数字",
  states: (names) => `；这条说法有 ${names.join("、")}`,
  noResult: "计算器没有这项结果",
  noNumber: "这项结果是文字，请写结果为数字的一项",
  noneOfUnits: "不带单位的数",
  exponent: "指数不带单位，请把其中数字的单位去掉",
  plainOnly: (name, unit) => `${name} 只接受不带单位的数，括号里的单位却是 ${unit}`,
  mixed: (one, other) => `${one} 与 ${other} 不能相加减或比较，请先换算`,
  noName: "没有这个名称的数字",
  noPrice: (nearest, newest) =>
    nearest === newest
      ? `这一天之前的一年没有价格，最近的是 ${nearest}`
      : `这一天之前的一年没有价格，最近的是 ${nearest}，最新的是 ${newest}`,
  noRecord: "目录里没有这一项；可用的见 docs/editors.md，例如 chips/h200-sxm/price",
  noStep: (part, isAlone) =>
    `目录里没有“${part}”${isAlone ? "；可用的见 docs/editors.md，例如 chips/h200-sxm/price" : ""}`,
  noUnit: (word, isAlone) =>
    `无法识别单位“${word}”${isAlone ? "；可用的单位见 docs/editors.md，其他事物不写单位" : ""}`,
  noSource: "没有这个 id 的来源，请列在 sources 里",
  missing: {
    id: "请写 id，例如 payback-2",
    says: "请写报道的原话",
    expression: "请写数字由什么得来：算式或计算器",
    figure: "请写要反推的数字",
    output: "请写计算器的哪项结果，例如 paybackMonths",
    claims: "请列出报道的各条说法",
    source: "请写报道的来源：sources 中某一项的 id",
    title: "请写标题",
    name: "请写它在算式里的名称",
    between: "请写它所在范围的两端，例如 [1000, 50000]",
  },
  here: (token, at) => `“${token}”（第 ${at} 个字符）`,
  noExpression: "请写算式，例如 investment / benefit",
  operatorBefore: (here) => `${here}之前缺运算符`,
  figureBefore: (here) => `${here}之前缺数字`,
  noFunction: (name, here, functions) =>
    `${here}之前的“${name}”不是函数；函数有 ${functions.join("、")}`,
  comma: (here) => `${here}在这里没有分隔什么；算式里的数字不用逗号`,
  closesNothing: (here) => `${here}没有对应的左括号`,
  percent: (here) => `${here}不是运算符；请给数字加上单位 %`,
  meansNothing: (here) => `${here}在算式里没有意义`,
  figureAtEnd: (text) => `“${text}”之后缺数字`,
  notClosed: (at) => `“(”（第 ${at} 个字符）没有闭合`,
  noTree: "算式只能由数字、名称、+ - * / ^、括号和函数组成",
});
