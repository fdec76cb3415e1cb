// The built demo page, on a port of its own.
import { preview } from "vite";

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
