// The same checks in a worker, and a Monte Carlo that a page would not want to wait for.
import * as functions from "../../pkg/index.js";
import { check } from "./checks.mjs";

self.onmessage = ({ data: vectors }) => {
  try {
    const checks = check(functions, vectors);
    const { probability } = functions.monteCarlo({
      calculator: "cloudBreakEven",
      samples: 20_000,
      uncertain: [{ parameter: "cloudRate", distribution: "uniform", low: 1, high: 7 }],
    });
    self.postMessage({ checks, probability });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
