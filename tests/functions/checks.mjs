/**
 * What must hold of the package's functions wherever JavaScript runs: in Node, in the browsers, in a
 * worker. Free of any host's modules; each check throws where it fails.
 */

function equal(found, expected, what) {
  if (!Object.is(found, expected)) throw new Error(`${what}: ${found} is not ${expected}`);
}

/** `path code` of every bad field. */
function refused(call, what) {
  try {
    call();
  } catch (error) {
    equal(error instanceof Error, true, `${what}: an Error`);
    equal(error.name, "CalculatorError", what);
    equal(error.code, "invalidInput", what);
    return error.fields.map(({ path, code }) => `${path} ${code}`).join(", ");
  }
  throw new Error(`${what}: was not refused`);
}

/** A result at `a.b`, with `rows.ID` the row of that id and `path/12` the value divided by 12. */
function follow(answer, path) {
  const [names, divisor = "1"] = path.split("/");
  const value = names
    .split(".")
    .reduce(
      (at, name) => (Array.isArray(at) ? at.find(({ id }) => id === name) : at[name]),
      answer,
    );
  return value / Number(divisor);
}

const broken = () => {
  throw new Error("no");
};

/** What JSON cannot say, and what becomes of it. */
const STRANGE = [
  [() => ({ gpus: Number.NaN }), "gpus notANumber"],
  [() => ({ gpus: Number.POSITIVE_INFINITY }), "gpus notFinite"],
  [() => ({ gpus: Number.NEGATIVE_INFINITY }), "gpus notFinite"],
  [() => ({ gpus: 64n }), "gpus wrongType"],
  [() => ({ gpus: Symbol("64") }), "gpus wrongType"],
  [() => ({ gpus: () => 64 }), "gpus wrongType"],
  [() => ({ gpus: Object(64) }), "gpus wrongType"],
  [() => ({ gpus: new Float64Array(2) }), "gpus wrongType"],
  [() => ({ gpus: new Date(0) }), "gpus wrongType"],
  [() => ({ gpus: new Array(4294967295) }), "gpus tooManyEntries"],
  [() => Object.defineProperty({}, "gpus", { get: broken }), "gpus wrongType"],
  [() => new Proxy({}, { ownKeys: broken }), "input wrongType"],
  [() => new Proxy([], { get: broken }), "input wrongType"],
  [
    () => {
      const round = {};
      round.round = round;
      return round;
    },
    "round unknownField",
  ],
  [() => () => ({}), "input wrongType"],
  [() => null, "input wrongType"],
  [() => 64, "input wrongType"],
  [() => new Float64Array(3), "input wrongType"],
  [() => new Uint8Array(3), "input wrongType"],
  [() => JSON.parse('{"__proto__": {"gpus": 8}}'), "__proto__ unknownField"],
  [() => ({ "gpus\ud800": 1 }), "gpus\ufffd unknownField"],
];

const one = Float64Array.of(1);

/** Bad batches. */
const BATCHES = [
  [undefined, "calculator missing, columns missing"],
  [null, "input wrongType"],
  [[], "input wrongType"],
  [{ columns: { gpus: one } }, "calculator missing"],
  ...[
    [{}, "columns missing"],
    [{ columns: 3 }, "columns wrongType"],
    [{ columns: [[7]] }, "columns wrongType"],
    [{ columns: new Float64Array(2) }, "columns wrongType"],
    [Object.defineProperty({}, "columns", { get: broken, enumerable: true }), "columns wrongType"],
    [{ columns: new Proxy({}, { ownKeys: broken }) }, "columns wrongType"],
    [{ columns: { gpus: new Float32Array(1) } }, "columns.gpus wrongType"],
    [{ columns: { gpus: new Float64Array() } }, "columns.gpus emptyList"],
    [{ columns: { colour: one } }, "columns.colour unknownField"],
    [{ columns: { pue: one, gpus: Float64Array.of(1, 2) } }, "columns.gpus tooManyEntries"],
    [{ columns: { pue: Float64Array.of(1, 1), gpus: one } }, "columns.gpus missing"],
    [
      {
        columns: { gpus: Float64Array.of(1, 0, Number.NaN, 1.5), pue: Float64Array.of(1, 1, 1, 9) },
      },
      "gpus[1] belowMinimum, gpus[2] notANumber, gpus[3] notAnInteger, pue[3] aboveMaximum",
    ],
    [
      { outputs: ["cost"], columns: { gpus: "7", pue: one } },
      "outputs[0] unknownChoice, columns.gpus wrongType",
    ],
  ].map(([rest, expected]) => {
    const request = Object.defineProperties({}, Object.getOwnPropertyDescriptors(rest));
    request.calculator = "clusterTco";
    return [request, expected];
  }),
];

/** A batch longer than what crosses at once is its single calls, bit for bit, null as NaN. */
function batches({ batch, cloudBreakEven }) {
  const rows = 10_000;
  const column = (value) => Float64Array.from({ length: rows }, (_, row) => value(row));
  const columns = {
    cloudRate: column((row) => 0.3 + row / 1000),
    cloudBilling: column((row) => row % 2),
    utilization: column((row) => row / rows).subarray(0, rows),
  };
  const outputs = ["paybackMonths", "saving", "breakEvenUtilization"];
  const input = { preset: "article", years: 4 };
  const answer = batch({ calculator: "cloudBreakEven", input, outputs, columns });
  equal(
    Object.keys(answer).join(),
    "columns,rows,calculator,conventions,input,modelVersion",
    "a batch",
  );
  equal(answer.rows, rows, "rows");
  equal(answer.input.years, 4, "input");
  let nulls = 0;
  for (let row = 0; row < rows; row += 7) {
    const single = cloudBreakEven({
      ...input,
      cloudRate: columns.cloudRate[row],
      utilization: columns.utilization[row],
      cloudBilling: ["used", "reserved"][row % 2],
    });
    for (const name of outputs) {
      nulls += single[name] === null;
      equal(answer.columns[name][row], single[name] ?? Number.NaN, `${name}[${row}]`);
    }
  }
  equal(nulls > 0, true, "a null that comes back as NaN is tried too");

  columns.cloudRate[9000] = -1;
  const found = refused(() => batch({ calculator: "cloudBreakEven", columns }), "a late row");
  equal(found, "cloudRate[9000] belowMinimum", "a late row");
}

/** Records that begin alike and are as long are not taken for each other. */
function kinds({ batch, clusterTco, cloudBreakEven }) {
  const names = (value) => Object.keys(value).join();
  const reasons = "costPerPflopHour,costPerMillionTokens";
  const outputs = ["costPerPflopHour", "total"];
  const columns = { gpus: Float64Array.of(8, 16) };
  const offers = [{ id: "a", cloudRate: 3 }];
  for (let time = 0; time < 3; time++) {
    equal(names(clusterTco().reasons), reasons, "the reasons of nulls");
    const answer = batch({ calculator: "clusterTco", outputs, columns });
    equal(names(answer.columns), outputs.join(), "the columns of a batch");
    equal(answer.columns.total[1] > answer.columns.total[0], true, "the columns' numbers");
    for (const more of [{ offers }, { demand: { variation: 1 } }]) {
      const [name] = Object.keys(more);
      const { input } = cloudBreakEven({ gpus: 64, ...more });
      equal(input.gpus === 64 && name in input, true, `an input with ${name}`);
      equal(Object.keys(input).length, names(cloudBreakEven().input).split(",").length + 1, name);
    }
  }
}

/** What stands deeper in an input varies by its path. */
function paths({ batch, goalSeek, pricePerformance, responseCurve }) {
  const columns = { "chips.h100-sxm.price": Float64Array.of(20_000, 33_750) };
  const outputs = ["rows.h100-sxm.index"];
  const answer = batch({ calculator: "pricePerformance", outputs, columns });
  const chips = (price) => [{ id: "h200-sxm" }, { id: "h100-sxm", price }];
  columns["chips.h100-sxm.price"].forEach((price, row) => {
    const single = follow(pricePerformance({ chips: chips(price) }), outputs[0]);
    equal(answer.columns[outputs[0]][row], single, `an index at ${price}`);
  });
  const scenarios = [
    { id: "a", probability: 0.5, value: 1 },
    { id: "b", probability: 0.5, value: 3 },
  ];
  const request = {
    calculator: "scenarioOutlook",
    input: { scenarios },
    parameter: "scenarios.a.probability",
  };
  const sought = goalSeek({ ...request, target: 2.5 });
  equal(sought.value, 0.25, "a probability");
  equal(sought.conventions.join(), "otherProbabilitiesKeepRatios", "what is taken for granted");
  try {
    responseCurve({ ...request, parameter: "scenarios.c.probability" });
  } catch (error) {
    equal(error.fields[0].nearest[0], "scenarios.a.probability", "the nearest path");
    return;
  }
  throw new Error("an unknown path was not refused");
}

/** Runs every check; `cases` and `refusals` are the reference vectors. */
export function check(functions, { cases, refusals }) {
  for (const { name, function: called, input, expect } of cases) {
    const answer = functions[called](input);
    for (const [path, [value, tolerance]] of Object.entries(expect)) {
      const found = follow(answer, path);
      const near = Math.abs(found - value) <= tolerance;
      equal(near, true, `${name}: ${path} is ${found}, not ${value} within ${tolerance}`);
    }
  }
  for (const { function: called, input, fields } of refusals) {
    const found = refused(() => functions[called](input), JSON.stringify(input));
    equal(found, fields.map((field) => field.join(" ")).join(", "), JSON.stringify(input));
  }

  const { batch, clusterTco, pricePerformance } = functions;
  for (const [make, expected] of STRANGE) {
    equal(
      refused(() => clusterTco(make()), String(make)),
      expected,
      String(make),
    );
  }
  const endless = () => pricePerformance({ chips: new Array(4294967295) });
  equal(refused(endless, "an endless list"), "chips tooManyEntries", "an endless list");
  for (const [request, expected] of BATCHES) {
    equal(
      refused(() => batch(request), expected),
      expected,
      "a bad batch",
    );
  }

  try {
    clusterTco({ gpus: -5 });
  } catch (error) {
    const [{ value, min, max }] = error.fields;
    equal([value, min, max].join(), "-5,1,1000000", "an error's field");
    equal(error.message, "invalid input: gpus (belowMinimum)", "an error's message");
  }

  equal(clusterTco({ gpus: undefined }).input.gpus, 1000, "undefined is no value");
  equal(clusterTco().capital, 42e6, "no input is the defaults");
  const nested = {
    get gpus() {
      return clusterTco({ gpus: 16 }).installedGpus;
    },
  };
  equal(clusterTco(nested).input.gpus, 16, "an input may call a calculator");
  const { year } = clusterTco({}).schedule;
  clusterTco({ years: 9 });
  equal(year instanceof Float64Array && year.join(), "0,1,2,3,4,5", "a later call changes nothing");
  const own = pricePerformance({
    chips: [{ id: "比", name: "芯片 ½", price: 1, performance: 1, sparsity: "dense" }],
  });
  equal(own.rows[0].name, "芯片 ½", "texts come back as they went");

  batches(functions);
  kinds(functions);
  paths(functions);
  return cases.length + refusals.length + STRANGE.length + BATCHES.length;
}
