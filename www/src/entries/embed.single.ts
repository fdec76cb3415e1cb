/** For a bare `<script src>`: all calculators, both languages and the module in one file. */
import { version } from "virtual:embed";
import { define } from "../define.js";
import { claim } from "../embed/claim.js";

if (claim(version)) define();
