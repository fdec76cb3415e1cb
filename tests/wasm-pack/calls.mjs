/** A call of each function that the module exports, by name: its arguments, or what makes them. */

const calculator = "cloudBreakEven";
const uncertain = [
  { parameter: "cloudRate", distribution: "lognormal", p5: 2.4, p95: 10.6 },
  { parameter: "pue", distribution: "uniform", low: 1.1, high: 1.6 },
];
const batch = {
  calculator,
  outputs: ["saving", "breakEvenUtilization"],
  columns: { cloudRate: Float64Array.of(2, 4, 8) },
};
const monteCarlo = { calculator, samples: 500, seed: 7, uncertain };
const tornado = { calculator };
/** Those that take long take a second argument, and return a promise. */
const long = () => ({ signal: new AbortController().signal, onProgress() {} });

export const calls = {
  pricePerformance: [{}],
  clusterTco: [{ gpus: 64 }],
  cloudBreakEven: [{ years: 1, discountRate: 0, operationsFraction: 0 }],
  investmentReturn: [{}],
  productLine: [{}],
  scenarioOutlook: [{ preset: "article" }],
  responseCurve: [{ calculator, parameter: "utilization", points: 11 }],
  responseCurves: [{ calculator, parameters: ["utilization", "cloudRate"], points: 11 }],
  tornado: [tornado],
  goalSeek: [{ calculator, parameter: "cloudRate", target: 0 }],
  monteCarlo: [monteCarlo],
  batch: [batch],
  tornadoAsync: [tornado, long()],
  monteCarloAsync: [monteCarlo, long()],
  batchAsync: [batch, long()],
  checkClaims: [],
  builtInArticle: [],
  ruleMap: [{ sizes: [8, 200], utilizations: [0.3, 0.9] }],
  draftArticle: ["The investment of $42 million pays back in 7.4 months."],
  version: [],
  plainError: ({ clusterTco }) => {
    try {
      clusterTco({ gpus: -5 });
    } catch (error) {
      return [error];
    }
    throw new Error("was not refused");
  },
};
