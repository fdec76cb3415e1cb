/** The page `frame.html`: one widget, set up by the page's address. */
import { calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { frame as en } from "../locales/en/frame.js";
import { builtInFor, type InEachLanguage } from "../locales/types.js";
import { frame as zh } from "../locales/zh/frame.js";
import { LISTS } from "../publishing/options.js";
import { problemText } from "../publishing/problems.js";
import {
  fits,
  readState,
  type StateProblem,
  styleOf,
  type WidgetState,
  writeState,
} from "../publishing/state.js";
import { tellHeight } from "./tell.js";

const words: InEachLanguage<typeof en> = { en, zh };

/** Builds the page in `main` from the query of its address, or from a longer one that was sent. */
export function showFrame(main: HTMLElement, query: string, most?: number): void {
  const { state, problems } = readState(query, most);
  const language = languageOf(state);
  const text = words[language];
  document.documentElement.lang = text.htmlTag;
  main.replaceChildren();

  if (problems.length > 0) {
    for (const problem of problems) console.warn(`frame.html: ${problemText(problem, "en")}`);
  }
  if (state === undefined) {
    main.append(paragraph(text.missing), ...complaint(text.unused, problems, language));
  } else {
    showWidget(main, state, text);
    main.append(...complaint(text.unused, problems, language));
  }
  tellHeight(main, new URLSearchParams(query).get("childId"));
}

/** The widget's own language, else that of the reader's browser. */
function languageOf(state: WidgetState | undefined): Language {
  return builtInFor(state?.attributes.lang ?? navigator.language);
}

function showWidget(main: HTMLElement, state: WidgetState, text: typeof en): void {
  const { theme } = state.attributes;
  if (theme !== undefined) document.documentElement.style.colorScheme = theme;
  const widget = document.createElement(calculators[state.calculator].element);
  const { [LISTS]: lists, ...single } = state.attributes;
  for (const [name, value] of Object.entries(single)) widget.setAttribute(name, value);
  if (lists !== undefined) {
    const figures = document.createElement("script");
    figures.type = "application/json";
    figures.className = "chip-figures";
    figures.textContent = lists;
    widget.append(figures);
  }
  // As properties, not as a text that the style's policy would have to allow.
  for (const declaration of styleOf(state).split(";").filter(Boolean)) {
    const [name = "", value = ""] = declaration.split(":");
    widget.style.setProperty(name, value);
  }
  const link = document.createElement("a");
  link.textContent = text.open;
  link.target = "_blank";
  link.rel = "noopener";
  link.href = `?${writeState(state)}`;
  if (fits(state)) canonical(state);
  // What the widget shares is an address of this page without the host's additions, with the reader's
  // figures behind it.
  Object.assign(widget, { pageAddress: link.href });
  const follow = () => {
    link.href = (widget as HTMLElement & { readonly address: string }).address;
  };
  widget.addEventListener("chip-input", follow);
  const onFirst = () => {
    title(widget);
    // Opened by such a link.
    if (location.hash !== "") follow();
  };
  widget.addEventListener("chip-result", onFirst, { once: true });
  widget.addEventListener("chip-error", (event) => {
    const { error } = (event as CustomEvent<{ error: Error }>).detail;
    if (error.name === "CoreUnavailableError") widget.replaceChildren(paragraph(text.failed));
  });
  main.append(widget);
  // On a page of its own there is nothing more to open, and what was sent has no address.
  if (parent !== window && fits(state)) {
    const footer = document.createElement("footer");
    footer.append(link);
    main.append(footer);
  }
}

/** What the address without the host's additions is, for those that list pages. */
function canonical(state: WidgetState): void {
  const link = document.createElement("link");
  link.rel = "canonical";
  link.href = `?${writeState(state)}`;
  document.head.append(link);
}

function title(widget: HTMLElement): void {
  const heading = widget.shadowRoot?.querySelector("#title")?.textContent?.trim();
  if (heading) document.title = heading;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

/** What is not used of the address, as a list. */
function complaint(
  lead: string,
  problems: readonly StateProblem[],
  language: Language,
): HTMLElement[] {
  if (problems.length === 0) return [];
  const box = document.createElement("aside");
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.textContent = problemText(problem, language);
    list.append(item);
  }
  box.append(paragraph(lead), list);
  return [box];
}
