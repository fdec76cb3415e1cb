#!/usr/bin/env node
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "../cli/main.js";

const beside = (file: string) => readFileSync(new URL(`./${file}`, import.meta.url));
const integrity = (file: string) =>
  `sha384-${createHash("sha384").update(beside(file)).digest("base64")}`;

const { version } = JSON.parse(beside("package.json").toString("utf8")) as { version: string };
const thread = fileURLToPath(new URL("./cli-thread.js", import.meta.url));
// Whoever reads the results may stop reading the complaints as well.
process.exitCode = await main(process.argv.slice(2), process, { version, integrity, thread });
// The rest of an input that nobody waits for any more.
process.stdin.destroy();
