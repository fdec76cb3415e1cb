#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { main } from "../cli/main.js";

const { version } = JSON.parse(
  readFileSync(new URL("./package.json", import.meta.url), "utf8"),
) as { version: string };

// Whoever reads the results may stop reading the complaints as well.
process.exitCode = await main(process.argv.slice(2), process, version);
// The rest of an input that nobody waits for any more.
process.stdin.destroy();
