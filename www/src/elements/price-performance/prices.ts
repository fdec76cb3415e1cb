import type { Problem } from "../../inputs.js";
import { parseNumber } from "../../parse.js";

/** The prices a reader typed, by chip: each as typed while it is being typed, or while it is bad. */
export class Prices {
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<string, number>();

  get size(): number {
    return this.#texts.size + this.#values.size;
  }

  clear(): void {
    this.#texts.clear();
    this.#values.clear();
  }

  type(id: string, text: string): void {
    this.#texts.set(id, text);
  }

  text(id: string): string | undefined {
    return this.#texts.get(id);
  }

  /** The field was left. An empty one stays empty, and the catalogue's price counts. */
  settle(id: string, good: boolean): void {
    const text = this.#texts.get(id);
    const value = text === undefined ? undefined : parseNumber(text);
    if (typeof value !== "number" || !good) return;
    this.#texts.delete(id);
    this.#values.set(id, value);
  }

  problem(id: string): Problem | undefined {
    const text = this.#texts.get(id);
    return text !== undefined && parseNumber(text) === undefined
      ? { path: `price-${id}`, code: "notANumber" }
      : undefined;
  }

  compose(): { values: ReadonlyMap<string, number>; problems: Problem[] } {
    const values = new Map(this.#values);
    const problems: Problem[] = [];
    for (const [id, text] of this.#texts) {
      const value = parseNumber(text);
      const problem = this.problem(id);
      if (problem !== undefined) problems.push(problem);
      if (typeof value === "number") values.set(id, value);
      else values.delete(id);
    }
    return { values, problems };
  }
}
