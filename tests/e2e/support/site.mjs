// The built demo page, on a port of its own.
import { createServer, preview } from "vite";

const root = new URL("../../../", import.meta.url);

export async function site() {
  const server = await preview({
    configFile: new URL("www/vite.config.ts", root).pathname,
    preview: { host: "127.0.0.1", port: 0, strictPort: true },
    logLevel: "error",
  });
  const { port } = server.httpServer.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The checkout's own files, as they are. */
export async function files() {
  const server = await createServer({
    configFile: false,
    root: root.pathname,
    appType: "mpa",
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, strictPort: true, hmr: false, watch: null },
    logLevel: "error",
  });
  await server.listen();
  const { port } = server.httpServer.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
