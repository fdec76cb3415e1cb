"use client";

import { useState } from "react";
import "chip-calculators/auto";

export function Widget({ input }) {
  const [heard, setHeard] = useState();
  return (
    <>
      <chip-cluster-tco input={input} onchip-result={({ detail }) => setHeard(detail.result)}>
        <p>What 64 GPUs cost to own.</p>
      </chip-cluster-tco>
      <pre id="results">{heard && JSON.stringify({ heard })}</pre>
    </>
  );
}
