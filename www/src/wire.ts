/**
 * Plain objects as flat sequences of numbers, as `src/wire.rs` in the crate reads and writes them:
 * one copy of one array across the border of WebAssembly each way.
 */

import { type Make, records } from "./generated/records.js";

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
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Float64Array]"
  );
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

/** The value of a message that starts at an index; `shared`, its columns are parts of the message. */
export type Decode = (
  message: Float64Array<ArrayBuffer>,
  start: number,
  shared?: boolean,
) => unknown;

const nothing = () => undefined;

/** A kind of record, and where in the program its names are. */
interface Kind {
  readonly addresses: readonly number[];
  readonly make: Make;
}

/** Reads messages; texts of the program are read from its memory, and once. */
export function decoder(memory: WebAssembly.Memory): Decode {
  const utf8 = new TextDecoder();
  const texts = new Map<number, string>();
  /** What makes a record, by its key; undefined where nothing does. */
  const kinds = new Map<number, Kind | undefined>();
  let message = new Float64Array();
  let at = 0;
  let sharing = false;

  // The module's messages are whole.
  const next = () => message[at++] as number;

  /** The program's texts are ASCII: one that starts at the same place and is longer is another. */
  function own(address: number, length: number): string {
    let text = texts.get(address);
    if (text?.length !== length) {
      text = utf8.decode(new Uint8Array(memory.buffer, address, length));
      texts.set(address, text);
    }
    return text;
  }

  function text(): string {
    const length = next();
    if (length < 0) return own(-length, next());
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(next());
    return text;
  }

  function value(): unknown {
    switch (next()) {
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NUMBER:
        return next();
      case TEXT:
      case OTHER:
        return text();
      case LIST:
        return Array.from({ length: next() }, value);
      case RECORD:
        return named(next());
      case COLUMN: {
        const length = next();
        at += length;
        return sharing ? message.subarray(at - length, at) : message.slice(at - length, at);
      }
      default:
        return null;
    }
  }

  /** A record of a known kind is made at once, with its names; what only seems to be one is not. */
  function named(count: number): object {
    if (count === 0) return {};
    const start = at;
    // By first name and length: two kinds of record may begin with the same name.
    const key = (message[at] as number) * 64 - count;
    const kind = kinds.get(key);
    if (kind !== undefined) {
      const { addresses, make } = kind;
      let index = 0;
      let same = true;
      const record = make(() => {
        same &&= message[at] === addresses[index++];
        if (!same) return undefined;
        at += 2;
        return value();
      });
      if (same) return record;
      at = start;
    }
    const addresses: number[] = [];
    const record = strange(count, addresses);
    if (!kinds.has(key)) {
      const names = Object.keys(record).join();
      const own = addresses.every((address) => address < 0);
      const make = own && records.find((make) => Object.keys(make(nothing)).join() === names);
      kinds.set(key, make ? { addresses, make } : undefined);
    }
    return record;
  }

  function strange(count: number, addresses: number[]): object {
    const record: Record<string, unknown> = {};
    for (let index = 0; index < count; index++) {
      addresses.push(message[at] as number);
      const name = text();
      const field = value();
      // The name of a bad field, given back with the error: it must not become the prototype.
      if (name === "__proto__") {
        Object.defineProperty(record, name, { value: field, enumerable: true });
      } else record[name] = field;
    }
    return record;
  }

  return (given, start, shared = false) => {
    message = given;
    at = start;
    sharing = shared;
    return value();
  };
}
