/** Beside frames of `frame.html`: makes each as tall as what it holds, where the browser does not. */
import { followFrames } from "../frame/follow.js";

followFrames();
