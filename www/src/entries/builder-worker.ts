/** The worker of `builder.html`. */
import { answer, type Question } from "../builder/worker.js";

addEventListener("message", ({ data }: MessageEvent<Question>) => postMessage(answer(data)));
