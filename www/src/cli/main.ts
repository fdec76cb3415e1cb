/** The command `chip-calculators`. */
import { fstatSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import type { FieldError } from "#core";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { isBuiltIn, LANGUAGES } from "../locales/types.js";
import { kebab } from "../names.js";
import { document } from "../ssr/document.js";
import { calculatorNamed, NAMES, textOptions } from "../ssr/names.js";
import { markup } from "../ssr/render.js";
import { suggestion } from "../suggest.js";
import { type Flags, type Words, words } from "./arguments.js";
import { checked, drafted, FileError, hasFaults, reportText, textOf } from "./articles.js";
import { compute } from "./compute.js";
import { figure } from "./figures.js";
import { checkHelp, computeHelp, draftHelp, help, renderHelp, snippetHelp } from "./help.js";
import {
  embedScript,
  FORMS,
  instead,
  madeUpBase,
  OEMBED_FLAGS,
  type Published,
  rendered,
  SettingsError,
  settingFlags,
  snippet,
  switchesOf,
} from "./publish.js";
import { fieldMessage, Lines, printable, UsageError } from "./terminal.js";
import { traceOf } from "./trace.js";

/** Where a command reads and writes. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean; readonly fd?: number };
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const COMMANDS = ["render", "snippet", "compute", "check", "draft"];
const GENERAL: Flags = { help: "boolean", version: "boolean" };
const HINT = "chip-calculators --help lists the commands";

/**
 * Runs the command; the exit code is 0, 1 where an input was refused or an article's claim is off, 2
 * where the call was wrong, standard input is empty, or a file is none that can be checked.
 */
export async function main(
  args: readonly string[],
  streams: Streams,
  published: Published,
): Promise<number> {
  try {
    const [command, ...rest] = args;
    if (command === "render") return await runRender(rest, streams, published);
    if (command === "snippet") return await runSnippet(rest, streams, published);
    if (command === "compute") return await runCompute(rest, streams, published.thread);
    if (command === "check") return await runCheck(rest, streams);
    if (command === "draft") return await runDraft(rest, streams);
    return await runGeneral(args, streams, published.version);
  } catch (error) {
    if (error instanceof FileError) {
      await print(streams.stderr, error.messages.join("\n"));
      return 2;
    }
    // A full disk is no fault of the program, and its stack is of no use.
    const failed = error instanceof Error && "syscall" in error;
    if (!failed && !(error instanceof UsageError)) throw error;
    const complaints = new Lines(streams.stderr);
    await complaints.write(`chip-calculators: ${error.message}`);
    if (error instanceof UsageError) await complaints.write(error.hint);
    await complaints.flush();
    return failed ? 1 : 2;
  }
}

async function print(stream: Writable, text: string): Promise<void> {
  const lines = new Lines(stream);
  await lines.write(text.trimEnd());
  await lines.flush();
}

async function runGeneral(
  args: readonly string[],
  { stdout }: Streams,
  version: string,
): Promise<number> {
  const [command = ""] = args;
  if (command !== "" && !command.startsWith("-")) {
    const meant = suggestion(command, COMMANDS);
    throw new UsageError(`unknown command ${printable(command)}${meant}`, HINT);
  }
  const { values, positionals } = words(args, GENERAL, HINT);
  if (positionals[0] !== undefined) {
    throw new UsageError(`the command comes first, before ${printable(command)}`, HINT);
  }
  if (values.has("help")) await print(stdout, help());
  else if (values.has("version")) await print(stdout, version);
  else throw new UsageError("a command is missing", HINT);
  return 0;
}

/** The calculator a command is about; none where only help is wanted. */
function named(command: string, args: readonly string[]): CalculatorName | undefined {
  const hint = `chip-calculators ${command} --help lists them`;
  const [name] = args;
  if (name === undefined || name.startsWith("-")) {
    if (args.some((word) => word === "--help" || word === "-h")) return undefined;
    throw new UsageError(`${command} what? the calculator comes first`, hint);
  }
  const calculator = calculatorNamed(name);
  if (calculator === undefined) {
    const meant = suggestion(name, NAMES.map(kebab));
    throw new UsageError(`no calculator is called ${printable(name)}${meant}`, hint);
  }
  return calculator;
}

/** The flags after the calculator; nothing else may be there. */
function flagsOf(
  command: string,
  calculator: CalculatorName,
  args: readonly string[],
  flags: Flags,
): Words {
  const hint = `chip-calculators ${command} ${kebab(calculator)} --help lists its flags`;
  const taken = words(args.slice(1), { ...flags, help: "boolean" }, hint);
  const [extra] = taken.positionals;
  if (extra === undefined) return taken;
  const name = printable(extra);
  const read = `inputs come from standard input: chip-calculators compute ${kebab(calculator)} < ${name}`;
  throw new UsageError(`what is ${name}?`, command === "compute" ? read : hint);
}

async function runRender(
  args: readonly string[],
  streams: Streams,
  published: Published,
): Promise<number> {
  const { stdout, stderr } = streams;
  const calculator = named("render", args);
  if (calculator === undefined) {
    await print(stdout, renderHelp());
    return 0;
  }
  const { parameters } = calculators[calculator];
  const names = [...textOptions(calculator), ...parameters.map(({ name }) => name)];
  const flags: Record<string, "boolean" | "string"> = {
    lang: "string",
    theme: "string",
    width: "string",
    page: "boolean",
    date: "string",
    base: "string",
  };
  for (const form of FORMS) flags[form] = "boolean";
  for (const name of names) flags[kebab(name)] = "string";
  const [form, another] = FORMS.filter((form) => args.includes(`--${form}`));
  Object.assign(flags, settingFlags(calculator));
  const { values } = flagsOf("render", calculator, args, flags);
  if (values.has("help")) {
    await print(stdout, renderHelp(calculator));
    return 0;
  }
  const hint = `chip-calculators render ${kebab(calculator)} --help lists its flags`;
  if (form !== undefined) {
    const extra = another ?? ["page", "width", "base"].find((flag) => values.has(flag));
    if (extra !== undefined) throw new UsageError(`--${form} excludes --${extra}`, hint);
    return refusable(stderr, async () => {
      const { output, note } = await rendered(form, calculator, values, published, hint);
      await printAll(stdout, output);
      if (note !== undefined) await print(stderr, note);
    });
  }
  const options: Record<string, unknown> = {};
  for (const name of names) {
    const text = values.get(kebab(name));
    if (text !== undefined) options[name] = figure(calculator, name, text);
  }
  const width = values.get("width");
  if (width !== undefined) options.width = /^\d+(\.\d+)?$/.test(width) ? Number(width) : width;
  for (const name of ["lang", "theme"]) if (values.has(name)) options[name] = values.get(name);
  return refusable(stderr, async () => {
    const switches = switchesOf(calculator, values, hint);
    if (!values.has("page")) return print(stdout, markup(calculator, options, "live", switches));
    const { lang = "en", theme } = options as { lang?: Language; theme?: "light" | "dark" };
    const script = embedScript(values, published, hint);
    const widget = markup(calculator, options, script === undefined ? "still" : "live", switches);
    await print(stdout, document(calculator, widget, lang, theme, script));
  });
}

/** Does something; where an input is refused, says why and returns the exit code of that. */
async function refusable(stderr: Writable, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (error instanceof SettingsError) {
      await print(stderr, error.complaints.join("\n"));
      return 1;
    }
    const { fields } = error as { fields?: readonly FieldError[] };
    if (fields === undefined) throw error;
    const told = fields.map(
      (field) =>
        fieldMessage(field, `--${kebab(field.path)}`) + instead(String(field.value), most(field)),
    );
    await print(stderr, told.join("\n"));
    return 1;
  }
}

/** The bound that a number is above, as text. */
const most = ({ code, max }: FieldError) => (code === "aboveMaximum" ? String(max) : undefined);

/** Text as it is, or bytes, to whoever reads them. */
async function printAll(stream: Writable, output: string | Uint8Array): Promise<void> {
  if (typeof output === "string") return print(stream, output);
  await new Promise<void>((resolve, reject) => {
    stream.once("error", reject);
    stream.write(output, () => resolve());
  });
}

async function runSnippet(
  args: readonly string[],
  { stdout, stderr }: Streams,
  published: Published,
): Promise<number> {
  const calculator = named("snippet", args);
  if (calculator === undefined) {
    await print(stdout, snippetHelp());
    return 0;
  }
  const flags: Flags = {
    ...settingFlags(calculator),
    way: "string",
    base: "string",
    date: "string",
    frozen: "boolean",
    "no-integrity": "boolean",
    ...OEMBED_FLAGS,
  };
  const { values } = flagsOf("snippet", calculator, args, flags);
  if (values.has("help")) {
    await print(stdout, snippetHelp(calculator));
    return 0;
  }
  const hint = `chip-calculators snippet ${kebab(calculator)} --help lists its flags`;
  return refusable(stderr, async () => {
    await print(stdout, await snippet(calculator, values, published, hint));
    const madeUp = madeUpBase(values);
    if (madeUp !== undefined) await print(stderr, madeUp);
  });
}

async function runCompute(
  args: readonly string[],
  streams: Streams,
  thread: string,
): Promise<number> {
  const { stdin, stdout, stderr } = streams;
  const calculator = named("compute", args);
  if (calculator === undefined) {
    await print(stdout, computeHelp());
    return 0;
  }
  const flags: Record<string, "boolean" | "string"> = {
    json: "boolean",
    csv: "boolean",
    input: "string",
    keep: "string",
  };
  if (calculator === "cloudBreakEven") flags.trace = "string";
  const { values } = flagsOf("compute", calculator, args, flags);
  const command = `chip-calculators compute ${kebab(calculator)}`;
  const hint = `${command} --help says how`;
  const ways = `${command} < inputs.csv, or echo '{}' | ${command}; ${command} --help`;
  const inputs = `give it inputs: ${ways}`;
  if (values.has("help")) {
    await print(stdout, computeHelp(calculator));
    return 0;
  }
  const input = values.get("input");
  if (input !== undefined && input !== "json" && input !== "csv") {
    throw new UsageError(`--input is json or csv, not ${printable(input)}`, hint);
  }
  if (values.has("json") && values.has("csv")) {
    throw new UsageError("--json and --csv exclude each other", hint);
  }
  const output = values.has("csv") ? "csv" : "json";
  if (output === "csv" && calculators[calculator].outputs.length === 0) {
    throw new UsageError(`${kebab(calculator)} has no single results to print as CSV`, hint);
  }
  if (stdin.isTTY) {
    throw new UsageError("nothing is on standard input", inputs);
  }
  if (stdin.fd !== undefined && fstatSync(stdin.fd).isDirectory()) {
    throw new UsageError("standard input is a directory", inputs);
  }
  const keep = (values.get("keep") ?? "").split(",").filter((name) => name !== "");
  const twice = keep.find((name, index) => keep.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`--keep has ${printable(twice)} twice`, hint);
  if (keep.length > 0 && output !== "csv") {
    throw new UsageError("--keep needs --csv: whole results have no columns", hint);
  }
  const trace = await traced(values, stdin, hint);
  const asked = { calculator, output, input, keep, trace } as const;
  return compute(asked, stdin, stdout, stderr, thread, inputs);
}

/** Demand hour by hour, where a file of it is named. */
async function traced(
  values: ReadonlyMap<string, string>,
  stdin: Readable,
  hint: string,
): Promise<number[] | undefined> {
  const name = values.get("trace");
  if (name === undefined) return undefined;
  if (name === "-") throw new UsageError("--trace is a file: standard input has inputs", hint);
  if (values.has("csv")) {
    throw new UsageError("--trace excludes --csv: what demand decides is in whole results", hint);
  }
  return traceOf(await textOf(name, stdin, hint), name);
}

/** The flags of a command about one file, and the file. */
function fileOf(command: string, args: readonly string[], flags: Flags): Words & { file?: string } {
  const hint = `chip-calculators ${command} --help says how`;
  const taken = words(args, { ...flags, help: "boolean" }, hint);
  const [file, extra] = taken.positionals;
  if (extra !== undefined) throw new UsageError(`${command} takes one file`, hint);
  return file === undefined ? taken : { ...taken, file };
}

async function runCheck(args: readonly string[], { stdin, stdout }: Streams): Promise<number> {
  const { file, values } = fileOf("check", args, { lang: "string", json: "boolean" });
  const hint = "chip-calculators check --help says how";
  if (values.has("help")) {
    await print(stdout, checkHelp());
    return 0;
  }
  const language = values.get("lang") ?? "en";
  if (!isBuiltIn(language)) {
    throw new UsageError(`--lang is ${LANGUAGES.join(" or ")}, not ${printable(language)}`, hint);
  }
  const text = file === undefined ? undefined : await textOf(file, stdin, hint);
  const report = await checked(text, file ?? "-", language);
  const json = values.has("json");
  await print(stdout, json ? JSON.stringify(report, null, 2) : reportText(report, language));
  return hasFaults(report) ? 1 : 0;
}

async function runDraft(
  args: readonly string[],
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  const { file, values } = fileOf("draft", args, {});
  const hint = "chip-calculators draft --help says how";
  if (values.has("help")) {
    await print(stdout, draftHelp());
    return 0;
  }
  if (file === undefined) throw new UsageError("draft what? a text is missing", hint);
  const { file: skeleton, note } = drafted(await textOf(file, stdin, hint));
  await print(stdout, skeleton);
  if (note !== undefined) await print(stderr, note);
  return 0;
}
