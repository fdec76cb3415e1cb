export * from "./formats/parse.js";
