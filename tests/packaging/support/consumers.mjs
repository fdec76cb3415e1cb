// The packed package, installed into the projects beside this folder, in a temporary folder.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const checkout = fileURLToPath(new URL("../../../", import.meta.url));
const projects = join(checkout, "tests/packaging");

const environment = {
  ...process.env,
  // None of the tools asks a host for anything, or says that there is a newer one.
  ASTRO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  DENO_NO_UPDATE_CHECK: "1",
  MARIMO_SKIP_UPDATE_CHECK: "1",
  NO_UPDATE_NOTIFIER: "1",
  OBSERVABLE_TELEMETRY_DISABLE: "1",
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  // What node --test tells its files, which their children are not.
  NODE_TEST_CONTEXT: undefined,
  NO_COLOR: "1",
};

/** Runs a program to its end; what it wrote is in the error if it fails. */
export async function run(cwd, program, ...args) {
  try {
    return await promisify(execFile)(program, args, {
      cwd,
      env: environment,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const told = `${error.stdout ?? ""}${error.stderr ?? ""}`;
    throw new Error(`${basename(cwd)}: ${program} ${args.join(" ")}\n${told}`, { cause: error });
  }
}

/** What a program that may fail does with an input: its exit code and what it wrote. */
export async function answered(cwd, input, program, ...args) {
  const child = spawn(program, args, { cwd, env: environment });
  const told = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (text) => {
      told[stream] += text;
    });
  }
  // One that was called wrongly reads nothing.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  return { code, ...told };
}

const npmInstall = (cwd, ...flags) =>
  run(cwd, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", ...flags);

const OURS = "node_modules/chip-calculators";

const lockFile = (folder) => join(folder, "package-lock.json");
const readLock = (folder) => JSON.parse(readFileSync(lockFile(folder), "utf8"));

/** What a lock file says of all but the package itself, which changes with every build. */
function locked(folder) {
  const { packages } = readLock(folder);
  delete packages[OURS];
  return packages;
}

/** Without the package's hash: npm would install the build that has it, if its cache holds that one. */
function forgetOurs(folder) {
  const lock = readLock(folder);
  delete lock.packages[OURS];
  writeFileSync(lockFile(folder), JSON.stringify(lock));
}

/** That what a project has is what was packed, and no other build. */
function assertPacked(folder) {
  const [found, built] = [join(folder, OURS), join(checkout, "pkg")].map((place) =>
    readFileSync(join(place, "core_bg.wasm")),
  );
  assert.ok(found.equals(built), `${folder} has another build of the package`);
}

/** Packs `pkg/` as it would be published and returns where the projects can be installed. */
export async function pack() {
  const root = mkdtempSync(join(tmpdir(), "consumers-"));
  const { stdout } = await run(
    join(checkout, "pkg"),
    ...["npm", "pack", "--json", "--pack-destination", root],
  );
  const [{ filename }] = JSON.parse(stdout);
  const tarball = join(root, filename);
  environment.DENO_DIR = join(root, "deno");

  /** A project alone: what the package needs and does not name as a dependency is not there. */
  const alone = async (name) => {
    const folder = join(root, "alone", name);
    mkdirSync(folder, { recursive: true });
    cpSync(join(projects, name), join(folder, name), { recursive: true });
    cpSync(join(projects, "calls.json"), join(folder, "calls.json"));
    cpSync(tarball, join(folder, "chip-calculators.tgz"));
    await npmInstall(join(folder, name), "--no-package-lock", "--offline");
    assertPacked(join(folder, name));
    return join(folder, name);
  };

  /** Those that bring tools, in one install, as the lock file says. */
  const together = async () => {
    const folder = join(root, "together");
    cpSync(projects, folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
    cpSync(tarball, join(folder, "chip-calculators.tgz"));
    forgetOurs(folder);
    // What npm remembers of a package may be older than the version in the lock file.
    await npmInstall(folder, "--prefer-offline").catch((error) => {
      if (!error.message.includes("ETARGET")) throw error;
      return npmInstall(folder);
    });
    assertPacked(folder);
    assert.deepEqual(locked(folder), locked(projects), "package-lock.json is not up to date");
    // Its program is a placeholder until its script has put the platform's in place.
    await run(folder, "npm", "rebuild", "bun");
    return folder;
  };

  const remove = () => rmSync(root, { recursive: true, maxRetries: 5 });
  return { tarball, alone, together, remove };
}

/** What the calls give natively. */
export async function native() {
  const { stdout } = await run(checkout, "cargo", "run", "--quiet", "--example", "packaging");
  return JSON.parse(stdout);
}

/** Holds a result that came through `JSON.stringify`, which writes columns as records, to the native one. */
export function same(found, expected, at) {
  if (Array.isArray(expected) && !Array.isArray(found)) {
    same(Object.values(found), expected, at);
  } else if (typeof expected === "object" && expected !== null) {
    assert.equal(typeof found, "object", at);
    assert.deepEqual(Object.keys(found ?? {}).sort(), Object.keys(expected).sort(), at);
    for (const key of Object.keys(expected)) same(found[key], expected[key], `${at}.${key}`);
  } else {
    // JSON.stringify drops the sign of a zero, hence `===`; otherwise equal numbers have equal bits.
    assert.ok(found === expected, `${at}: ${found} is not ${expected}`);
  }
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server of a project, as its tool starts it. */
export async function start(cwd, port, program, ...args) {
  // A group of its own, for tools start others.
  const child = spawn(program, args, { cwd, env: environment, detached: true });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      told += text;
    });
  }
  const url = `http://127.0.0.1:${port}/`;
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid);
    await ended;
  };
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended:\n${told}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return { url, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${program} did not answer:\n${told}`);
}

/** The manifest of a project. */
export const manifest = (name) =>
  JSON.parse(readFileSync(join(projects, name, "package.json"), "utf8"));
