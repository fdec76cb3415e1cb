/** What an element's figures come to: the last good result, and what has been wrong since. */
import type { CalculatorError } from "#core";
import { calculatorError } from "../errors.js";
import type { CalculatorInfo, OutputInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import type { Problem, Store } from "../state/store.js";
import { suggestion } from "../suggest.js";
import type { ChipErrorDetail, ChipResultDetail } from "../types.js";
import { attributeNames, figureAdvice, placeAdvice } from "./attributes.js";

/** So many ranges have 64 corners; of more, the middle alone is told. */
const MOST_RANGES = 6;

interface Host<Input, Result> extends Element {
  readonly info: CalculatorInfo;
  readonly store: Store;
  readonly deciding: { readonly output: OutputInfo } | undefined;
  compose(): { input: Record<string, unknown>; problems: readonly Problem[] };
  /** Calls the calculator; may throw its error. */
  calculate(input: Input): Result;
}

/** What a page is told of a calculation. */
export interface Told {
  readonly type: "chip-result" | "chip-error";
  readonly detail: object;
}

export class Calculation<Input extends object, Result extends { input: object }> {
  readonly #host: Host<Input, Result>;
  /** What the calculator was asked last. */
  asked: Readonly<Record<string, unknown>> = {};
  problems: readonly Problem[] = [];
  result: Result | undefined;
  /** The output that decides at the ends of the reader's ranges. */
  ends: readonly [low: number, high: number] | undefined;
  /** What is still to be told of the last calculation. */
  told: Told | undefined;
  #store: Store | undefined;
  #version = -1;

  constructor(host: Host<Input, Result>) {
    this.#host = host;
  }

  /** Whether it has been tried at all. */
  get hasRun(): boolean {
    return this.#store !== undefined;
  }

  /** Whether the figures are those of the last calculation. */
  get isCurrent(): boolean {
    return this.#store === this.#host.store && this.#version === this.#host.store.version;
  }

  run(): void {
    const { store } = this.#host;
    this.#store = store;
    this.#version = store.version;
    const { input, problems } = this.#host.compose();
    this.asked = input;
    this.problems = problems;
    try {
      const result = this.#host.calculate(input as Input);
      if (!store.compose().isPartial) this.result = result;
      if (problems.length > 0) throw calculatorError(problems);
      this.told = { type: "chip-result", detail: { input, result } satisfies ChipResultDetail };
    } catch (thrown) {
      this.#fail(input, problems, thrown);
    }
    this.ends = this.#endsOf(input as Input);
  }

  /** The least and the greatest of the deciding output where every range is at one of its ends. */
  #endsOf(input: Input): readonly [low: number, high: number] | undefined {
    const { ranges } = this.#host.store;
    const name = this.#host.deciding?.output.name;
    if (ranges.size === 0 || ranges.size > MOST_RANGES || name === undefined) return undefined;
    let corners: Input[] = [input];
    for (const [parameter, ends] of ranges) {
      corners = corners.flatMap((corner) => ends.map((end) => ({ ...corner, [parameter]: end })));
    }
    try {
      const found = corners.map((corner) => Reflect.get(this.#host.calculate(corner), name));
      const isComplete = found.every((value) => typeof value === "number");
      return isComplete ? [Math.min(...found), Math.max(...found)] : undefined;
    } catch (error) {
      if (isBadInput(error)) return undefined;
      throw error;
    }
  }

  /** Keeps what a calculator's error says; whatever else is thrown is thrown on. */
  #fail(input: object, problems: readonly Problem[], thrown: unknown): void {
    let error = thrown as Error;
    if (!isBadInput(thrown)) {
      this.told = { type: "chip-error", detail: { input, error } satisfies ChipErrorDetail };
      throw thrown;
    }
    if (thrown.fields !== problems) {
      this.problems = [...problems, ...thrown.fields];
      if (problems.length > 0) error = calculatorError(this.problems);
    }
    if (this.result === undefined) {
      const bad = this.problems.map((problem) => this.#advice(problem)).filter((text) => text);
      const what = `<${this.#host.localName}> keeps what the page says: ${bad.join("; ")}`;
      if (bad.length > 0) console.error(`chip-calculators: ${what}`);
    }
    this.told = { type: "chip-error", detail: { input, error } satisfies ChipErrorDetail };
  }

  /** A problem of the page's figures for the console; nothing where the tag's was told already. */
  #advice({ path, code, value, nearest }: Problem): string {
    const { info, store } = this.#host;
    const attribute = kebab(path);
    const text = this.#host.getAttribute(attribute);
    const given = store.property(path) === undefined ? text : null;
    if (given !== null && figureAdvice(info, attribute, given) !== undefined) return "";
    // Of an object the calculator says only that it is one.
    const shown = typeof store.property(path) === "object" ? undefined : (given ?? value);
    const what = shown === undefined ? path : `${path} = ${JSON.stringify(shown)}`;
    const advice = placeAdvice(info, path, value);
    if (advice !== undefined) return `${what}, ${advice}`;
    const meant = nearest?.[0] === undefined ? "" : `; did you mean ${nearest[0]}?`;
    const names = attributeNames(info);
    return `${what} (${code}${code === "unknownField" ? suggestion(path, names) : meant})`;
  }
}

function isBadInput(error: unknown): error is CalculatorError {
  return error instanceof Error && error.name === "CalculatorError" && "fields" in error;
}
