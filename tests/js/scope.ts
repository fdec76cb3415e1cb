// One module graph: two calculators share a parameter only where it is the very same object.
export { calculators } from "../../www/src/generated/metadata.js";
export { Scope } from "../../www/src/state/scope.js";
