// The built demo page, on a port of its own.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { preview } from "vite";

const root = new URL("../../../", import.meta.url);

export async function site(options = {}) {
  const server = await preview({
    configFile: new URL("www/vite.config.ts", root).pathname,
    preview: { host: "127.0.0.1", port: 0, strictPort: true },
    logLevel: "error",
    ...options,
  });
  const { port } = server.httpServer.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The demo page whose pages have something put first in their heads, as `head` of the address's query says. */
export const siteWithHeads = (heads) =>
  site({
    plugins: [
      {
        name: "heads",
        configurePreviewServer: ({ config, middlewares }) => {
          middlewares.use(({ url, method }, response, next) => {
            const { pathname, searchParams } = new URL(url, "http://localhost");
            const head = heads[searchParams.get("head")];
            if (head === undefined || method !== "GET") return next();
            const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
            const page = readFileSync(
              resolve(config.root, config.build.outDir, `.${file}`),
              "utf8",
            );
            response.setHeader("content-type", "text/html; charset=utf-8");
            response.end(page.replace(/<meta charset[^>]*>/, (charset) => charset + head));
          });
        },
      },
    ],
  });

/** The checkout's own files, as they are: a development server would put imports into scripts. */
export const files = () =>
  site({ configFile: false, root: root.pathname, appType: "mpa", build: { outDir: "." } });
