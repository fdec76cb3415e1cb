// Serves the demo pages with Vite and says where. `xtask serve` becomes this process.
import { createServer, preview } from "vite";

const [configFile, port, mode] = process.argv.slice(2);
// Port 0 stands for the first free one from 8080.
const address = { host: "127.0.0.1", port: Number(port) || 8080, strictPort: port !== "0" };

if (mode === "dev") {
  const server = await createServer({ configFile, server: address, clearScreen: false });
  await server.listen();
  announce(server.httpServer);
} else {
  announce((await preview({ configFile, preview: address })).httpServer);
}

function announce(http) {
  const address = `http://127.0.0.1:${http.address().port}/`;
  console.log(`${address}\n${address}pkg/builder.html`);
}
