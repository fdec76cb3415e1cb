import type { Problem } from "../inputs.js";
import { parseNumber } from "../parse.js";

/**
 * Numbers a reader typed into the fields of a list's rows, by field: each as typed while it is being
 * typed, or while it is bad. The fields of a calculator's own parameters are in `Inputs`.
 */
export class Drafts {
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<string, number>();
  readonly #percent: (field: string) => boolean;

  constructor(percent: (field: string) => boolean = () => false) {
    this.#percent = percent;
  }

  get size(): number {
    return this.#texts.size + this.#values.size;
  }

  clear(): void {
    this.#texts.clear();
    this.#values.clear();
  }

  type(field: string, text: string): void {
    this.#texts.set(field, text);
  }

  /** A value from a slider. */
  slide(field: string, value: number): void {
    this.#texts.delete(field);
    this.#values.set(field, value);
  }

  text(field: string): string | undefined {
    return this.#texts.get(field);
  }

  #parse(field: string): number | null | undefined {
    const text = this.#texts.get(field);
    return text === undefined ? undefined : parseNumber(text, this.#percent(field));
  }

  /** The field was left. An empty one stays empty, and what it had before counts. */
  settle(field: string, good: boolean): void {
    const value = this.#parse(field);
    if (typeof value !== "number" || !good) return;
    this.slide(field, value);
  }

  problem(field: string): Problem | undefined {
    return this.#texts.has(field) && this.#parse(field) === undefined
      ? { path: field, code: "notANumber" }
      : undefined;
  }

  compose(): { values: ReadonlyMap<string, number>; problems: Problem[] } {
    const values = new Map(this.#values);
    const problems: Problem[] = [];
    for (const field of this.#texts.keys()) {
      const value = this.#parse(field);
      const problem = this.problem(field);
      if (problem !== undefined) problems.push(problem);
      if (typeof value === "number") values.set(field, value);
      else values.delete(field);
    }
    return { values, problems };
  }
}
