// How a long task ends that a timer aborts: the same in the main thread and, loaded as one, in a worker.
import { isMainThread, parentPort } from "node:worker_threads";
import { monteCarloAsync } from "../../pkg/index.js";

/** What the task ended with, and how often the timer ran by then. */
export async function aborted() {
  let ticks = 0;
  const controller = new AbortController();
  const timer = setInterval(() => {
    ticks++;
    if (ticks === 3) {
      controller.abort("enough");
      clearInterval(timer);
    }
  }, 1);
  const request = {
    calculator: "cloudBreakEven",
    samples: 1_000_000,
    uncertain: [{ parameter: "cloudRate", distribution: "uniform", low: 1, high: 7 }],
  };
  const ended = await monteCarloAsync(request, { signal: controller.signal }).then(
    () => "finished",
    (reason) => reason,
  );
  clearInterval(timer);
  return { ended, ticks };
}

if (!isMainThread) parentPort.postMessage(await aborted());
