/** The script of `frame.html`. */
import { showFrame } from "../frame/page.js";
import { restrict } from "../frame/policy.js";
import { whenSent } from "../frame/sent.js";
import { BY_MESSAGE, MOST_SENT } from "../publishing/preview.js";

restrict();
const main = document.querySelector("main");
const query = location.search.slice(1);
if (main !== null) {
  if (query === BY_MESSAGE && parent !== window) {
    whenSent((sent) => showFrame(main, sent, MOST_SENT));
  } else showFrame(main, query);
}
