/** The script of `builder.html`. */
import { integrity, version } from "virtual:published";
import { Builder } from "../builder/page.js";
import { followFrames } from "../frame/follow.js";

const place = document.querySelector<HTMLElement>("main");
const folder = new URL(".", location.href).href;
if (place !== null) {
  place.replaceChildren();
  // The preview is one.
  followFrames();
  new Builder(place, { version, integrity, folder, worker: new Worker("builder-worker.js") });
}
