import type { CloudBreakEvenInput, CloudBreakEvenResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/cloud-break-even.js";
import type { Quantity } from "../../formats/format.js";
import { cloudBreakEven } from "../../generated/cloud-break-even.js";
import {
  between,
  title,
  verdict,
  warning,
  words,
} from "../../locales/calculators/cloud-break-even.js";
import { type Block, plain, type Shown } from "../../views/block.js";
import { CalculatorElement } from "../calculator-element.js";

/** Owning against renting. */
export class CloudBreakEvenElement extends CalculatorElement<
  CloudBreakEvenInput,
  CloudBreakEvenResult
> {
  static override readonly info = cloudBreakEven;

  static override readonly words = { between, title, verdict, warning, words };

  static override readonly chart = chart;

  static override readonly ranking = "savingFraction";

  override calculate(input: CloudBreakEvenInput): CloudBreakEvenResult {
    return core().cloudBreakEven(input);
  }

  /** Of each offer the verdict, where no table can be opened. */
  override main({ offers }: CloudBreakEvenResult): readonly (readonly [string, string])[] {
    const { format } = this;
    const { outputs, ui } = format.locale;
    return offers.map(({ id, saving, verdict }) => {
      const saved = ui.labelled(outputs[SAVING.name] ?? "", format.quantity(SAVING, saving));
      return [id, ui.bracketed(this.#verdictOf(verdict), saved)];
    });
  }

  /** The offers beside each other, where the page has several. */
  override lists({ input, offers }: CloudBreakEvenResult): readonly Block[] {
    const { format } = this;
    const { outputs, parameters, reasons, ui } = format.locale;
    const money = (value: number | undefined): Shown =>
      value === undefined
        ? plain("")
        : { text: format.moneyExact(value), data: format.shown(value) };
    const use = ({ breakEvenUtilization: value, reasons: why }: (typeof offers)[number]): Shown =>
      value === null
        ? plain(reasons[why.breakEvenUtilization ?? ""] ?? ui.notAvailable)
        : { text: format.exact(USE, value), data: value };
    return [
      {
        id: "offers",
        caption: parameters.offers ?? "",
        columns: [
          words(format.language).offer,
          parameters.cloudRate ?? "",
          ...["verdict", USE.name, SAVING.name].map((name) => outputs[name] ?? ""),
        ],
        rows: offers.map((offer, index) => [
          plain(offer.id),
          money(input.offers?.[index]?.cloudRate),
          plain(this.#verdictOf(offer.verdict)),
          use(offer),
          money(offer.saving),
        ]),
      },
    ];
  }

  #verdictOf(verdict: CloudBreakEvenResult["verdict"]): string {
    return this.format.locale.choices.verdict?.[verdict] ?? verdict;
  }
}

/** What is shown of each offer. */
const USE = named("breakEvenUtilization");
const SAVING = named("saving");

function named(wanted: string): Quantity {
  return cloudBreakEven.outputs.find(({ name }) => name === wanted) as Quantity;
}
