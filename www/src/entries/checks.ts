/** The checks of articles; their module is inside, and the first call starts it. */
import { version as expected } from "virtual:core-wasm";
import * as functions from "#article";
import { CoreUnavailableError } from "../errors.js";
import { bytes } from "../instance/article/bytes.js";

export type {
  Assumption,
  CalculatorError,
  Check,
  Claim,
  FieldCode,
  FieldError,
  Given,
  Issue,
  Moment,
  Move,
  Range,
  Remedy,
  Report,
  Rerun,
  Rule,
  RuleCell,
  RuleMap,
  RuleMapRequest,
  Slip,
  Stated,
  Verdict,
  Way,
  Words,
} from "#article";
export { CoreUnavailableError };

type Article = typeof functions;

let started = false;

function article(): Article {
  if (started) return functions;
  try {
    functions.initSync({ module: bytes() });
  } catch (cause) {
    throw new CoreUnavailableError("WebAssembly could not be started", { cause });
  }
  const found = functions.version();
  if (found !== expected) {
    throw new CoreUnavailableError(
      `the article's module is of version ${found}, not of ${expected}`,
    );
  }
  started = true;
  return functions;
}

export const checkClaims: Article["checkClaims"] = (file) => article().checkClaims(file);
export const builtInArticle: Article["builtInArticle"] = () => article().builtInArticle();
export const ruleMap: Article["ruleMap"] = (request) => article().ruleMap(request);
