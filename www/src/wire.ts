/**
 * Plain objects as flat sequences of numbers, as `src/wire.rs` in the crate reads and writes them:
 * one copy of one array across the border of WebAssembly each way.
 */

/** How deep an input is followed: it has three levels, and an object may hold itself. */
const MAX_DEPTH = 4;

/** One entry more than a list may have is enough to be refused, however long it says it is. */
const MAX_ENTRIES = 1001;

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const RECORD = 6;
const COLUMN = 7;
const OTHER = 8;

let buffer = new Float64Array(1024);
let end = 0;

function reserve(more: number): void {
  if (end + more <= buffer.length) return;
  const larger = new Float64Array(Math.max(2 * buffer.length, end + more));
  larger.set(buffer.subarray(0, end));
  buffer = larger;
}

function text(value: string): void {
  const { length } = value;
  reserve(length + 1);
  buffer[end++] = length;
  for (let index = 0; index < length; index++) buffer[end++] = value.charCodeAt(index);
}

function other(type: string): void {
  buffer[end++] = OTHER;
  text(type);
}

function record(value: object, depth: number): void {
  let keys: readonly (string | symbol)[];
  try {
    keys = Reflect.ownKeys(value);
  } catch {
    // A proxy may throw; then the object is as bad a value as any other.
    other("unreadable");
    return;
  }
  buffer[end++] = RECORD;
  const length = end++;
  let count = 0;
  for (const key of keys) {
    if (typeof key === "symbol") continue;
    let field: unknown;
    let readable = true;
    try {
      field = (value as Record<string, unknown>)[key];
    } catch {
      readable = false;
    }
    if (readable && field === undefined) continue;
    count++;
    text(key);
    if (readable) write(field, depth + 1);
    else {
      reserve(2);
      other("unreadable");
    }
  }
  buffer[length] = count;
}

function list(value: readonly unknown[], depth: number): void {
  const start = end;
  try {
    const length = Math.min(value.length, MAX_ENTRIES);
    buffer[end++] = LIST;
    buffer[end++] = length;
    for (let index = 0; index < length; index++) write(value[index], depth + 1);
  } catch {
    end = start;
    other("unreadable");
  }
}

/** Whether a value is a `Float64Array`, of whatever frame. */
export function isColumn(value: unknown): value is Float64Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Float64Array]";
}

function write(value: unknown, depth: number): void {
  reserve(4);
  if (typeof value === "number") {
    buffer[end++] = NUMBER;
    buffer[end++] = value;
  } else if (typeof value === "string") {
    buffer[end++] = TEXT;
    text(value);
  } else if (typeof value === "boolean") buffer[end++] = value ? TRUE : FALSE;
  else if (value === null) buffer[end++] = NULL;
  else if (typeof value !== "object") other(typeof value);
  else if (depth === MAX_DEPTH) other("object");
  else if (Array.isArray(value)) list(value, depth);
  else if (isColumn(value)) {
    const { length } = value;
    reserve(length + 2);
    buffer[end++] = COLUMN;
    buffer[end++] = length;
    buffer.set(value, end);
    end += length;
  } else if (ArrayBuffer.isView(value)) other("typed array");
  else record(value, depth);
}

/** Hands the message of a value to `take`; the message is gone afterwards. */
export function encode<T>(value: unknown, take: (message: Float64Array) => T): T {
  // A getter of the input may call a calculator while its own input is being written.
  const start = end;
  try {
    write(value, 0);
    return take(buffer.subarray(start, end));
  } finally {
    end = start;
  }
}

/** Reads messages; texts of the program are read from its memory, and once. */
export class Decoder {
  readonly #memory: WebAssembly.Memory;
  readonly #texts = new Map<number, string>();
  readonly #utf8 = new TextDecoder();
  #message = new Float64Array();
  #at = 0;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** The value of a message that starts at an index. */
  decode(message: Float64Array<ArrayBuffer>, start: number): unknown {
    this.#message = message;
    this.#at = start;
    return this.#value();
  }

  #next(): number {
    // biome-ignore lint/style/noNonNullAssertion: the module's messages are whole
    return this.#message[this.#at++]!;
  }

  #text(): string {
    const length = this.#next();
    if (length < 0) return this.#own(-length, this.#next());
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(this.#next());
    return text;
  }

  #own(address: number, length: number): string {
    let text = this.#texts.get(address);
    // The program's texts are ASCII: one that starts at the same place and is longer is another.
    if (text?.length !== length) {
      text = this.#utf8.decode(new Uint8Array(this.#memory.buffer, address, length));
      this.#texts.set(address, text);
    }
    return text;
  }

  #value(): unknown {
    switch (this.#next()) {
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NUMBER:
        return this.#next();
      case TEXT:
        return this.#text();
      case LIST:
        return Array.from({ length: this.#next() }, () => this.#value());
      case RECORD:
        return this.#record();
      case COLUMN: {
        const length = this.#next();
        this.#at += length;
        return this.#message.slice(this.#at - length, this.#at);
      }
      case OTHER:
        return this.#text();
      default:
        return null;
    }
  }

  #record(): object {
    const record: Record<string, unknown> = {};
    for (let count = this.#next(); count > 0; count--) {
      const name = this.#text();
      const value = this.#value();
      // The name of a bad field, given back with the error: it must not become the prototype.
      if (name === "__proto__") Object.defineProperty(record, name, { value, enumerable: true });
      else record[name] = value;
    }
    return record;
  }
}
