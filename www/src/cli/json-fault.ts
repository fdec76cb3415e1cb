/** Where a text ceases to be JSON: what `JSON.parse` says of it names the place only now and then. */

export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** What stands there; nothing at the end of the text. */
  readonly found: string;
}

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.]))/uy;

/** What may come next in a list, an object, or at the beginning. */
type Wanted = "value" | "key" | "colon" | "end";

export function jsonFault(text: string): JsonFault {
  const open: string[] = [];
  let wanted: Wanted = "value";
  /** Whether the list or object may be closed here: it has just begun, or an entry has ended. */
  let mayClose = false;
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) return faultAt(text, start);
    const [all, sign, string, literal] = found;
    const at = start + all.length - all.trimStart().length;
    const isValue = literal !== undefined || string !== undefined;
    if (wanted === "key" && string !== undefined) {
      wanted = "colon";
      mayClose = false;
    } else if (wanted === "colon" && sign === ":") {
      wanted = "value";
    } else if (wanted === "value" && (isValue || sign === "{" || sign === "[")) {
      if (!isValue) open.push(sign ?? "");
      wanted = sign === "{" ? "key" : sign === "[" ? "value" : "end";
      mayClose = !isValue || open.length > 0;
    } else if (mayClose && sign === (open.at(-1) === "{" ? "}" : "]")) {
      open.pop();
      wanted = "end";
      mayClose = open.length > 0;
    } else if (wanted === "end" && open.length > 0 && sign === ",") {
      wanted = open.at(-1) === "{" ? "key" : "value";
      mayClose = false;
    } else {
      return faultAt(text, at);
    }
  }
}

function faultAt(text: string, start: number): JsonFault {
  const at = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
  const before = text.slice(0, at).split("\n");
  const found = /^[\w.“”‘’'"-]+|^./su.exec(text.slice(at, at + 40))?.[0] ?? "";
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found };
}
