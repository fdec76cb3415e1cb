/** Figures that the words and widgets of a page share. */
import { core, launch } from "#instance";
import { enclosing } from "../enclosing.js";
import type { CalculatorInfo } from "../generated/metadata.js";
import { PRESET_VALUES } from "./presets.js";
import { Store } from "./store.js";

type Functions = Readonly<Record<string, (input: object) => object>>;

/** What a calculator gives for the present figures; nothing where some of them are no good. */
interface Computed {
  readonly version: number;
  readonly result: object | undefined;
}

/**
 * One store a calculator, made when it is first asked for. Where two calculators take the very same
 * parameter, as those that own a cluster do, what the reader makes of it counts for both.
 */
export class Scope {
  readonly #page: Element | undefined;
  readonly #stores = new Map<string, Store>();
  readonly #computed = new Map<string, Computed>();
  readonly #listeners = new Set<() => void>();
  #linking = false;
  #version = 0;
  #changedAt = Number.NEGATIVE_INFINITY;

  /** The attributes of `page`, if there is one, are the figures that all of it starts from. */
  constructor(page?: Element) {
    this.#page = page;
    if (page === undefined || typeof MutationObserver === "undefined") return;
    new MutationObserver((records) => {
      for (const { attributeName } of records) {
        const name = attributeName ?? "";
        const value = page.getAttribute(name);
        for (const store of this.#stores.values()) give(store, name, value);
      }
    }).observe(page, { attributes: true });
  }

  store(info: CalculatorInfo): Store {
    let store = this.#stores.get(info.name);
    if (store === undefined) {
      store = new Store(info, PRESET_VALUES);
      for (const { name, value } of this.#page?.attributes ?? []) give(store, name, value);
      this.#stores.set(info.name, store);
      this.#version += 1;
      const own = store;
      for (const other of this.#stores.values()) if (other !== own) this.#link(other, own);
      store.subscribe(() => this.#onChange(own));
    }
    return store;
  }

  /** The store of a calculator, if anything has asked for it yet. */
  known(calculator: string): Store | undefined {
    return this.#stores.get(calculator);
  }

  /** Another number after every change. */
  get version(): number {
    return this.#version;
  }

  /** Milliseconds since the last change. */
  get rested(): number {
    return performance.now() - this.#changedAt;
  }

  /** Calls back after every change; returns how to end that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #onChange(from: Store): void {
    if (this.#linking) return;
    this.#linking = true;
    try {
      for (const to of this.#stores.values()) if (to !== from) this.#link(from, to);
    } finally {
      this.#linking = false;
    }
    this.#version += 1;
    this.#changedAt = performance.now();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Gives `to` what the reader did in `from` to the parameters that both have. */
  #link(from: Store, to: Store): void {
    for (const info of from.info.parameters) {
      // The tables share the parameter itself: another one of the same name means something else.
      if (to.parameter(info.name) !== info) continue;
      to.mirror(info.name, from);
    }
  }

  /** Whether the reader has changed anything. */
  get edited(): boolean {
    return [...this.#stores.values()].some((store) => store.edited);
  }

  /** The result of a calculator for the present figures. */
  result(info: CalculatorInfo): object | undefined {
    const store = this.store(info);
    const known = this.#computed.get(info.name);
    if (known?.version === store.version) return known.result;
    const wait = launch();
    if (wait !== undefined) {
      void wait.then(() => this.#tell());
      return known?.result;
    }
    const result = compute(store) ?? known?.result;
    this.#computed.set(info.name, { version: store.version, result });
    return result;
  }

  /** The value that counts for a parameter. */
  value(info: CalculatorInfo, name: string): unknown {
    const store = this.store(info);
    const parameter = store.parameter(name);
    return parameter && store.value(parameter, store.compose().input);
  }
}

/** An attribute of the scope. A preset that only others have is none of this calculator's. */
function give(store: Store, name: string, value: string | null): void {
  const isOthers = name === "preset" && value !== null && !store.info.presets.includes(value);
  store.setAttribute(name, isOthers ? null : value);
}

function compute(store: Store): object | undefined {
  const { input, problems } = store.compose();
  if (problems.length > 0) return undefined;
  try {
    return (core() as unknown as Functions)[store.info.name]?.(input);
  } catch (error) {
    // Figures of the page that the calculator refuses: its widget says so where it stands.
    if (error instanceof Error && error.name === "CalculatorError") return undefined;
    throw error;
  }
}

/** The tag around what shares its figures. */
const TAG = "chip-scope";

const SCOPES = new WeakMap<object, Scope>();

/**
 * The scope an element is in: of the tag that its attribute `scope` names by id, else of the nearest
 * one around it, out of shadow roots as well. Whether that tag has been defined yet does not matter.
 */
export function scopeOf(element: Element): Scope | undefined {
  const page = named(element) ?? surrounding(element);
  return page === undefined ? undefined : of(page, () => new Scope(page));
}

/** The scope an element is in, else that of its page. */
export function pageScopeOf(element: Element): Scope {
  return scopeOf(element) ?? of(element.ownerDocument, () => new Scope());
}

function of(holder: object, make: () => Scope): Scope {
  let scope = SCOPES.get(holder);
  if (scope === undefined) {
    scope = make();
    SCOPES.set(holder, scope);
  }
  return scope;
}

function named(element: Element): Element | undefined {
  const id = element.getAttribute("scope");
  if (id === null || id === "") return undefined;
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.getElementById?.(id) ?? element.ownerDocument.getElementById(id) ?? undefined;
}

function surrounding(element: Element): Element | undefined {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) {
    if (at.localName === TAG) return at;
  }
  return undefined;
}
