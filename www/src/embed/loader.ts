/**
 * Serves a page's calculators from one folder. Until an element's code and the module are both there,
 * nothing of the page is touched: what stands inside the tag stays, and stays for good if they never come.
 */
import { files, languages, version } from "virtual:embed";
import { nearest } from "../suggest.js";
import { claim, yieldClaim } from "./claim.js";
import { compile, mayRun } from "./compile.js";
import { find, nameOf } from "./find.js";
import { isLinked } from "./linked.js";
import { whenNear } from "./near.js";
import { giveRoom } from "./room.js";

/** What a file of `embed/` exports. */
interface Part {
  start(version: string, module: Promise<WebAssembly.Module>): Promise<void>;
}

/** The folder this script came from, whatever the page's `<base>` says. */
function folderOf(script: HTMLOrSVGScriptElement | null): string | undefined {
  const own =
    script instanceof HTMLScriptElement && script.src !== ""
      ? script
      : // As a module a script is not told which one it is.
        document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]');
  return own === null ? undefined : new URL(".", own.src).href;
}

/** Finds and serves the calculators, unless another copy does. */
export function load(script: HTMLOrSVGScriptElement | null): void {
  if (!claim(version)) return;
  const folder = folderOf(script);
  if (folder === undefined) {
    yieldClaim();
    console.warn("chip-calculators: embed.js must come from a file of its own, with its folder.");
    return;
  }
  const loaded = new Map<string, Promise<void>>();
  let module: Promise<WebAssembly.Module> | undefined;
  let allowed: boolean | undefined;
  let room: ReturnType<typeof giveRoom> | undefined;

  // With the version, so that what a cache holds of another one is not taken for this one's.
  const address = (file: string) => `${folder}${file}?${version}`;

  const start = async (element: Element, name: string, others: readonly string[]) => {
    module ??= compile(address("core_bg.wasm"));
    // Told below, or not at all if the code does not arrive either.
    module.catch(() => {});
    const code = import(/* @vite-ignore */ address(`embed/${name}.js`)) as Promise<Part>;
    // What it imports is asked for at the same time rather than after it has been read.
    for (const other of others) import(/* @vite-ignore */ folder + other).catch(() => {});
    const tag = element.closest("[lang]")?.getAttribute("lang")?.toLowerCase();
    const language = languages.find((known) => tag?.startsWith(known));
    const words = language && import(/* @vite-ignore */ address(`embed/languages/${language}.js`));
    const [part] = await Promise.all([code, words]);
    await part.start(version, module);
  };

  const serve = (element: Element) => {
    const name = nameOf(element);
    allowed ??= mayRun();
    if (!allowed) {
      room?.withdraw();
      if (!loaded.has("")) {
        loaded.set("", Promise.resolve());
        console.warn(
          "chip-calculators: this page's content security policy forbids WebAssembly " +
            "('wasm-unsafe-eval' in script-src allows it); the page's own text stays.",
        );
      }
      return;
    }
    if (loaded.has(name)) return;
    loaded.set(
      name,
      start(element, name, files[name] ?? []).catch((error: unknown) => {
        console.warn(`chip-calculators: <${element.localName}> could not be loaded.`, error);
        single(folder);
      }),
    );
  };
  const near = whenNear(serve);

  let replaced = false;
  /** A host without CORS headers gives a page of another origin scripts, but neither modules nor data. */
  const single = (from: string) => {
    if (replaced) return;
    replaced = true;
    room?.withdraw();
    yieldClaim();
    const script = document.createElement("script");
    try {
      script.src = `${from}embed.single.js?${version}`;
      document.head.append(script);
    } catch (error) {
      console.warn("chip-calculators: embed.single.js may not be loaded here.", error);
    }
  };

  const named = new Set<string>();
  find((element) => {
    const name = nameOf(element);
    if (Object.hasOwn(files, name)) {
      room ??= giveRoom();
      if (isLinked(name)) serve(element);
      else near(element);
    } else if (!named.has(name)) {
      named.add(name);
      const meant = nearest(name, Object.keys(files));
      const hint = meant === undefined ? "" : ` Did you mean <chip-${meant}>?`;
      console.warn(`chip-calculators has no tag <${element.localName}>.${hint}`);
    }
  });
}
