/** Drafts of articles' files; their module is inside, and the first call starts it. */
import type * as functions from "#draft";
import { CoreUnavailableError } from "../errors.js";
import { draft } from "../instance/draft.js";

export type { CalculatorError, Draft, FieldCode, FieldError, FoundFigure } from "#draft";
export { CoreUnavailableError };

export const draftArticle: typeof functions.draftArticle = (text) => draft().draftArticle(text);
