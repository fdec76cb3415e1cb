/** What stands beside a field whose text is refused. */
import { problemText } from "../publishing/problems.js";
import type { Builder } from "./page.js";

/** What is wrong with a setting, by its name. */
export function faultOf({ language, state }: Builder, name: string): string | undefined {
  const draft = state.draft(name);
  if (draft === undefined) return undefined;
  return problemText({ name, value: draft.text, ...draft.wrong }, language);
}
