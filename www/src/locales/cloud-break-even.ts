/** Owning against renting. */
import { cloudBreakEven as en } from "./en/cloud-break-even.js";
import { labels } from "./labels.js";
import { outputs } from "./outputs/cloud-break-even.js";
import { ownership } from "./ownership.js";
import type { Texts } from "./words.js";
import { cloudBreakEven as zh } from "./zh/cloud-break-even.js";

export interface BreakEvenText {
  readonly headline: string;
  readonly headlineNever: string;
  readonly headlineSaving: { readonly own: string; readonly rent: string };
  readonly never: string;
  readonly costs: (use: string, gpus: string, own: string, rent: string) => string;
  readonly reserved: (gpus: string, own: string, rent: string) => string;
  readonly verdicts: {
    readonly own: (saving: string, years: string) => string;
    readonly rent: (extra: string, years: string) => string;
    readonly rentTimes: (times: string, years: string) => string;
    readonly tie: (years: string) => string;
    readonly noRent: string;
  };
  /** When owning pays, and when the cash is back: agreeing, disagreeing, or after a "never". */
  readonly joined: Readonly<
    Record<"and" | "but" | "never", (pays: string, payback: string) => string>
  >;
  readonly pays: (use: string) => string;
  /** By reason code: why no use makes owning pay. */
  readonly neverPays: Readonly<Record<string, (raw: string) => string>>;
  readonly payback: (months: string) => string;
  readonly noPayback: (years: string) => string;
  readonly byUse: string;
  readonly byMonth: string;
  readonly own: string;
  readonly rent: string;
  readonly breakEvenMark: (use: string) => string;
  readonly currentMark: (use: string) => string;
  readonly paybackMark: (months: string) => string;
  readonly byUseTitle: string;
  readonly byMonthTitle: string;
  readonly byUseAlternative: (
    full: { own: string; rent: string },
    crossing: string | null,
  ) => string;
  readonly byMonthAlternative: (
    years: string,
    end: { own: string; rent: string },
    payback: string | null,
  ) => string;
}

const old: Texts<BreakEvenText> = {
  en: {
    title: "Own the chips, or rent them?",
    parameters: {
      ...ownership.en.parameters,
      cloudRate: "Cloud price of a GPU-hour",
      cloudBilling: "The cloud charges for",
      cloudRateDecline: "Fall of the cloud price a year",
      cloudOverheadFraction: "Storage, egress, support",
      offers: "Offers",
    },
    hints: {
      ...ownership.en.hints,
      cloudOverheadFraction: "On top of the rent.",
    },
    outputs: outputs.en,
    choices: {
      ...ownership.en.choices,
      cloudBilling: { used: "hours used", reserved: "every hour" },
    },
    text: {
      headline: "use above which owning pays",
      headlineNever: "owning stays dearer at any use",
      headlineSaving: { own: "saved by owning", rent: "dearer to own" },
      never: "Never",
      costs: (use, gpus, own, rent) =>
        `At ${use} use, owning ${gpus} costs ${own} a year, renting ${rent}: `,
      reserved: (gpus, own, rent) =>
        `Owning ${gpus} costs ${own} a year, reserving as many in the cloud ${rent}: `,
      verdicts: {
        own: (saving, years) => `owning saves ${saving} over ${years}.`,
        rent: (extra, years) => `owning costs ${extra} more over ${years}.`,
        rentTimes: (times, years) => `owning costs ${times} times as much over ${years}.`,
        tie: (years) => `over ${years} neither wins.`,
        noRent: "there is no rent to compare with.",
      },
      joined: {
        and: (pays, payback) => `${pays}, and ${payback}`,
        but: (pays, payback) => `${pays}, but at this use ${payback}`,
        never: (pays, payback) => `${pays}; ${payback}`,
      },
      pays: (use) => `It pays above ${use} use`,
      neverPays: {
        aboveFullUse: (raw) =>
          `Owning stays dearer even if every hour is used: it would take ${raw} use`,
        energyAboveRent: () =>
          "No use makes owning pay: the power for an hour costs as much as renting it",
        rentIndependentOfUse: () =>
          "Reserved capacity is paid for whether it is used or not, so use does not decide",
      },
      payback: (months) => `the cash is back after ${months} months.`,
      noPayback: (years) => `the cash is not back within ${years}.`,
      byUse: "By use",
      byMonth: "Over time",
      own: "Own",
      rent: "Rent",
      breakEvenMark: (use) => `break-even ${use}`,
      currentMark: (use) => `yours ${use}`,
      paybackMark: (months) => `cash back after ${months} months`,
      byUseTitle: "Cost a year, by use of the GPUs",
      byMonthTitle: "Cash paid so far",
      byUseAlternative: (full, crossing) =>
        `Cost a year against use. At full use owning costs ${full.own}, renting ${full.rent}. ${crossing === null ? "The lines do not cross." : `The lines cross at ${crossing}.`}`,
      byMonthAlternative: (years, end, payback) =>
        `Cash paid over ${years}: ${end.own} when owning, ${end.rent} when renting. ${payback === null ? "Owning does not catch up." : `Owning has paid less from month ${payback} on.`}`,
    },
  },
  zh: {
    title: "芯片该买还是该租？",
    parameters: {
      ...ownership.zh.parameters,
      cloudRate: "云端 GPU 每小时价格",
      cloudBilling: "云端计费",
      cloudRateDecline: "云端价格年降幅",
      cloudOverheadFraction: "存储、流量与支持",
      offers: "报价",
    },
    hints: {
      ...ownership.zh.hints,
      cloudOverheadFraction: "在租金之外。",
    },
    outputs: outputs.zh,
    choices: {
      ...ownership.zh.choices,
      cloudBilling: { used: "按使用小时", reserved: "按全部小时（预留）" },
    },
    text: {
      headline: "使用率高于此值，自购划算",
      headlineNever: "任何使用率下自购都更贵",
      headlineSaving: { own: "自购可节省", rent: "自购更贵" },
      never: "永不",
      costs: (use, gpus, own, rent) =>
        `使用率 ${use} 时，自购 ${gpus} 每年花费 ${own}，租用为 ${rent}：`,
      reserved: (gpus, own, rent) => `自购 ${gpus} 每年花费 ${own}，在云端预留为 ${rent}：`,
      verdicts: {
        own: (saving, years) => `${years}内自购可节省 ${saving}。`,
        rent: (extra, years) => `${years}内自购要贵 ${extra}。`,
        rentTimes: (times, years) => `${years}内自购的花费是租用的 ${times} 倍。`,
        tie: (years) => `${years}内两者不分高下。`,
        noRent: "没有租金可比。",
      },
      joined: {
        and: (pays, payback) => `${pays}，${payback}`,
        but: (pays, payback) => `${pays}，但按当前使用率，${payback}`,
        never: (pays, payback) => `${pays}；${payback}`,
      },
      pays: (use) => `使用率高于 ${use} 时自购划算`,
      neverPays: {
        aboveFullUse: (raw) => `即使每小时都在使用，自购仍然更贵：使用率须达 ${raw} 才能持平`,
        energyAboveRent: () => "任何使用率下自购都不划算：一小时的电费已不低于租金",
        rentIndependentOfUse: () => "预留容量无论用否都要付费，因此与使用率无关",
      },
      payback: (months) => `现金在 ${months} 个月后回本。`,
      noPayback: (years) => `现金在${years}内无法回本。`,
      byUse: "按使用率",
      byMonth: "按时间",
      own: "自购",
      rent: "租用",
      breakEvenMark: (use) => `持平 ${use}`,
      currentMark: (use) => `当前 ${use}`,
      paybackMark: (months) => `${months} 个月后回本`,
      byUseTitle: "年成本随 GPU 使用率的变化",
      byMonthTitle: "累计支出现金",
      byUseAlternative: (full, crossing) =>
        `年成本随使用率的变化。满负荷时自购 ${full.own}，租用 ${full.rent}。${crossing === null ? "两线不相交。" : `两线相交于 ${crossing}。`}`,
      byMonthAlternative: (years, end, payback) =>
        `${years}累计现金支出：自购 ${end.own}，租用 ${end.rent}。${payback === null ? "自购始终未能追平。" : `从第 ${payback} 个月起自购支出更少。`}`,
    },
  },
};

export const texts: Texts<BreakEvenText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
