#!/usr/bin/env node
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { main } from "../cli/main.js";
import { serve } from "../cli/threads.js";

const beside = (file: string) => readFileSync(new URL(`./${file}`, import.meta.url));
const integrity = (file: string) =>
  `sha384-${createHash("sha384").update(beside(file)).digest("base64")}`;

if (isMainThread) {
  const { version } = JSON.parse(beside("package.json").toString("utf8")) as { version: string };
  const published = { version, integrity, file: fileURLToPath(import.meta.url) };
  // Whoever reads the results may stop reading the complaints as well.
  process.exitCode = await main(process.argv.slice(2), process, published);
  // The rest of an input that nobody waits for any more.
  process.stdin.destroy();
} else {
  serve();
}
