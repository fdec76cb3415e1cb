"use client";

import { useEffect, useRef, useState } from "react";
import "chip-calculators/auto";

export function Widget({ input }) {
  const [heard, setHeard] = useState();
  const element = useRef();
  // As React sets neither properties nor listeners of a custom element that it hydrates:
  // https://github.com/facebook/react/issues/35446
  useEffect(() => {
    const { current } = element;
    const hear = ({ detail }) => setHeard(detail.result);
    current.addEventListener("chip-result", hear);
    current.input = input;
    return () => current.removeEventListener("chip-result", hear);
  }, [input]);
  return (
    <>
      <chip-cluster-tco ref={element} gpus="64">
        <p>What 64 GPUs cost to own.</p>
      </chip-cluster-tco>
      <pre id="results">{heard && JSON.stringify({ heard })}</pre>
    </>
  );
}
