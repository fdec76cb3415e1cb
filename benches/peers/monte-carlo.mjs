/**
 * Monte Carlo of the break-even's saving in plain JavaScript and in Squiggle: five uncertain inputs, the
 * same distributions, and of the results the mean, the usual quantiles, a histogram and the probability.
 */
import { run } from "@quri/squiggle-lang";

export const UNCERTAIN = [
  { parameter: "cloudRate", distribution: "uniform", low: 2, high: 9 },
  { parameter: "gpuPrice", distribution: "triangular", low: 20000, mode: 30000, high: 50000 },
  { parameter: "utilization", distribution: "uniform", low: 0.2, high: 1 },
  { parameter: "discountRate", distribution: "uniform", low: 0.05, high: 0.15 },
  { parameter: "operationsFraction", distribution: "uniform", low: 0.05, high: 0.25 },
];

const draw = {
  uniform: ({ low, high }, u) => low + (high - low) * u,
  triangular: ({ low, mode, high }, u) =>
    u < (mode - low) / (high - low)
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode)),
};

function saving(cloudRate, gpuPrice, utilization, discountRate, operationsFraction) {
  let annuity = 0;
  let factor = 1;
  for (let year = 0; year < 5; year++) {
    factor /= 1 + discountRate;
    annuity += factor;
  }
  const capital = 1000 * gpuPrice + 5e6;
  return (
    annuity * (1000 * 8760 * cloudRate * utilization) -
    capital -
    annuity * operationsFraction * capital
  );
}

export function plain(samples) {
  const values = new Float64Array(samples);
  let sum = 0;
  let positive = 0;
  for (let index = 0; index < samples; index++) {
    const value = saving(...UNCERTAIN.map((one) => draw[one.distribution](one, Math.random())));
    values[index] = value;
    sum += value;
    if (value > 0) positive++;
  }
  values.sort();
  const quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map(
    (p) => values[Math.floor(p * (samples - 1))],
  );
  const counts = new Float64Array(40);
  const low = values[0];
  const width = (values[samples - 1] - low) / counts.length;
  for (const value of values) {
    counts[Math.min(counts.length - 1, Math.floor((value - low) / width))]++;
  }
  return { mean: sum / samples, quantiles, counts, probability: positive / samples };
}

const MODEL = `
cloudRate = SampleSet.fromDist(uniform(2, 9))
gpuPrice = SampleSet.fromDist(triangular(20000, 30000, 50000))
utilization = SampleSet.fromDist(uniform(0.2, 1))
discountRate = SampleSet.fromDist(uniform(0.05, 0.15))
operationsFraction = SampleSet.fromDist(uniform(0.05, 0.25))
annuity = (1 - (1 + discountRate) ^ (-5)) / discountRate
capital = 1000 * gpuPrice + 5M
saving = annuity * 1000 * 8760 * cloudRate * utilization - capital - annuity * operationsFraction * capital
[mean(saving), quantile(saving, 0.05), quantile(saving, 0.5), quantile(saving, 0.95), 1 - cdf(saving, 0)]
`;

/** Mean, three quantiles and the probability, as Squiggle has them. */
export async function squiggle(samples) {
  const output = await run(MODEL, { environment: { sampleCount: samples, xyPointLength: 1000 } });
  if (!output.result.ok) throw new Error(String(output.result.value));
  return output.result.value.result.asJS();
}
