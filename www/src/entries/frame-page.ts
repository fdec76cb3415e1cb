/** The script of `frame.html`. */
import { showFrame } from "../frame/page.js";
import { restrict } from "../frame/policy.js";

restrict();
const main = document.querySelector("main");
if (main !== null) showFrame(main, location.search.slice(1));
