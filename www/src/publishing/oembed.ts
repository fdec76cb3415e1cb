/**
 * A folder for one embed, which its publisher serves: `index.html` shows the frame, and its address is
 * one that other systems take for an embed (https://oembed.com); `oembed.json` is their answer.
 */
import { sharedWords } from "../locales/registry.js";
import { escapeHtml } from "./escape.js";
import {
  type Answer,
  attribute,
  FRAME_HEIGHT,
  frameSnippet,
  frameTag,
  type Served,
} from "./snippet.js";
import type { WidgetState } from "./state.js";

/** Of the frame where its host knows no other, CSS pixels: that of a text column. */
const WIDTH = 640;

/** How long others may keep the answer: a day, in seconds. */
const CACHE_AGE = 86_400;

/** An address that works from anywhere, as all in the folder must. */
const ABSOLUTE = /^https?:\/\/[^\s"<>?#]+$/;

/** Where the folder is served, and who is named. */
export interface Place {
  /** The folder's address, with a slash at its end. */
  readonly at: string;
  /** The site; the host of its address unless given. */
  readonly provider?: string | undefined;
  readonly author?: string | undefined;
  /** Its picture in the folder, for sites that show one in place of a frame. */
  readonly thumbnail?: { readonly width: number; readonly height: number } | undefined;
}

export const THUMBNAIL = "thumbnail.png";

export const OEMBED_FILES = ["index.html", "oembed.json"] as const;

export type OembedFiles = Readonly<Record<(typeof OEMBED_FILES)[number], string>>;

/** The address of a folder, with a slash at its end; nothing where others could not load it. */
export function folderAddress(text: string): string | undefined {
  if (!ABSOLUTE.test(text) || !URL.canParse(text)) return undefined;
  return text.endsWith("/") ? text : `${text}/`;
}

/** The line for the head of a page whose own address shall be taken for the embed. */
export function oembedLink({ at }: Place, { title }: Answer): string {
  const href = attribute("href", `${at}oembed.json`);
  const type = attribute("type", "application/json+oembed");
  return `<link rel="alternate"${type}${href}${attribute("title", title)}>`;
}

/** What stands in the folder. The frame is without its script, which others would take away. */
export function oembedFiles(
  state: WidgetState,
  served: Served,
  answer: Answer & { readonly lang: string },
  place: Place,
): OembedFiles {
  const { title, sentence, lang } = answer;
  const { host, origin } = new URL(place.at);
  const json = {
    type: "rich",
    version: "1.0",
    title,
    html: frameTag(state, served, answer),
    width: WIDTH,
    height: FRAME_HEIGHT,
    provider_name: place.provider || host,
    provider_url: `${origin}/`,
    ...(place.author ? { author_name: place.author } : {}),
    cache_age: CACHE_AGE,
    ...(place.thumbnail === undefined
      ? {}
      : {
          thumbnail_url: place.at + THUMBNAIL,
          thumbnail_width: place.thumbnail.width,
          thumbnail_height: place.thumbnail.height,
        }),
  };
  const page = [
    "<!doctype html>",
    `<html lang="${sharedWords(lang).htmlTag}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description"${attribute("content", sentence)}>`,
    oembedLink(place, answer),
    "</head>",
    "<body>",
    frameSnippet(state, served, answer),
    "</body>",
    "</html>",
  ];
  return {
    "index.html": `${page.join("\n")}\n`,
    "oembed.json": `${JSON.stringify(json, null, 2)}\n`,
  };
}
