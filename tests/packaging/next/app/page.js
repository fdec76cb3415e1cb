import { clusterTco, monteCarlo } from "chip-calculators";
import calls from "../../calls.json";
import { Widget } from "./widget";

// On each request, not at build time.
export const dynamic = "force-dynamic";

export default function Page() {
  const results = {
    clusterTco: clusterTco(calls.clusterTco),
    monteCarlo: monteCarlo(calls.monteCarlo),
  };
  return (
    <>
      <pre id="server">{JSON.stringify({ results })}</pre>
      <Widget input={calls.clusterTco} />
    </>
  );
}
