/** Which WebAssembly module the files are built with. */
declare module "virtual:core-wasm" {
  export const version: string;
}

/** The module itself, as `inline.ts` reads it. */
declare module "virtual:core-wasm/text" {
  export const text: string;
  export const frequent: string;
}

declare module "virtual:article-wasm/text" {
  export const text: string;
  export const frequent: string;
}

declare module "virtual:draft-wasm/text" {
  export const text: string;
  export const frequent: string;
}

declare module "virtual:csv-wasm/text" {
  export const text: string;
  export const frequent: string;
}

/** What the elements show of `data/`: picked at build time, so that no price list is shipped twice. */
declare module "virtual:catalogue" {
  interface Text {
    readonly en: string;
    readonly zh: string;
  }
  export interface Source {
    readonly title: string;
    readonly publisher: string;
    /** What both are called in Chinese. */
    readonly zh?: { readonly title: string; readonly publisher: string };
    readonly date: string;
    readonly url?: string;
    readonly attribution?: string;
    /** What most figures taken from it are: measured, published, estimated, article. */
    readonly status?: string;
  }
  interface Preset {
    readonly title: Text;
    readonly note: Text;
    readonly values: Readonly<
      Record<string, readonly [value: number, source: string, status?: string]>
    >;
  }
  /** What a list of ids may name. */
  export interface Chip {
    readonly id: string;
    readonly name: string;
    readonly vendor: string;
    readonly isPriced: boolean;
  }
  export const sources: Readonly<Record<string, Source>>;
  export const chips: readonly Chip[];
  export const presets: Readonly<Record<string, Preset>>;
}

/** Where the files of `data/` are not part of the program, as when the package's types are written. */
declare module "#data/*" {
  const records: unknown;
  export default records;
}

/** What the embed is made of. */
declare module "virtual:embed" {
  export const version: string;
  /** For each widget, the files that its own imports. */
  export const files: Readonly<Record<string, readonly string[]>>;
  /** Those that are files of their own. */
  export const languages: readonly string[];
}
declare module "*.css?inline" {
  const rules: string;
  export default rules;
}

/** What the builder says of the files that it sends pages to. */
declare module "virtual:published" {
  export const version: string;
  /** As in the attribute `integrity`, by file. */
  export const integrity: Readonly<Record<string, string>>;
  /** Bytes after brotli, by file, each with what it imports. */
  export const weights: Readonly<Record<string, number>>;
}
