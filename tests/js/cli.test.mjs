/** The command of the built package. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as functions from "../../pkg/index.js";
import { render } from "../../pkg/static.js";
import { source } from "./source.mjs";

const { calculators } = await source("generated/metadata");
const { Lines } = await source("cli/terminal");

const file = (name) => new URL(`../../pkg/${name}`, import.meta.url);
const manifest = JSON.parse(readFileSync(file("package.json"), "utf8"));
const COMMAND = fileURLToPath(file(manifest.bin["chip-calculators"]));

function start(args, options = {}) {
  const { node = [], ...rest } = options;
  return spawn(process.execPath, [...node, COMMAND, ...args], rest);
}

/** Runs the command; `input` is what it reads. */
async function run(args, input = "") {
  const child = start(args);
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, stdout, stderr };
}

const lines = (text) => text.split("\n").slice(0, -1);

/** Results as JSON lines have them. */
const plain = (result) =>
  JSON.parse(
    JSON.stringify(result, (_, part) => (part instanceof Float64Array ? Array.from(part) : part)),
  );

test("the command is there and can be run as it is", () => {
  assert.ok(existsSync(COMMAND));
  assert.match(readFileSync(COMMAND, "utf8"), /^#!\/usr\/bin\/env node\n/);
});

test("--help lists commands and calculators, --version the version", async () => {
  for (const flag of ["--help", "-h"]) {
    const { code, stdout, stderr } = await run([flag]);
    assert.deepEqual([code, stderr], [0, ""]);
    for (const word of ["render", "compute", "cloud-break-even", "scenario-outlook", "--version"]) {
      assert.ok(stdout.includes(word), word);
    }
  }
  assert.equal((await run(["--version"])).stdout, `${manifest.version}\n`);
});

test("the help of a calculator has every parameter with unit, bounds and default", async () => {
  for (const [command, written] of [
    ["compute", (name) => name],
    ["render", (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`],
  ]) {
    const { code, stdout } = await run([command, "cloud-break-even", "--help"]);
    assert.equal(code, 0);
    for (const info of calculators.cloudBreakEven.parameters) {
      const line = lines(stdout).find((line) => line.startsWith(`  ${written(info.name)} `));
      assert.ok(line, info.name);
      assert.ok(line.includes(`default ${info.default}`), line);
      if (info.kind === "choice") assert.ok(line.includes(info.words.join("|")), line);
      else assert.ok(line.includes(`${info.min} to ${info.max} ${info.unit}`.trim()), line);
    }
  }
  const { stdout } = await run(["compute", "price-performance", "--help"]);
  assert.ok(stdout.includes("bf16Sparse, fp8Dense"));
  assert.equal((await run(["render", "--help"])).code, 0);
  assert.equal((await run(["compute", "-h"])).code, 0);
});

test("render prints what the function renders", async () => {
  const args = ["--preset", "article", "--gpus", "64", "--cloud-rate=6.5", "--lang", "zh"];
  const { code, stdout, stderr } = await run(["render", "cloud-break-even", ...args]);
  const options = { preset: "article", gpus: 64, cloudRate: 6.5, lang: "zh" };
  assert.deepEqual([code, stderr], [0, ""]);
  assert.equal(stdout, `${render("cloudBreakEven", options)}\n`);
  const chips = await run(["render", "price-performance", "--chips", "h100-sxm h200-sxm"]);
  assert.equal(
    chips.stdout,
    `${render("pricePerformance", { chips: ["h100-sxm", "h200-sxm"] })}\n`,
  );
});

test("render prints a whole document", async () => {
  const args = [
    "render",
    "productLine",
    "--page",
    "--lang",
    "zh",
    "--theme",
    "dark",
    "--width",
    "400",
    "--base",
    "/chips/",
  ];
  const { stdout } = await run(args);
  assert.match(stdout, /^<!doctype html>\n<html lang="zh-Hans">/);
  assert.ok(stdout.includes(render("productLine", { lang: "zh", theme: "dark", width: 400 })));
});

test("render takes what a publisher says of a widget, and refuses what is none", async () => {
  const { stdout } = await run([
    ...["render", "clusterTco", "--heading", 'What "it" costs', "--surface-color", "fff4e0"],
    ...["--currency", "EUR", "--rate", "0.9", "--rate-date", "2026-11-01"],
  ]);
  assert.match(stdout, / heading="What &quot;it&quot; costs" .* style="--chip-surface:#fff4e0;/);
  assert.match(stdout, /<p>€2\.86 for every hour/);
  const { code, stderr } = await run(["render", "clusterTco", "--heading-level", "9"]);
  assert.deepEqual([code, stderr], [1, "--heading-level=9: is not one of the choices\n"]);
});

test("render tells every bad figure in a line and exits with 1", async () => {
  const bad = ["--gpus", "-5", "--pue", "abc", "--lang", "fr", "--width", "9", "--preset", '"><b>'];
  const { code, stdout, stderr } = await run(["render", "cluster-tco", ...bad]);
  assert.deepEqual([code, stdout], [1, ""]);
  assert.deepEqual(lines(stderr), [
    '--preset = "\\"><b>": there is no such set of figures. Choose one from the list'.replace(
      '\\"',
      '"',
    ),
    "--gpus = -5: enter 1 or more",
    '--pue = "abc": enter a number',
    '--lang = "fr": choose one from the list',
    "--width = 9: enter 160 or more",
  ]);
});

for (const [args, message] of [
  [[], "a command is missing"],
  [["rendr"], "unknown command rendr; did you mean render?"],
  [["--hepl"], "unknown flag --hepl; did you mean --help?"],
  [["render"], "render what? the calculator comes first"],
  [
    ["render", "cloud-breakeven"],
    "no calculator is called cloud-breakeven; did you mean cloud-break-even?",
  ],
  [["render", "cloud-break-even", "--gpu", "3"], "unknown flag --gpu; did you mean --gpus?"],
  [
    ["render", "cloud-break-even", "--gpuPrice", "3"],
    "unknown flag --gpuPrice; did you mean --gpu-price?",
  ],
  [["render", "cloud-break-even", "--qqqqqqqq", "3"], "unknown flag --qqqqqqqq"],
  [["render", "cloud-break-even", "--gpus"], "--gpus needs a value"],
  [["render", "cloud-break-even", "--gpus", "--lang", "zh"], "--gpus needs a value"],
  [["render", "cloud-break-even", "--gpus", "1", "--gpus", "2"], "--gpus is given twice"],
  [["render", "cloud-break-even", "--page=yes"], "--page takes no value"],
  [["render", "cloud-break-even", "64"], "what is 64?"],
  [["render", "cloud-break-even", "\u001b[31m"], "what is \\u001b[31m?"],
  [["compute", "cluster-tco", "--json", "--csv"], "--json and --csv exclude each other"],
  [["compute", "cluster-tco", "--input", "xml"], "--input is json or csv, not xml"],
  [
    ["compute", "price-performance", "--csv"],
    "price-performance has no single results to print as CSV",
  ],
  [["compute", "cluster-tco", "--gpus", "3"], "unknown flag --gpus"],
]) {
  test(`wrongly called: ${JSON.stringify(args.join(" "))}`, async () => {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual([code, stdout], [2, ""]);
    const [first, hint, ...more] = lines(stderr);
    assert.equal(first, `chip-calculators: ${message}`);
    assert.match(hint, /--help/);
    assert.deepEqual(more, []);
  });
}

test("with a terminal on standard input, says what to give it", async () => {
  const terminal = "data:text/javascript,process.stdin.isTTY = true";
  const child = start(["compute", "cluster-tco"], { node: ["--import", terminal] });
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  assert.equal(code, 2);
  assert.match(
    told,
    /nothing is on standard input\n.*chip-calculators compute cluster-tco < inputs\.csv/,
  );
});

const INPUTS = [{ gpus: 64 }, { preset: "h200", cloudRate: 3 }, {}];
const RESULTS = INPUTS.map((input) => plain(functions.cloudBreakEven(input)));

for (const [what, input] of Object.entries({
  "JSON lines": INPUTS.map((input) => JSON.stringify(input)).join("\n"),
  "JSON lines with blank ones between": `\n${INPUTS.map((input) => JSON.stringify(input)).join("\r\n\r\n")}\n`,
  "an array": JSON.stringify(INPUTS, null, 2),
  CSV: "gpus,preset,cloudRate\n64,,\n,h200,3\n,,\n",
  "CSV as a spreadsheet writes it":
    '\ufeffgpus , "preset",cloudRate\r\n64,,\r\n,"h200", 3\r\n,,\r\n',
})) {
  test(`compute reads ${what}`, async () => {
    const { code, stdout, stderr } = await run(["compute", "cloud-break-even", "--json"], input);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(
      lines(stdout).map((line) => JSON.parse(line)),
      RESULTS,
    );
  });
}

test("compute reads one object over several lines", async () => {
  const { stdout } = await run(["compute", "cloudBreakEven"], '{\n  "gpus":\n 64\n}\n');
  assert.deepEqual(JSON.parse(stdout), RESULTS[0]);
});

test("compute prints the single results as CSV, empty where there is none", async () => {
  const input = '{"gpus":64}\n{"gpus":0}\n{}\n';
  const { code, stdout } = await run(["compute", "cloud-break-even", "--csv"], input);
  assert.equal(code, 1);
  const names = calculators.cloudBreakEven.outputs.map(({ name }) => name);
  const [header, first, bad, last] = lines(stdout).map((line) => line.split(","));
  assert.deepEqual(header, names);
  assert.deepEqual(
    first,
    names.map((name) => String(RESULTS[0][name] ?? "")),
  );
  assert.deepEqual(
    bad,
    names.map(() => ""),
  );
  assert.deepEqual(
    last,
    names.map((name) => String(RESULTS[2][name] ?? "")),
  );
});

test("a bad row is told, keeps its place, and stops no other", async () => {
  const input = ['{"gpus":64}', '{"gpus":0,"x\\u001b[2J":"\\u202e"}', "not json", "5", "{}"].join(
    "\n",
  );
  const { code, stdout, stderr } = await run(["compute", "cloud-break-even"], input);
  assert.equal(code, 1);
  const [first, refused, unreadable, number, last] = lines(stdout).map((line) => JSON.parse(line));
  assert.deepEqual([first, last], [RESULTS[0], RESULTS[2]]);
  assert.deepEqual(
    refused.error.fields.map(({ path, code }) => [path, code]),
    [
      ["gpus", "belowMinimum"],
      ["x\u001b[2J", "unknownField"],
    ],
  );
  assert.match(unreadable.error.message, /^not JSON: /);
  assert.equal(number.error.fields[0].code, "wrongType");
  const told = lines(stderr);
  assert.equal(told[0], "row 2: gpus = 0: enter 1 or more");
  assert.equal(
    told[1],
    'row 2: x\\u001b[2J = "\\u202e": this calculator has no such figure. Check the name’s spelling',
  );
  assert.match(told[2], /^row 3: not JSON: /);
  assert.equal(told[3], "row 4: 5 is no input: write an object; {} takes every default");
  assert.equal(told.length, 4);
});

test("a bad first line of JSON lines stops no other", async () => {
  const { code, stdout, stderr } = await run(["compute", "cloud-break-even"], '{"gpus":64\n{}\n');
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(lines(stdout)[1]), RESULTS[2]);
  assert.match(stderr, /^row 1: not JSON: .*\n$/);
});

test("cells of CSV are numbers as the widgets read them, and a bad row stops no other", async () => {
  const rows = [
    "64,",
    '"12,000",',
    "20%,",
    "1e2,",
    "0x10,",
    "1",
    '5,"a',
    "1,NaN",
    `1,${"9".repeat(2e6)}`,
    "64,",
  ];
  const { code, stdout, stderr } = await run(
    ["compute", "cloud-break-even"],
    `gpus,cloudRate\n${rows.join("\n")}\n`,
  );
  assert.equal(code, 1);
  const results = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(results.length, rows.length);
  const good = results.flatMap((result, index) => ("error" in result ? [] : [index]));
  assert.deepEqual(good, [0, 1, 3, 9]);
  assert.equal(results[1].input.gpus, 12000);
  assert.deepEqual(results[9], RESULTS[0]);
  const told = lines(stderr);
  assert.equal(told[0], 'row 3: gpus = "20%": enter a number');
  assert.equal(told[1], 'row 5: gpus = "0x10": enter a number');
  assert.equal(told[2], "row 6: 1 cell under a header of 2");
  assert.equal(told[3], "row 7: a quotation mark is opened and not closed");
  assert.equal(told[4], 'row 8: cloudRate = "NaN": enter a number');
  assert.match(told[5], /^row 9: longer than/);
  assert.equal(told.length, 6);
});

/** The single results of inputs, as lines of CSV. */
const asCsv = (inputs) =>
  inputs.map((input) => {
    const result = plain(functions.cloudBreakEven(input));
    return calculators.cloudBreakEven.outputs.map(({ name }) => String(result[name] ?? "")).join();
  });

test("rows that are computed together say what each says alone", async () => {
  const inputs = [
    { gpus: 64, cloudRate: 7, cloudBilling: "reserved" },
    { gpus: 64, cloudRate: 0.5 },
    { gpus: 8 },
    { gpus: 64, preset: "h200" },
    { gpus: 64, cloudRate: 7, utilization: 0.7 },
  ];
  const names = ["gpus", "cloudRate", "cloudBilling", "preset", "utilization"];
  const cells = (input) => names.map((name) => input[name] ?? "").join();
  const table = [names.join(), ...inputs.map(cells), "64,-1,,,", "64,$7,,,70%"].join("\n");
  const { code, stdout, stderr } = await run(["compute", "cloud-break-even", "--csv"], table);
  assert.equal(code, 1);
  const [, ...found] = lines(stdout);
  assert.deepEqual(found.slice(0, 5), asCsv(inputs));
  assert.match(found[5], /^,+$/);
  assert.equal(found[6], found[4], "$7 and 70% are what 7 and 0.7 are");
  assert.equal(stderr, "row 6: cloudRate = -1: enter 0 or more\n");
});

test("numbers are read and written to the last digit", async () => {
  const rates = ["0.1", ".7", "5.", "0.123456789012345", "0.1234567890123456789", "1e-7", "1e2"];
  const sizes = ["3", "0012", "1e5", "7", "999999", "12", "100000"];
  const table = ["gpus,cloudRate", ...rates.map((rate, at) => `${sizes[at]},${rate}`)].join("\n");
  const { code, stdout } = await run(["compute", "cloud-break-even", "--csv"], table);
  const inputs = rates.map((rate, at) => ({ gpus: Number(sizes[at]), cloudRate: Number(rate) }));
  assert.deepEqual([code, lines(stdout).slice(1)], [0, asCsv(inputs)]);
});

test("columns are passed on where they are to be kept, quoted where they must be", async () => {
  const table = 'id,gpus,note\n1,64,"a, ""b"""\n2,8,\n3,x,c\n';
  const args = ["compute", "cloud-break-even", "--csv", "--keep", "note,id,gpus"];
  const { code, stdout } = await run(args, table);
  assert.equal(code, 1);
  const [header, ...found] = lines(stdout);
  assert.match(header, /^note,id,gpus,annualOwn,|^note,id,gpus,/);
  const [first, second] = asCsv([{ gpus: 64 }, { gpus: 8 }]);
  assert.deepEqual(found.slice(0, 2), [`"a, ""b""",1,64,${first}`, `,2,8,${second}`]);
  assert.match(found[2], /^c,3,x,,/);
  const missing = await run(["compute", "cloud-break-even", "--csv", "--keep", "x"], "gpus\n1\n");
  assert.equal(missing.stderr, 'the header: no column "x" to keep\n');
  const json = await run(["compute", "cloud-break-even", "--keep", "id"], "id\n1\n");
  assert.deepEqual([json.code, json.stdout], [2, ""]);
});

test("a quoted cell may hold line breaks, and its row is one", async () => {
  const table = [
    "id,gpus,note",
    '1,64,"two',
    "",
    'lines, ""quoted"""',
    "2,8,",
    '"a',
    'b",x,c',
    '3,64,"d\r',
    'e"\r',
    "4,8,f",
    "5,x,",
    "",
  ].join("\n");
  const keep = ["--csv", "--keep", "id,note"];
  const { code, stdout, stderr } = await run(["compute", "cloud-break-even", ...keep], table);
  const [many, few] = asCsv([{ gpus: 64 }, { gpus: 8 }]);
  const none = ",".repeat(many.split(",").length - 1);
  const [, ...found] = stdout.split(/\n(?=(?:[^"]|"[^"]*")*$)/);
  assert.deepEqual(found, [
    `1,"two\n\nlines, ""quoted""",${many}`,
    `2,,${few}`,
    `"a\nb",c,${none}`,
    `3,"d\r\ne",${many}`,
    `4,f,${few}`,
    `5,,${none}`,
    "",
  ]);
  assert.equal(code, 1);
  assert.deepEqual(lines(stderr), [
    'row 3: gpus = "x": enter a number',
    'row 6: gpus = "x": enter a number',
  ]);
  const json = await run(["compute", "cloud-break-even"], 'gpus,preset\n8,"no\nsuch"\n,\n8,\n');
  assert.equal(lines(json.stdout).length, 3);
  assert.match(json.stderr, /^row 1: preset = "no\\nsuch": [^\n]*\n$/);
});

test("a quote that does not end at the end of a cell spoils its own line alone", async () => {
  const open = "a quotation mark is opened and not closed";
  for (const [rows, expected] of [
    ['8,"a\n8,b\n8,"c"\n8,d\n', [1, open]],
    ['8,"a\n8,b\n8,"c\n8,d\n', [1, open, 3, open]],
    ['8,"a\n8,"b\n8,"c"\n', [1, open, 2, open]],
    [`8,"a\n${"8,b\n".repeat(300_000)}8,c"\n`, [1, open]],
    ['8,"a\n8,b', [1, open]],
    ['8,"a""\nb\n"\n8,"c', [2, open]],
  ]) {
    const args = ["compute", "cloud-break-even", "--csv", "--keep", "note"];
    const { stderr } = await run(args, `gpus,note\n${rows}`);
    const told = expected.flatMap((row, at) =>
      typeof row === "number" ? [`row ${row}: ${expected[at + 1]}`] : [],
    );
    assert.deepEqual(lines(stderr), told, rows.slice(0, 40));
  }
});

test("a row of several lines may come in any pieces, and a long table has many", async () => {
  const row = (at) => [`${at},${1 + (at % 9)},"x${at}\n""y"",`, `z",\n${at},8,,\n`];
  const table = ["id,gpus,note,cloudRate\n", ...Array.from({ length: 9000 }, (_, at) => row(at))];
  const args = ["compute", "cloud-break-even", "--csv", "--keep", "id,note"];
  const child = start(args);
  const written = pipeline(Readable.from(table.flat(), { objectMode: false }), child.stdin);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), written]);
  assert.equal(stderr, "");
  const sizes = asCsv(Array.from({ length: 9 }, (_, at) => ({ gpus: at + 1 })));
  const expected = Array.from({ length: 9000 }, (_, at) => [
    `${at},"x${at}\n""y"",z",${sizes[at % 9]}`,
    `${at},,${sizes[7]}`,
  ]);
  const [, ...found] = stdout.split(/\n(?=\d+,(?:"x|,))/);
  assert.deepEqual(
    found,
    expected.flat().map((line, at, all) => (at === all.length - 1 ? `${line}\n` : line)),
  );
});

for (const [what, separator] of [
  ["semicolons", ";"],
  ["tabs", "\t"],
]) {
  test(`a table separated by ${what} has decimal commas`, async () => {
    const table = [
      ["gpus", "cloudRate", "utilization", "gpuPrice"],
      ["1000", "6,5", "0,7", ""],
      ["64", "12,25", "", "37.000,5"],
    ];
    const text = table.map((row) => row.join(separator)).join("\r\n");
    const { code, stdout, stderr } = await run(["compute", "cloud-break-even", "--csv"], text);
    assert.equal(code, 0);
    assert.match(stderr, new RegExp(`^read as a table separated by ${what};`));
    const inputs = [
      { gpus: 1000, cloudRate: 6.5, utilization: 0.7 },
      { gpus: 64, cloudRate: 12.25, gpuPrice: 37000.5 },
    ];
    assert.deepEqual(lines(stdout).slice(1), asCsv(inputs));
  });
}

test("a point that may stand between thousands is asked about", async () => {
  const table = "gpus;gpuPrice\n64;37.000\n64;1.234.567\n64;37.0000\n64;0.125\n";
  const args = ["compute", "cloud-break-even", "--csv"];
  const { code, stdout, stderr } = await run(args, table);
  assert.equal(code, 1);
  const prices = [37, 0.125].map((gpuPrice) => ({ gpus: 64, gpuPrice }));
  assert.deepEqual(lines(stdout).slice(3), asCsv(prices));
  assert.deepEqual(lines(stderr).slice(1), [
    'row 1: gpuPrice = "37.000": write 37000, or 37.0000 if the point is decimal',
    "row 2: gpuPrice = 1234567: enter 1,000,000 or less",
  ]);
  const english = await run(args, "gpus,gpuPrice\n64,37.000\n");
  assert.deepEqual([english.code, lines(english.stdout)[1]], [0, asCsv(prices)[0]]);
});

test("UTF-16 is read by its mark", async () => {
  for (const swap of [false, true]) {
    const bytes = Buffer.from("\ufeffgpus,preset\n64,\n", "utf16le");
    const { code, stdout } = await run(
      ["compute", "cloud-break-even", "--csv"],
      swap ? bytes.swap16() : bytes,
    );
    assert.deepEqual([code, lines(stdout)[1]], [0, asCsv([{ gpus: 64 }])[0]]);
  }
});

test("UTF-16 without a mark and the line ends of the first Macs are read", async () => {
  const [expected] = asCsv([{ gpus: 64 }]);
  for (const bytes of [
    Buffer.from("gpus,preset\n64,\n", "utf16le"),
    Buffer.from("gpus,preset\n64,\n", "utf16le").swap16(),
    Buffer.from("gpus,preset\r64,\r"),
  ]) {
    const { code, stdout } = await run(["compute", "cloud-break-even", "--csv"], bytes);
    assert.deepEqual([code, lines(stdout)[1]], [0, expected]);
  }
});

test("bytes that are no text are refused, not passed on as others", async () => {
  const table = Buffer.from("name,gpus\nM\u00fcller,64\n", "latin1");
  const args = ["compute", "cloud-break-even", "--csv", "--keep", "name"];
  const { code, stderr } = await run(args, table);
  assert.equal(code, 1);
  assert.match(stderr, /^not UTF-8: save it as that, or convert it, for instance with iconv /);
});

test("a list in place of an object is shown as one", async () => {
  const { code, stderr } = await run(["compute", "cluster-tco"], "[[64]]");
  assert.equal(code, 1);
  assert.equal(stderr, "row 1: [64] is no input: write an object; {} takes every default\n");
});

test("a file behind the calculator is answered with how inputs are read", async () => {
  const { code, stderr } = await run(["compute", "cloud-break-even", "in.csv"]);
  assert.equal(code, 2);
  assert.match(stderr, /what is in\.csv\?\ninputs come from .* cloud-break-even < in\.csv\n$/);
});

test("the help says what figures look like in tables and in JSON", async () => {
  const { stdout } = await run(["compute", "--help"]);
  assert.match(stdout, /In tables, "70%", "\$7" and "37k" are read\s+too; in JSON a figure is/);
});

test("JSON values follow one another however they are printed", async () => {
  const printed = INPUTS.map((input) => JSON.stringify(input, null, 2)).join("\n");
  const touching = INPUTS.map((input) => JSON.stringify(input)).join("");
  for (const input of [printed, touching]) {
    const { code, stdout } = await run(["compute", "cloud-break-even", "--json"], input);
    assert.equal(code, 0);
    assert.deepEqual(
      lines(stdout).map((line) => JSON.parse(line)),
      RESULTS,
    );
  }
  const cut = await run(["compute", "cloud-break-even"], `${printed}\n{\n "gpus":`);
  assert.equal(cut.code, 1);
  assert.match(cut.stderr, /^row 4: not JSON: /);
});

test("a value of JSON that is none spoils no other, however they are printed", async () => {
  const good = (gpus) => functions.cloudBreakEven({ gpus }).annualOwn;
  for (const [input, results] of [
    ['{"gpus": 64\n}', [good(64)]],
    ['{"gpus":1}\n{\n"gpus":2\n}', [good(1), good(2)]],
    ['{"gpus":64}{"gpus":8,}{"gpus":9}', [good(64), undefined, good(9)]],
    ['{"gpus":64,\n{"gpus":8}\n{"gpus":9}', [undefined, good(8), good(9)]],
    ['{"gpus":"64}\n{"gpus":8}', [undefined, good(8)]],
    ['{\n"gpus": 2,\n}\n{"gpus":3}', [undefined, good(3)]],
    ['{"gpus":1', [undefined]],
    ['{"a":\n{"gpus":8}\n', [undefined, good(8)]],
    ['{"gpus":64,"gpus":8}\n{"gpus":3}', [undefined, good(3)]],
  ]) {
    const { stdout, stderr } = await run(["compute", "cloud-break-even"], input);
    const found = lines(stdout).map((line) => JSON.parse(line).annualOwn);
    assert.deepEqual(found, results, input);
    const bad = results.flatMap((result, row) => (result === undefined ? [`row ${row + 1}`] : []));
    assert.deepEqual(
      lines(stderr).map((line) => line.split(":")[0]),
      bad,
      input,
    );
  }
  const { stderr } = await run(["compute", "cloud-break-even"], '{"gpus":64,"gpus":8}');
  assert.equal(stderr, 'row 1: "gpus" is there twice\n');
  const list = await run(
    ["compute", "cloud-break-even"],
    '[{"gpus":64},{"gpus":64,"gpus":8},{"demand":{"mean":5,"mean":6}},{"gpus":8},{"gpus":9}]',
  );
  assert.deepEqual(lines(list.stderr), [
    'row 2: "gpus" is there twice',
    'row 3: "mean" is there twice',
  ]);
  const found = lines(list.stdout).map((line) => JSON.parse(line).annualOwn);
  assert.deepEqual(found, [good(64), undefined, undefined, good(8), good(9)]);
});

test("a word that is none is told which there are", async () => {
  const { stderr } = await run(
    ["compute", "cloud-break-even"],
    '{"annualization":"levelised"}\n{"preset":"artikle"}\n',
  );
  assert.match(
    stderr,
    /^row 1: annualization = "levelised": only annuity, straightLine or averageBalance\n/,
  );
  assert.match(stderr, /\nrow 2: preset = "artikle": only article, .*; did you mean article\?\n$/);
});

test("standard input is no directory", async () => {
  const folder = openSync(tmpdir(), "r");
  const child = start(["compute", "cloud-break-even"], { stdio: [folder, "pipe", "pipe"] });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  closeSync(folder);
  assert.equal(code, 2);
  assert.match(stderr, /standard input is a directory/);
});

test("--keep names each column once, and columns are a table's", async () => {
  const keep = (names) => ["compute", "cloud-break-even", "--csv", "--keep", names];
  const twice = await run(keep("id,id"), "id,gpus\na,1\n");
  assert.deepEqual([twice.code, twice.stdout], [2, ""]);
  assert.match(twice.stderr, /--keep has id twice/);
  const json = await run(keep("id"), '{"gpus":1}');
  assert.deepEqual([json.code, json.stdout], [2, ""]);
  assert.match(json.stderr, /--keep passes columns of a table on: JSON has none/);
});

test("an input that is not of rows is told, after the rows before it", async () => {
  for (const [input, message, count] of [
    ["gpus,gpu\n1,2\n", 'the header: cloudBreakEven has no column "gpu"; did you mean gpus?', 0],
    ["gpus,gpus\n1,2\n", "the header: column gpus is there twice", 0],
    [
      "__proto__,gpus\n1,2\n",
      'the header: cloudBreakEven has no column "__proto__"; --csv --keep __proto__ passes it on',
      0,
    ],
    ['[{"gpus":64},{"gpus":', "after row 1: not JSON: the array does not end", 1],
    ['[{"gpus":64}] {}', /^after row 1: not JSON: /, 1],
    ['[{"gpus":64},]', /^after row 1: not JSON: /, 1],
  ]) {
    const { code, stdout, stderr } = await run(["compute", "cloud-break-even"], input);
    assert.equal(code, 1, input);
    assert.equal(lines(stdout).length, count, input);
    if (typeof message === "string") assert.deepEqual(lines(stderr), [message]);
    else assert.match(stderr, message);
  }
});

test("a table without rows is told, and one without a header is no table", async () => {
  for (const [args, input, expected] of [
    [["--csv"], "gpus,cloudRate\n", [0, 1, "no rows"]],
    [[], "gpus", [0, 0, "no rows"]],
    [[], "[]", [0, 0, "no rows"]],
    [["--input", "json"], "", [0, 0, "no rows"]],
    [[], "", [2, 0, "chip-calculators: no rows: standard input is empty"]],
    [["--csv"], "\n \n", [2, 0, "chip-calculators: no rows: standard input is empty"]],
  ]) {
    const { code, stdout, stderr } = await run(["compute", "cloud-break-even", ...args], input);
    assert.deepEqual([code, lines(stdout).length, lines(stderr)[0]], expected, input);
  }
});

test("a number that is too great for one is told as it was typed", async () => {
  const table = "gpus,utilization\n1e999,0.5\n-1e999,0.5\n64,1E+400\n";
  for (const output of ["--csv", "--json"]) {
    const { code, stderr } = await run(["compute", "cloud-break-even", output], table);
    assert.equal(code, 1);
    assert.deepEqual(lines(stderr), [
      'row 1: gpus = "1e999": enter 1,000,000 or less',
      'row 2: gpus = "-1e999": enter 1 or more',
      'row 3: utilization = "1E+400": enter 1 or less',
    ]);
  }
  const { stderr } = await run(["compute", "cloud-break-even"], '{"gpus":1e999}');
  assert.equal(stderr, "row 1: gpus = Infinity: enter a number\n");
});

test("compute takes demand hour by hour from a file", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "trace-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const given = (text) => {
    const name = join(folder, "hours");
    writeFileSync(name, text);
    return run(["compute", "cloud-break-even", "--trace", name], '{"gpus":64}\n{}\n');
  };
  const hours = Array.from({ length: 8760 }, (_, hour) => 500 + (hour % 24));
  const expected = [{ gpus: 64 }, {}].map((input) =>
    plain(functions.cloudBreakEven({ ...input, demand: { trace: hours } })),
  );
  for (const text of [
    hours.join("\n"),
    `demand\r\n${hours.join("\r\n")}\r\n`,
    `time;gpus\n${hours.map((gpus, hour) => `h${hour};${gpus}`).join("\n")}`,
    JSON.stringify(hours),
  ]) {
    const { code, stdout, stderr } = await given(text);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(
      lines(stdout).map((line) => JSON.parse(line)),
      expected,
    );
  }
  for (const [text, message] of [
    ["500\nn/a\n", /hours: row 2 is no number\n$/],
    ["[500, null]", /hours: row 2 is no number\n$/],
    ["a,b\n1,2\n", /hours has 2 columns, and none is called gpus\n$/],
    ["[500", /hours is not JSON: /],
    ["37k\n2\n3\n", /hours: row 1 is no number\n$/],
    ["gpus\n1,5\n2,5\n", /hours: row 2 has 2 cells, the first has 1\n$/],
    ['gpus\n5\n"6\n', /hours: row 3: a quotation mark is opened and not closed\n$/],
    [
      "time;gpus\n1;500\n2;1.500\n",
      /hours: row 2 = "1\.500": write 1500, or 1\.5000 if the point is decimal\n$/,
    ],
  ]) {
    const { code, stdout, stderr } = await given(text);
    assert.deepEqual([code, stdout], [2, ""], text);
    assert.match(stderr, message);
  }
  const negative = await given("-5");
  assert.equal(negative.code, 1);
  assert.match(negative.stderr, /^row 1: demand\.trace\[0\] = -5: /);

  writeFileSync(join(folder, "hours"), "5");
  const call = ["compute", "cloud-break-even", "--trace", join(folder, "hours")];
  const both = await run(call, '{"demand":{"mean":3}}\n');
  assert.equal(both.code, 1);
  assert.equal(both.stderr, "row 1: demand is given by the input and by --trace\n");
});

test("--trace is a file, and for cloud-break-even alone", async () => {
  const hours = ["--trace", fileURLToPath(new URL("hours.json", import.meta.url))];
  const wrong = await run(["compute", "cluster-tco", ...hours], "{}");
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /unknown flag --trace/);
  const nothing = await run(["compute", "cloud-break-even", ...hours], "{}");
  assert.equal(nothing.code, 2);
  assert.match(nothing.stderr, /cannot read .*: there is no such file/);
  const csv = await run(["compute", "cloud-break-even", "--csv", ...hours], "{}");
  assert.equal(csv.code, 2);
  assert.match(csv.stderr, /--trace excludes --csv/);
  const stdin = await run(["compute", "cloud-break-even", "--trace", "-"], "{}");
  assert.equal(stdin.code, 2);
  assert.match(stdin.stderr, /--trace is a file/);
});

test("--input says what is read", async () => {
  const { code, stderr } = await run(["compute", "cluster-tco", "--input", "json"], "gpus\n5\n");
  assert.equal(code, 1);
  assert.match(stderr, /^row 1: not JSON: .*\nrow 2: 5 is no input: /);
});

test("a result is there before the next input comes", { timeout: 30_000 }, async () => {
  const child = start(["compute", "product-line"]);
  child.stdin.write("{}\n");
  const [chunk] = await once(child.stdout, "data");
  assert.deepEqual(JSON.parse(chunk), plain(functions.productLine({})));
  child.stdin.end();
  const [code] = await once(child, "close");
  assert.equal(code, 0);
});

/** More rows than are computed without threads. */
const LONG = 50_000;

test("a long table keeps its order", { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: LONG }, (_, id) => `${id},${id % 7000 === 6999 ? "x" : 64}`);
  const args = ["compute", "cloud-break-even", "--csv", "--keep", "id"];
  const { code, stdout, stderr } = await run(args, `id,gpus\n${rows.join("\n")}`);
  const [good] = asCsv([{ gpus: 64 }]);
  const bad = good.replace(/[^,]/g, "");
  const [, ...found] = lines(stdout);
  assert.equal(found.length, LONG);
  const wrong = found.findIndex((line, id) => line !== `${id},${id % 7000 === 6999 ? bad : good}`);
  assert.deepEqual([code, wrong], [1, -1], found[wrong]);
  const told = rows.flatMap((row, id) => (row.endsWith("x") ? [id + 1] : []));
  assert.deepEqual(
    lines(stderr),
    told.map((row) => `row ${row}: gpus = "x": enter a number`),
  );
});

test("a long table is answered as far as it has come", { timeout: 60_000 }, async () => {
  const child = start(["compute", "cloud-break-even", "--csv"]);
  child.stdin.write(`gpus\n${"64\n".repeat(LONG)}`);
  let count = 0;
  for await (const chunk of child.stdout) {
    count += lines(`${chunk}`).length;
    if (count === LONG + 1) child.stdin.end();
  }
  assert.equal(count, LONG + 1);
});

for (const [what, header, row] of [
  ["objects", "", "{}\n"],
  ["a table", "gpus\n", "64\n"],
]) {
  test(`who stops reading the results of ${what} ends it, quietly`, {
    timeout: 60_000,
  }, async () => {
    const child = start(["compute", "cloud-break-even", "--csv"]);
    const stderr = text(child.stderr);
    // Without an end: it has to stop of its own.
    const endless = Readable.from(
      (function* () {
        yield header;
        for (;;) yield row.repeat(1000);
      })(),
    );
    const fed = pipeline(endless, child.stdin).catch(() => {});
    let bytes = 0;
    child.stdout.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes > 200 * LONG) child.stdout.destroy();
    });
    const [code] = await once(child, "close");
    await fed;
    assert.deepEqual([code, await stderr], [0, ""]);
  });
}

test("a full disk is said in a line", { skip: !existsSync("/dev/full") }, async () => {
  const full = openSync("/dev/full", "w");
  const child = start(["compute", "product-line"], { stdio: ["pipe", full, "pipe"] });
  closeSync(full);
  child.stdin.end("{}\n");
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  assert.equal(code, 1);
  assert.match(told, /^chip-calculators: ENOSPC: .*\n$/);
});

test("100,000 rows go through a small memory, however slow the reader", {
  timeout: 180_000,
}, async () => {
  const ROWS = 100_000;
  const child = start(["compute", "cluster-tco"], { node: ["--max-old-space-size=32"] });
  const stderr = text(child.stderr);
  const inputs = Readable.from(
    (function* () {
      for (let row = 0; row < ROWS; row += 100) {
        yield Array.from({ length: 100 }, (_, index) => `{"gpus":${row + index + 1}}\n`).join("");
      }
    })(),
  );
  const closed = once(child, "close");
  const fed = pipeline(inputs, child.stdin);
  await new Promise((resolve) => setTimeout(resolve, 500));
  let count = 0;
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) count++;
  }
  await fed;
  const [code] = await closed;
  assert.deepEqual([code, await stderr], [0, ""]);
  assert.equal(count, ROWS);
  // More than it could have held.
  assert.ok(bytes > 64 << 20, `${bytes}`);
});

test("a writer waits for a stream that is slow, and for none that is closed", async () => {
  const pending = [];
  const slow = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => pending.push(done),
  });
  const writer = new Lines(slow);
  let written = false;
  const waiting = writer.write("x".repeat(1 << 17)).then(() => {
    written = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(written, false);
  pending.shift()();
  await waiting;
  const closing = writer.write("x".repeat(1 << 17));
  slow.destroy(Object.assign(new Error("broken pipe"), { code: "EPIPE" }));
  await closing;
  assert.ok(writer.closed);
  await writer.flush();
});

const article = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const BUILT_IN = article("data/article.json");

/** An article's file of one claim. */
const oneClaim = (stated, expression = "investment / benefit") =>
  JSON.stringify({
    id: "example",
    title: "Example",
    date: "2024-11-06",
    source: "the-article",
    sources: [{ id: "the-article", title: "Example" }],
    claims: [
      {
        id: "payback",
        says: { en: "42 million are back in 7.4 months", zh: "4200 万在 7.4 个月内收回" },
        stated: { payback: { value: stated, unit: "month" } },
        inputs: {
          investment: { value: "42", unit: "million USD" },
          benefit: { value: "68", unit: "million USD/year" },
        },
        checks: [{ figure: "payback", expression }],
      },
    ],
  });

test("check judges an article, and its exit code says whether something is off", async () => {
  const good = await run(["check", "-"], oneClaim("7.4"));
  assert.deepEqual([good.code, good.stderr], [0, ""]);
  assert.match(good.stdout, /^✓ Adds up {8}payback: 42 million are back in 7\.4 months\n/m);
  assert.match(good.stdout, /✓ Adds up 1\n$/);
  const bad = await run(["check", "-", "--lang", "zh"], oneClaim("8.4"));
  assert.deepEqual([bad.code, bad.stderr], [1, ""]);
  assert.match(bad.stdout, /^✕ 不成立 {4}payback: 4200 万/m);
  assert.match(bad.stdout, /复算得 7\.412 个月，报道写的是 8\.4 个月。/);
});

test("check reads a file, or without one the package's own, and prints the report as JSON", async () => {
  const [named, own] = await Promise.all([
    run(["check", BUILT_IN, "--json"]),
    run(["check", "--json"]),
  ]);
  assert.deepEqual([named.code, own.code], [1, 1]);
  assert.equal(named.stdout, own.stdout);
  const report = JSON.parse(own.stdout);
  assert.equal(report.claims.length, JSON.parse(readFileSync(BUILT_IN, "utf8")).claims.length);
  const { stdout } = await run(["check"]);
  for (const { id } of report.claims) assert.ok(stdout.includes(` ${id}: `), id);
});

test("check tells what a calculator was given and what it assumes", async () => {
  const file = JSON.parse(oneClaim("7.4"));
  const [claim] = file.claims;
  claim.stated.payback = { value: "10", unit: "%" };
  claim.inputs.benefit.value = "20";
  claim.checks[0] = {
    figure: "payback",
    calculator: "investmentReturn",
    output: "irr",
    input: { investment: "=investment", annualBenefit: "=benefit" },
  };
  const en = await run(["check", "-"], JSON.stringify(file));
  assert.equal(en.code, 1, en.stderr);
  assert.match(en.stdout, /^≠ Off /);
  assert.match(
    en.stdout,
    /The calculator is given .+ = \$20 million a year; .+ = \$42 million\.\n/,
  );
  assert.match(en.stdout, /For the rest it assumes .+ = 5 years\.\n/);
  const zh = await run(["check", "-", "--lang", "zh"], JSON.stringify(file));
  assert.match(zh.stdout, /其余按计算器自己的假设：.+ = 5 年。\n/);
});

test("check refuses a unit of the unknown with which no figure follows", async () => {
  const file = JSON.parse(oneClaim("7.4"));
  const [{ checks }] = file.claims;
  checks[0].expression = "investment / benefit * z";
  checks[0].unknown = { name: "z", unit: "USD", between: [1, 9] };
  const plain = await run(["check", "-"], JSON.stringify(file));
  assert.equal(plain.code, 2);
  assert.match(
    plain.stderr,
    /^claims\[0\]\.checks\[0\]\.unknown\.unit = "USD": .+ only where the unknown is a plain number\n$/,
  );
  checks[0].expression = "investment / z";
  const money = await run(["check", "-"], JSON.stringify(file));
  assert.match(money.stderr, / only where the unknown is in USD\/year\n$/);
});

test("check names every mistake of a file with its place", async () => {
  const file = JSON.parse(oneClaim("7.4"));
  delete file.date;
  file.claims[0].inputs.benefit.unit = "million Taler";
  file.claims[0].checks[0].figure = "pay\u001bback";
  const { code, stdout, stderr } = await run(["check", "-"], JSON.stringify(file));
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /^date: /m);
  assert.match(stderr, /^claims\[0\]\.inputs\.benefit\.unit = "million Taler": /m);
  assert.match(stderr, /^claims\[0\]\.checks\[0\]\.figure = "pay\\u001bback": /m);
  for (const [text, told] of [
    ["{", /^standard input is not whole JSON: at its end, line 1, something is not closed\n$/],
    ['{\n  "id": 1,\n}', /^standard input, line 3, column 1: not JSON, “}” has no place here\n$/],
    [
      '{\n  "id": "a"\n  "date": "2026"\n}',
      /^standard input, line 3, column 3: not JSON, a comma is missing before "date"\n$/,
    ],
    ["[]", /^article = \[\]: the file is one object, in braces/],
  ]) {
    const spoilt = await run(["check", "-"], text);
    assert.equal(spoilt.code, 2, text);
    assert.match(spoilt.stderr, told);
  }
});

test("check says what to write instead", async () => {
  const wrong = async (spoil) => {
    const file = JSON.parse(oneClaim("7.4"));
    spoil(file, file.claims[0]);
    const { code, stderr } = await run(["check", "-"], JSON.stringify(file));
    assert.equal(code, 2, stderr);
    return stderr.trimEnd();
  };
  const expression = (text) => (_, claim) => {
    claim.checks[0].expression = text;
  };
  const calculator = (input, inputs) => (_, claim) => {
    Object.assign(claim.inputs, inputs);
    claim.checks[0] = { figure: "payback", calculator: "clusterTco", output: "total", input };
  };
  const cites = (catalogue, told) => [
    (_, claim) => Object.assign(claim.inputs, { price: { catalogue } }),
    `claims[0].inputs.price.catalogue = "${catalogue}": the catalogue has no ${told}`,
  ];
  for (const [spoil, told] of [
    cites("chips/h2000-sxm/powerW", "“h2000-sxm”; did you mean chips/h200-sxm/powerW?"),
    cites("chips/h200-sxm/power", "“power”; did you mean chips/h200-sxm/powerW?"),
    cites("chip/h200-sxm/powerW", "“chip”; did you mean chips/h200-sxm/powerW?"),
    cites("presets/h100/cloudrate", "“cloudrate”; did you mean presets/h100/cloudRate?"),
    cites(
      "chips/h200-sxm/colour-of-it",
      "“colour-of-it”; docs/editors.md lists what there is, such as chips/h200-sxm/price",
    ),
    [
      (_, claim) => Object.assign(claim.inputs.benefit, { unit: "milion USD/yr" }),
      'claims[0].inputs.benefit.unit = "milion USD/yr": “milion” is no unit that is known; did you mean million?',
    ],
    [
      (_, claim) => Object.assign(claim.inputs.benefit, { unit: "Taler" }),
      'claims[0].inputs.benefit.unit = "Taler": “Taler” is no unit that is known; docs/editors.md lists the units, and anything else is counted without one',
    ],
    [
      (_, claim) => Object.assign(claim.inputs.benefit, { value: "68,5" }),
      'claims[0].inputs.benefit.value = "68,5": write 68.5',
    ],
    [
      (_, claim) => {
        claim.state = claim.stated;
        delete claim.stated;
      },
      "claims[0].state: there is no such field; did you mean stated?",
    ],
    [
      (_, claim) => {
        claim.stated.payback.valeu = claim.stated.payback.value;
        delete claim.stated.payback.value;
      },
      'claims[0].stated.payback.valeu = "7.4": there is no such field; did you mean value?',
    ],
    [
      (_, claim) => {
        claim.checks[0] = {
          figure: "payback",
          calculator: "investmentReturn",
          input: { invest: "=investment", years: 2.5, discountRate: 15 },
          output: "paybackMonth",
        };
      },
      [
        "claims[0].checks[0].input.years = 2.5: write a whole number from 1 to 30",
        "claims[0].checks[0].input.discountRate = 15: write a number from 0 to 1: 15% is 0.15",
        'claims[0].checks[0].input.invest = "=investment": investmentReturn takes no such input; did you mean investment?',
        'claims[0].checks[0].output = "paybackMonth": the calculator has no such result; did you mean paybackMonths?',
      ].join("\n"),
    ],
    [(file) => Object.assign(file, { date: "" }), 'date = "": write the date as 2026-05-14'],
    [(file) => delete file.date, "date: write the date as 2026-05-14"],
    [
      (_, claim) => Object.assign(claim.inputs.benefit, { value: "68 million" }),
      'claims[0].inputs.benefit.value = "68 million": write a number such as 37,000',
    ],
    [
      (_, claim) => Object.assign(claim.stated.payback, { value: true }),
      "claims[0].stated.payback.value = true: write a number such as 37,000",
    ],
    [
      (_, claim) => Object.assign(claim, { verdict: "agrees" }),
      'claims[0].verdict = "agrees": a claim takes no verdict: the check reaches it',
    ],
    [
      (_, claim) => Object.assign(claim.checks[0], { experssion: 1 }),
      "claims[0].checks[0].experssion = 1: there is no such field; did you mean expression?",
    ],
    [
      (_, claim) => Object.assign(claim.checks[0], { figure: "paybck" }),
      'claims[0].checks[0].figure = "paybck": no figure has this name; did you mean payback?',
    ],
    [
      (_, claim) => Object.assign(claim.checks[0], { figure: "x" }),
      'claims[0].checks[0].figure = "x": no figure has this name; the claim states payback',
    ],
    [
      (_, claim) => Object.assign(claim.inputs, { again: { figure: "payback.paybak" } }),
      'claims[0].inputs.again.figure = "payback.paybak": no figure has this name; did you mean payback.payback?',
    ],
    [
      (_, claim) => {
        claim.checks[0] = { figure: "payback", calculator: "clusterTOC", output: "capital" };
      },
      'claims[0].checks[0].calculator = "clusterTOC": no calculator has this name; did you mean clusterTco?',
    ],
    [
      (_, claim) => {
        claim.checks[0] = { figure: "payback", calculator: "clusterTco", output: "captal" };
      },
      'claims[0].checks[0].output = "captal": the calculator has no such result; did you mean capital?',
    ],
    [(_, claim) => delete claim.says, "claims[0].says: write what the article says"],
    [
      (_, claim) => Object.assign(claim, { says: {} }),
      "claims[0].says.en: write the text in English (en), in Chinese (zh) or in both",
    ],
    [
      (_, claim) => Object.assign(claim, { says: { en: "so", fr: "x" } }),
      'claims[0].says.fr = "x": a text is in English (en), in Chinese (zh) or in both',
    ],
    [
      (file) => Object.assign(file, { claims: ["x"] }),
      'claims[0] = "x": write a claim in braces, such as {"id": "payback", "says": "…"}',
    ],
    [
      (_, claim) => delete claim.checks[0].expression,
      "claims[0].checks[0].expression: write what the figure follows from: an expression, or a calculator",
    ],
    [
      (_, claim) => Object.assign(claim.stated.payback, { value: { from: "5", to: "2" } }),
      "claims[0].stated.payback.value.to = 2: the upper end is at least the lower, 5",
    ],
    [
      (_, claim) => {
        claim.checks[0] = {
          figure: "payback",
          expression: "p",
          unknown: { name: "p", unit: "month", between: [5, 1] },
        };
      },
      "claims[0].checks[0].unknown.between = [5,1]: write two numbers, the smaller first, such as [1000, 50000]",
    ],
    [
      (_, claim) => Object.assign(claim.inputs, { sum: "1" }),
      'claims[0].inputs.sum = "sum": sum is the name of a function: choose another, such as sumTotal',
    ],
    [
      (file, claim) => Object.assign(file, { claims: Array(501).fill(claim) }),
      "claims = 501: there are at most 500: divide the file",
    ],
    [
      expression("payback"),
      'claims[0].checks[0].expression = "payback": payback is the figure itself, which would always agree: write what it follows from',
    ],
    [
      (_, claim) =>
        Object.assign(claim.inputs, {
          price: { catalogue: "cloud-prices/h100-sxm/1999-01-01" },
        }),
      /^claims\[0\]\.inputs\.price\.catalogue = .*: there are no prices of the year up to that day; the nearest are of 20\d\d-\d\d-\d\d, the newest of 20\d\d-\d\d-\d\d$/,
    ],
    [
      calculator({ utilization: 70 }),
      "claims[0].checks[0].input.utilization = 70: write a number from 0 to 1: 70% is 0.7",
    ],
    [
      calculator({ utilisation: 0.7 }),
      "claims[0].checks[0].input.utilisation = 0.7: clusterTco takes no such input; did you mean utilization?",
    ],
    [
      calculator({ gpuPrice: "$37,000" }),
      'claims[0].checks[0].input.gpuPrice = "$37,000": write a number from 0 to 1000000, without quotation marks, commas or unit; or the name of an input, such as "=price"',
    ],
    [
      calculator({ utilization: "=70%" }),
      'claims[0].checks[0].input.utilization = "=70%": “%” (character 4) is no operator; give a figure the unit %',
    ],
    [
      calculator({ utilization: "=" }),
      'claims[0].checks[0].input.utilization = "=": write an expression, such as investment / benefit',
    ],
    [
      calculator({ gpuPrice: "=yuan" }, { yuan: { value: "25", unit: "万元/张" } }),
      'claims[0].checks[0].input.gpuPrice = "=yuan": the calculators count in US dollars: multiply by an exchange rate that you name, such as {"value": "0.14", "unit": "USD/CNY"}',
    ],
    [
      (_, claim) => {
        claim.checks[0] = {
          figure: "payback",
          calculator: "investmentReturn",
          input: { investment: "=investment" },
          output: "payback",
        };
      },
      'claims[0].checks[0].output = "payback": the calculator has no such result; did you mean paybackMonths?',
    ],
    [
      expression("investment / benefits"),
      'claims[0].checks[0].expression = "benefits": no figure or input has this name; did you mean benefit?',
    ],
    [
      expression("investment /"),
      'claims[0].checks[0].expression = "investment /": a figure is missing at the end, after “investment /”',
    ],
    [
      expression("investment benefit"),
      'claims[0].checks[0].expression = "investment benefit": an operator is missing before “benefit” (character 12)',
    ],
    [
      expression("(investment / benefit"),
      'claims[0].checks[0].expression = "(investment / benefit": “(” (character 1) is not closed',
    ],
    [
      expression("investment / benefit)"),
      'claims[0].checks[0].expression = "investment / benefit)": “)” (character 21) closes nothing',
    ],
    [
      expression("investment * * 2"),
      'claims[0].checks[0].expression = "investment * * 2": a figure is missing before “*” (character 14)',
    ],
    [
      expression("investment / 1,000"),
      'claims[0].checks[0].expression = "investment / 1,000": “,” (character 15) separates nothing here; a number in an expression has no commas',
    ],
    [
      expression("investment * 5%"),
      'claims[0].checks[0].expression = "investment * 5%": “%” (character 15) is no operator; give a figure the unit %',
    ],
  ]) {
    if (told instanceof RegExp) assert.match(await wrong(spoil), told);
    else assert.equal(await wrong(spoil), told);
  }
});

test("check tells the mistakes of a file in Chinese where that is asked for", async () => {
  const file = JSON.parse(oneClaim("7.4"));
  file.claims[0].checks[0].expression = "investment /";
  file.claims[0].stated.payback.unit = "munth";
  delete file.date;
  const { code, stderr } = await run(["check", "-", "--lang", "zh"], JSON.stringify(file));
  assert.equal(code, 2);
  const told = lines(stderr);
  assert.equal(told.length, 3, stderr);
  for (const line of told) assert.match(line, /：.*[\u4e00-\u9fff]/);
  const cut = await run(["check", "-", "--lang", "zh"], "{");
  assert.match(cut.stderr, /不是完整的 JSON/);
});

test("check prints formulas, what would make a claim hold, and what nothing recomputes", async () => {
  const file = JSON.parse(oneClaim("8.4"));
  const [claim] = file.claims;
  claim.inputs.investment.label = { en: "investment", zh: "投资额" };
  claim.stated.share = { value: "12", unit: "%" };
  const { stdout } = await run(["check", "-"], JSON.stringify(file));
  assert.match(stdout, /^ {4}Formula: investment ÷ benefit = 7\.412 months\.$/m);
  assert.match(stdout, /^ {4}Where investment = \$42 million; benefit = \$68 million a year\.$/m);
  assert.match(
    stdout,
    /^ {4}To hold, one of these alone would do: benefit = \$60 million a year \(−11\.8%\); investment = \$47\.6 million \(\+13\.3%\)\.$/m,
  );
  assert.match(stdout, /^ {4}No source is named for share, and nothing recomputes it\.$/m);
  const zh = await run(["check", "-", "--lang", "zh"], JSON.stringify(file));
  assert.match(zh.stdout, /^ {4}算式：投资额 ÷ benefit = 7\.412 个月。$/m);
});

test("check tells a mistake once, not again wherever what has it is named", async () => {
  const { claims, ...file } = JSON.parse(oneClaim("7.4"));
  const [claim] = claims;
  const other = {
    ...claim,
    id: "other",
    inputs: { ...claim.inputs, investment: { figure: "payback.payback" } },
  };
  const check = (file) => run(["check", "-"], JSON.stringify(file));
  const spoilt = { ...claim, stated: { payback: { value: "7.4", unit: "munth" } } };
  const { code, stderr } = await check({ ...file, claims: [spoilt, other] });
  assert.equal(code, 2);
  assert.deepEqual(
    lines(stderr).map((line) => line.replace(/:.*/, "")),
    ['claims[0].stated.payback.unit = "munth"'],
  );
  // The same mistake by another name is one of its own.
  other.inputs.investment = { figure: "payback.paybak" };
  assert.match(
    (await check({ ...file, claims: [claim, other] })).stderr,
    /^claims\[1\]\..*\.figure = "payback\.paybak": .*did you mean payback\.payback\?$/m,
  );
  const sources = [{ id: "The Article", title: "Example" }];
  const sourced = await check({ ...file, source: "The Article", sources, claims });
  assert.match(sourced.stderr, /^sources\[0\]\.id = "The Article": [^\n]*\n$/);
});

test("check prints a line for each of several checks, and blames nobody for none", async () => {
  const file = JSON.parse(oneClaim("7.4"));
  const [claim] = file.claims;
  claim.checks.push({
    expression: "benefit / investment",
    unit: "%/year",
    label: { en: "return a year" },
  });
  const { stdout } = await run(["check", "-"], JSON.stringify(file));
  assert.match(
    stdout,
    /^ {4}Adds up\.\n {4}- Worked out: 7\.412 months\.\n {4}- Return a year: 161\.9/m,
  );
  claim.checks = [];
  const none = await run(["check", "-"], JSON.stringify(file));
  assert.match(none.stdout, /^ {4}No check written yet\.$/m);
  assert.doesNotMatch(none.stdout, /The article/);
});

test("check and draft say what is wrong with a call", async () => {
  for (const [args, told] of [
    [["check", "no-such-file.json"], /cannot read no-such-file\.json: there is no such file/],
    [["check", "a.json", "b.json"], /check takes one file/],
    [["check", "--lang", "de"], /--lang is en or zh, not de/],
    [["check", "--jsn"], /unknown flag --jsn.*--json/],
    [["draft"], /draft what\?/],
    [["draft", "no-such-file.md"], /cannot read no-such-file\.md: there is no such file/],
  ]) {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, told);
  }
  for (const command of ["check", "draft"]) {
    const { code, stdout } = await run([command, "--help"]);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`^Usage: chip-calculators ${command} `));
  }
});

test("draft writes a skeleton that check takes, in both languages", async () => {
  for (const [text, units] of [
    [
      "# Return\n\n4 March 2026\n\nThe investment of $42 million pays back in 7.4 months.\n",
      ["million USD", "months"],
    ],
    ["# 回报\n\n2026年3月4日\n\n4200 万美元的投资 7.4 个月收回。\n", ["万美元", "个月"]],
  ]) {
    const { code, stdout, stderr } = await run(["draft", "-"], text);
    assert.deepEqual([code, stderr], [0, ""]);
    const file = JSON.parse(stdout);
    const [claim] = file.claims;
    assert.deepEqual(
      Object.values(claim.stated).map(({ unit }) => unit),
      units,
    );
    assert.deepEqual(Object.keys(claim), ["id", "section", "says", "stated", "inputs", "checks"]);
    const checked = await run(["check", "-"], JSON.stringify({ ...file, date: "2024" }));
    assert.deepEqual([checked.code, checked.stderr], [0, ""]);
  }
});

test("an article is read in UTF-16, and one in another encoding is told by its name", async () => {
  const words = "# 回报\n\n租用 7 美元。\n";
  const { code, stdout } = await run(["draft", "-"], Buffer.from(`\ufeff${words}`, "utf16le"));
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).title, "回报");
  const gbk = Buffer.from([0xd7, 0xe2, 0xd3, 0xc3, 0x0a]);
  const refused = await run(["draft", "-"], gbk);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /^standard input is not UTF-8: save it as that, .*iconv -f GBK/);
});

test("a draft says what it did not find, and refuses a file", async () => {
  const dated = await run(["draft", "-"], "It costs $5 million.\n");
  assert.deepEqual(
    [dated.code, dated.stderr],
    [0, 'No date was found at the head of the text: fill in "date".\n'],
  );
  for (const text of ["", "# Chips\n\nNo more of them.\n"]) {
    const { code, stdout, stderr } = await run(["draft", "-"], text);
    assert.deepEqual([code, stderr], [0, "No figure was found, in English or Chinese.\n"]);
    assert.deepEqual(JSON.parse(stdout).claims, []);
  }
  const refused = await run(["draft", "-"], JSON.stringify({ id: "c1", price: 5_000_000 }));
  assert.deepEqual([refused.code, refused.stdout], [2, ""]);
  assert.match(refused.stderr, /^this is JSON: give draft the text of an article/);
  const note = await run(["draft", "-"], "[A note](a.md) says $5 million.\n");
  assert.equal(note.code, 0);
});

test("a draft of more claims than a check takes says so", async () => {
  const { code, stdout, stderr } = await run(
    ["draft", "-"],
    `4 March 2026\n\n${"It costs $5 million.\n\n".repeat(501)}`,
  );
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).claims.length, 501);
  assert.match(stderr, /^501 claims: check takes 500 at most\. /);
});
