/** For a bare `<script src>`: registers the custom elements and leaves no global behind. */
import { define } from "../define.js";

define();
