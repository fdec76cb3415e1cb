// The expected errors are checks: the compiler fails where one is not an error.
import type {} from "chip-calculators/react";

export const good = (
  <chip-cluster-tco
    id="cost"
    gpus={64}
    cloud-rate="3"
    preset="h100"
    theme="dark"
    lang="zh"
    input={{ gpus: 64 }}
    onchip-result={({ detail }) => console.log(detail.result)}
  >
    Owning costs less.
  </chip-cluster-tco>
);

// @ts-expect-error no theme is called pink
export const theme = <chip-cluster-tco theme="pink" />;

// @ts-expect-error a parameter misspelt
export const name = <chip-cluster-tco gpu={64} />;

// @ts-expect-error no calculator has this tag
export const tag = <chip-nothing />;

export const sentence = (
  <chip-scope preset="h200" gpus={64}>
    At <chip-variable name="gpuPrice">$37,000</chip-variable>, owning saves{" "}
    <chip-value of="saving" absolute>
      $30 million
    </chip-value>
    .
  </chip-scope>
);

// @ts-expect-error a figure's claim, misspelt
export const figure = <chip-figure claims="payback" />;
