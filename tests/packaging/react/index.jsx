import { useState } from "react";
import { createRoot } from "react-dom/client";
import "chip-calculators/auto";
import calls from "../calls.json";

function Page() {
  const [heard, setHeard] = useState();
  return (
    <>
      <chip-cluster-tco
        input={calls.clusterTco}
        onchip-result={({ detail }) => setHeard(detail.result)}
      />
      <pre id="results">{heard && JSON.stringify({ heard })}</pre>
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Page />);
