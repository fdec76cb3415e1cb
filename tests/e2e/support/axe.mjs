// The rules of axe-core, as a script for a page.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
