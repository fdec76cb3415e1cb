/** 简体中文：随结论一同刊出的文字，以及设置项有什么问题。刊出者自己的文字照原样，不另加空格。 */
import type { problems as problemsEn, publishing as publishingEn } from "../en/publishing.js";

export const publishing: typeof publishingEn = {
  results: "主要结果",
  foot: (day, version) => `数据截至 ${day}，由 chip-calculators ${version} 计算。`,
  asOf: (day) => `数据截至 ${day}。`,
  frozen: (day) => `截至 ${day}`,
  frozenAs: (label, day) => `${label}，截至 ${day}`,
  sources: (publishers) => `初始数据来源：${publishers}。`,
  withoutScript: "本页不含脚本，数据不可在此更改。",
};

export const problems: typeof problemsEn = {
  problem: (setting, why) => `${setting}：${why}`,
  meant: (why, near) => `${why}；是否想写 ${near}？`,
  unknown: "没有这个设置项",
  twice: "重复出现，以第一个为准",
  notANumber: "不是数字",
  notAnInteger: "须为整数",
  missing: "未填写",
  belowMinimum: (bound) => `不得小于 ${bound}`,
  aboveMaximum: (bound) => `不得大于 ${bound}`,
  unknownChoice: "不在可选范围内",
  notAColor: "不是三位或六位十六进制颜色值（如 0a6b68）",
  notAnAddress: "不是以 https:// 开头的目录地址",
  notAnObject: '不是 JSON 对象（如 {"chips": ["h100-sxm"]}）',
  tooLong: (bound) => `超过 ${bound} 个字符`,
};
