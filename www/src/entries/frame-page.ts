/** The script of `frame.html`. */
import { showFrame } from "../frame/page.js";

const main = document.querySelector("main");
if (main !== null) showFrame(main, location.search.slice(1));
