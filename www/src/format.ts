export * from "./formats/format.js";
