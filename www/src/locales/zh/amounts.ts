/** 简体中文：报道中的数量怎么写，单位叫什么。 */
import type { amounts as en } from "../en/amounts.js";
import { spacedWords } from "../spaced.js";

const UNITS: Readonly<Record<string, string>> = {
  month: "个月",
  year: "年",
  week: "周",
  day: "天",
  hour: "小时",
  minute: "分钟",
  second: "秒",
  GPU: "张 GPU",
  server: "台服务器",
  "GPU-hour": "卡时",
  "GPU-month": "卡月",
  "GPU-year": "卡年",
  "kW-month": "千瓦·月",
  "server-hour": "台时",
  W: "瓦",
  kW: "千瓦",
  MW: "兆瓦",
  GW: "吉瓦",
  Wh: "瓦时",
  kWh: "千瓦时",
  MWh: "兆瓦时",
  GWh: "吉瓦时",
  TWh: "太瓦时",
  USD: "美元",
  CNY: "元",
  EUR: "欧元",
  GBP: "英镑",
  JPY: "日元",
  KRW: "韩元",
  TWD: "新台币",
  HKD: "港元",
  cent: "美分",
  token: "token",
  share: "股",
  byte: "字节",
  person: "人",
  t: "吨",
  kg: "千克",
  unit: "个",
  rack: "个机柜",
};

/** 不带数字时：一张 GPU 是“张”，三个月是“月”。 */
const bare = (unit: string) => (UNITS[unit] ?? unit).replace(/^个| GPU$/g, "");

const SCALES: Readonly<Record<string, string>> = {
  thousand: "千",
  million: "百万",
  billion: "十亿",
  trillion: "万亿",
};

const scaleOf = (word: string) => SCALES[word] ?? word;

/** 颗、台、片等照报道原样。 */
const isChinese = (written: string) => /^[\u4e00-\u9fff]+$/.test(written);

export const amounts: typeof en = spacedWords<typeof en>({
  wordsFrom: 1e5,
  rareScale: { size: 1e12, word: "万亿" },
  scales: ["万", "亿", "万亿"],
  scaledBelow: 1e4,
  // 往上用“万千瓦”“亿千瓦时”。
  watts: ["kW"],
  hasTenths: true,

  money: (minus, figures, currency) => `${minus}${figures}${UNITS[currency]}`,
  percentagePoints: (figures) => `${figures}个百分点`,
  times: (figures) => `${figures}倍`,
  dense: (amount) => `${amount}（稠密）`,
  sparse: (amount) => `${amount}（稀疏）`,
  counted: (figures, unit, written) => {
    const called = isChinese(written) ? written : (UNITS[unit ?? written] ?? written);
    return `${figures} ${called}`;
  },
  per: (unit, written, scale) => {
    const called = isChinese(written) || unit === undefined ? written : bare(unit);
    return `/${scaleOf(scale)}${called}`;
  },
  unit: (unit, written, scale) => `${scaleOf(scale)}${bare(unit ?? written)}`,
});
