/** The words of a command line. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { suggestion } from "../suggest.js";
import { printable, UsageError } from "./terminal.js";

/** A flag by its name: whether it takes a value. */
export type Flags = Readonly<Record<string, "boolean" | "string">>;

export interface Words {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** Short forms there are everywhere. */
const SHORT: Readonly<Record<string, string>> = { h: "help", V: "version" };

/**
 * Takes a command line apart.
 *
 * @throws {UsageError} for a flag that is unknown, given twice, or has a value too few or too many.
 */
export function words(args: readonly string[], flags: Flags, hint: string): Words {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, type] of Object.entries(flags)) {
    const short = Object.keys(SHORT).find((letter) => SHORT[letter] === name);
    options[name] = short === undefined ? { type } : { type, short };
  }
  // Not strict: its own messages name neither the nearest flag nor the help.
  const config = { args: [...args], options, strict: false, tokens: true } as const;
  const { tokens } = parseArgs({ ...config, allowPositionals: true });
  const positionals: string[] = [];
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (type === undefined) {
      const meant = suggestion(name, Object.keys(flags), "--");
      throw new UsageError(`unknown flag ${printable(rawName)}${meant}`, hint);
    }
    if (values.has(name)) throw new UsageError(`--${name} is given twice`, hint);
    if (type === "boolean") {
      if (value !== undefined) throw new UsageError(`--${name} takes no value`, hint);
      values.set(name, "");
    } else {
      const next = !inlineValue && value !== undefined && /^--?[a-z]/i.test(value);
      if (value === undefined || next) throw new UsageError(`--${name} needs a value`, hint);
      values.set(name, value);
    }
  }
  return { positionals, values };
}
