// Hosts whose headers and pages a test decides: the package's files beside pages of every kind.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const root = new URL("../../../pkg/", import.meta.url);

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Catches what a page says on the console, in every engine; loaded before anything else. */
const LISTEN = `globalThis.said = [];
for (const level of ["info", "warn", "error"]) {
  const tell = console[level].bind(console);
  console[level] = (...words) => {
    said.push(level + " " + words.map((word) => word?.message ?? word).join(" "));
    tell(...words);
  };
}
addEventListener("error", ({ message, target }) => {
  said.push("error " + (message ?? target.localName));
}, true);
addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) => {
  said.push("policy " + violatedDirective + " " + sourceFile);
});
addEventListener("unhandledrejection", ({ reason }) => said.push("error " + reason));`;

/**
 * A host of its own origin. `/pkg/…` are the package's files, with `headers`; pages are added with
 * `page`; `asked` lists the package's files that were asked for, in order.
 */
export async function host({ headers = {}, change = (_, body) => body } = {}) {
  const pages = new Map();
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, page.headers).end(page.body);
      return;
    }
    if (pathname === "/listen.js") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(LISTEN);
      return;
    }
    const name = pathname.replace(/^\/(pkg|older)\//, "");
    if (pathname !== "/favicon.ico") asked.push(name);
    try {
      const body = await readFile(new URL(name, root));
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, ...headers });
      response.end(change(pathname, body));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}/`;
  let count = 0;
  return {
    url,
    asked,
    /** Serves a page and returns its address. */
    page(body, headers = {}) {
      const path = `/page-${count++}`;
      pages.set(path, { body, headers: { "Content-Type": TYPES[".html"], ...headers } });
      return new URL(path, url).href;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
