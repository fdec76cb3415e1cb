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

/** The demo pages in a font for all languages, whichever the machine has: an installed package of fontsource. */
export const siteInFont = (font, family) =>
  site({
    plugins: [
      {
        name: "font",
        configurePreviewServer: ({ config, middlewares }) => {
          const head = `<link rel="stylesheet" href="/font/index.css">
            <style>body { font-family: "${family}" !important; }</style>`;
          middlewares.use("/font", ({ url }, response) => {
            const css = url.endsWith(".css");
            response.setHeader("content-type", css ? "text/css" : "font/woff2");
            response.end(readFileSync(new URL(`node_modules/${font}${url}`, root)));
          });
          middlewares.use(({ url }, response, next) => {
            const { pathname } = new URL(url, "http://localhost");
            if (!pathname.endsWith(".html")) return next();
            const page = readFileSync(resolve(config.root, config.build.outDir, `.${pathname}`));
            response.setHeader("content-type", "text/html; charset=utf-8");
            response.end(String(page).replace("</head>", `${head}</head>`));
          });
        },
      },
    ],
  });

/** The checkout's own files, as they are: a development server would put imports into scripts. */
export const files = () =>
  site({ configFile: false, root: root.pathname, appType: "mpa", build: { outDir: "." } });
