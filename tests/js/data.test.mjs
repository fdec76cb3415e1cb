// Every file of data/ fits its JSON Schema, and every schema has its file.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const data = new URL("../../data/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, data), "utf8"));
const files = readdirSync(data)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));
const schemas = readdirSync(new URL("schema/", data)).map((name) =>
  name.slice(0, -".schema.json".length),
);

test("every data file has its schema, and no schema is without", () => {
  assert.deepEqual(schemas.sort(), files.sort());
});

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
});
addFormats(ajv);
for (const name of files) {
  test(`data/${name}.json fits its schema`, () => {
    const validate = ajv.compile(read(`schema/${name}.schema.json`));
    const valid = validate(read(`${name}.json`));
    assert.ok(valid, ajv.errorsText(validate.errors, { separator: "\n" }));
  });
}
