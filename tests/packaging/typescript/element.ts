// The expected errors are checks, as in types.ts: the compiler fails where one is not an error.
import { define as defineAll } from "chip-calculators/elements";
import { ChipClusterTco, define } from "chip-calculators/elements/cluster-tco";
import "chip-calculators/auto";

export function start(found: (total: number) => void): HTMLElement {
  define();
  defineAll("chip-cluster-tco");
  // @ts-expect-error no calculator has this tag
  defineAll("chip-nothing");
  const made = new ChipClusterTco();
  made.input = { gpus: 64 };
  const element = document.createElement("chip-cluster-tco");
  element.input = { preset: "itemised", gpus: 64 };
  // @ts-expect-error a parameter misspelt
  element.input = { gpu: 64 };
  element.addEventListener("chip-result", ({ detail }) => {
    const { result } = element;
    if (result !== undefined && detail.result === result) found(result.total);
  });
  element.addEventListener("chip-input", ({ detail }) => console.log(detail.input));
  element.addEventListener("chip-error", ({ detail }) => console.error(detail.error.message));
  const figure = document.createElement("chip-figure");
  figure.claim = "roi-payback";
  // @ts-expect-error an id is no number
  figure.claim = 7;
  return element;
}
