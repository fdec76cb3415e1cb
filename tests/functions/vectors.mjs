/** The reference vectors that the crate's own tests take. */
import { readFileSync } from "node:fs";

const read = (name) =>
  JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), "utf8"));

export const vectors = {
  cases: [...read("cases"), ...read("article")],
  refusals: read("refusals"),
};
