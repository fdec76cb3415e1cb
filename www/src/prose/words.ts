/** What the elements within a sentence say themselves. */
import type { Language } from "../i18n.js";

const WORDS = {
  en: {
    how: "Drag, use the arrow keys, or click to type a number",
    open: " (originally ",
    close: ")",
    check: (verdict: string) => `Checked: ${verdict}. Show the working`,
    claims: "The article’s figures, checked",
    all: "All",
    show: "Show",
    calculator: "Open in the calculator",
    none: "The article could not be checked.",
    live: "With your figures",
    /** Of a claim that was worked out again: what no longer holds is not the article's fault. */
    liveVerdicts: {
      agrees: "Holds with your figures",
      differs: "Off with your figures",
      contradicted: "Not with your figures",
      needsAssumption: "Depends, with your figures",
      notStated: "Not checkable",
    },
    ruleTitle: "Does the rule of thumb hold?",
    ruleSentence: (
      rent: string,
      mix: string,
      own: string,
      use: string,
      agreeing: string,
      ruled: string,
    ) =>
      `The article’s rule: rent below ${rent} GPUs or for intermittent work, taken here as less than ${use} use; mix from ${mix}; own above ${own}. It picks the cheapest way in ${agreeing} of ${ruled} cases.`,
    ruleCaption: "The cheapest way, by number of GPUs (across) and how busy they are (down)",
    ruleLegend: "Framed: the rule says otherwise; its advice is struck out.",
    ruleMix: "mix: own a core, rent the peaks.",
    ruleServer: (gpus: string) =>
      `A server holds ${gpus} GPUs, so one GPU alone has to pay for all ${gpus}.`,
    ruleSite: (site: string) => `Site work is counted at ${site} a GPU.`,
    ruleSilent: (silent: string, all: string) =>
      `For ${silent} of the ${all} cases the rule gives no advice.`,
    ruleAssumptions: ["With a GPU at ", ", the cloud at ", " an hour, and ", " years of service."],
    ways: { own: "own", hybrid: "mix", rent: "rent" },
  },
  zh: {
    how: "可拖动、用方向键调整，或点击后输入数字",
    open: "（原为 ",
    close: "）",
    check: (verdict: string) => `核对结果：${verdict}。查看过程`,
    claims: "逐条核对报道数字",
    all: "全部",
    show: "筛选",
    calculator: "在计算器中打开",
    none: "无法核对这篇报道。",
    live: "按您改动后的数字",
    liveVerdicts: {
      agrees: "按您的数字算得通",
      differs: "按您的数字有出入",
      contradicted: "按您的数字不成立",
      needsAssumption: "按您的数字，有前提",
      notStated: "无从核算",
    },
    ruleTitle: "经验法则靠得住吗？",
    ruleSentence: (
      rent: string,
      mix: string,
      own: string,
      use: string,
      agreeing: string,
      ruled: string,
    ) =>
      `报道的法则：少于 ${rent} 张或间歇使用（此处按利用率低于 ${use} 计）就租，${mix} 张混合，超过 ${own} 张就买。${ruled} 种情形中，照它做，${agreeing} 种最省钱。`,
    ruleCaption: "最省钱的办法：横向为 GPU 数量，纵向为利用率",
    ruleLegend: "加框处，法则的建议（划去）并非最省钱。",
    ruleMix: "混合：自购核心部分，高峰时再租。",
    ruleServer: (gpus: string) => `一台服务器装 ${gpus} 张卡，只用一张也得付整台的钱。`,
    ruleSite: (site: string) => `机房建设费按每张卡 ${site}计。`,
    ruleSilent: (silent: string, all: string) =>
      `${all} 种情形中，有 ${silent} 种法则没有给出建议。`,
    ruleAssumptions: ["按每张 GPU ", "、云端每小时 ", "、使用 ", " 年计算。"],
    ways: { own: "自购", hybrid: "混合", rent: "租用" },
  },
} satisfies Readonly<Record<Language, object>>;

export function words(language: Language): (typeof WORDS)[Language] {
  return WORDS[language];
}
