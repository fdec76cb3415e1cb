/** The functions; the module is inside, and the first call starts it. */
export * from "../api.js";
