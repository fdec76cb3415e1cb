/** For a bare `<script src>`: a few KB that load each calculator when a reader comes near it. */
import { load } from "../embed/loader.js";

load(document.currentScript);
