/** Where a text ceases to be JSON: what `JSON.parse` says of it names the place only now and then. */
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** What stands there; nothing at the end of the text. */
  readonly found: string;
  /** Whether a comma before it is all that is missing. */
  readonly isComma: boolean;
}

export function jsonFault(text: string): JsonFault {
  const faults: ParseError[] = [];
  parse(text, faults, { disallowComments: true, allowTrailingComma: false });
  const at = faults[0]?.offset ?? 0;
  const kind = faults[0] && printParseErrorCode(faults[0].error);
  const before = text.slice(0, at).split("\n");
  const found = /^[\w.“”‘’'"-]+|^./su.exec(text.slice(at, at + 40))?.[0] ?? "";
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    found,
    // Only before what may begin the next entry.
    isComma: kind === "CommaExpected" && /^["{[\w-]/.test(found),
  };
}
