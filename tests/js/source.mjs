/** Imports TypeScript sources of `www/src` the way the build sees them: Node 20 cannot by itself. */
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export async function source(name) {
  const { module } = await runnerImport(path(`../../www/src/${name}.ts`), {
    configFile: path("../../www/vite.config.ts"),
    logLevel: "error",
  });
  return module;
}
