/** 简体中文：经验法则一图。 */
import type { ruleMap as en } from "../en/rule-map.js";
import { spacedWords } from "../spaced.js";

export const ruleMap: typeof en = spacedWords<typeof en>({
  title: "经验法则靠得住吗？",
  sentence: (rent, mix, own, use, agreeing, ruled) =>
    `报道的法则：少于${rent}张或间歇使用（此处按利用率低于${use}计）就租，${mix}张混合，超过${own}张就买。${ruled}种情形中，照它做，${agreeing}种最省钱。`,
  assumptions: ["按每张 GPU ", "、云端每小时 ", "、使用 ", " 年计算。"],
  caption: "最省钱的办法：横向为 GPU 数量，纵向为利用率",
  legend: "加框处，法则的建议（划去）并非最省钱。",
  mix: "混合：自购核心部分，高峰时再租。",
  server: (gpus) => `一台服务器装${gpus}张卡，只用一张也得付整台的钱。`,
  site: (site) => `机房建设费按每张卡${site}计。`,
  silent: (silent, all) => `${all}种情形中，有${silent}种法则没有给出建议。`,
  ways: { own: "自购", hybrid: "混合", rent: "租用" },
});
