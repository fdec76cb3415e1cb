/** English: what the map of the rule of thumb says. */

export const ruleMap = {
  title: "Does the rule of thumb hold?",
  sentence: (
    rent: string,
    mix: string,
    own: string,
    use: string,
    agreeing: string,
    ruled: string,
  ) =>
    `The article’s rule: rent below ${rent} GPUs or for intermittent work, taken here as less than ${use} use; mix from ${mix}; own above ${own}. It picks the cheapest way in ${agreeing} of ${ruled} cases.`,
  /** Around the figures that a reader changes: the price of a GPU, that of an hour, the years. */
  assumptions: [
    "With a GPU at ",
    ", the cloud at ",
    " an hour, and ",
    " years of service.",
  ] as readonly string[],
  caption: "The cheapest way, by number of GPUs (across) and how busy they are (down)",
  legend: "Framed: the rule says otherwise; its advice is struck out.",
  mix: "mix: own a core, rent the peaks.",
  server: (gpus: string) =>
    `A server holds ${gpus} GPUs, so one GPU alone has to pay for all ${gpus}.`,
  site: (site: string) => `Site work is counted at ${site} a GPU.`,
  silent: (silent: string, all: string) =>
    `For ${silent} of the ${all} cases the rule gives no advice.`,
  ways: { own: "own", hybrid: "mix", rent: "rent" },
};
