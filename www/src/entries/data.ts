/** The catalogue as JSON, with types. */
export * from "../catalogue.js";
