/** Results as JSON can keep them. */

/** The same with lists in place of columns, in which null stands for what is no number. */
export type Plain<Value> = Value extends Float64Array
  ? (number | null)[]
  : Value extends object
    ? { [Key in keyof Value]: Plain<Value[Key]> }
    : Value;

/**
 * A result without typed arrays, of which `JSON.stringify` makes objects with a key for each number. Its
 * `input`, read back from JSON, is taken by the function that gave it.
 */
export function plainResult<Value>(value: Value): Plain<Value> {
  return plain(value) as Plain<Value>;
}

function plain(value: unknown): unknown {
  // JSON has neither NaN nor a negative zero.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (value instanceof Float64Array) return Array.from(value, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
