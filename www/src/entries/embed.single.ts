/** For a bare `<script src>`: all calculators, both languages and the module in one file. */
import { version } from "virtual:embed";
import { define } from "../define.js";
import { claim } from "../embed/claim.js";
import { from } from "../instance/article/fetched.js";

const { currentScript } = document;
// What checks articles is not in this file but beside it.
if (currentScript instanceof HTMLScriptElement) from(new URL(".", currentScript.src).href);
if (claim(version)) define();
