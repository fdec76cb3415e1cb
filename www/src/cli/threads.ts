/** Threads that answer the pieces of a long table. */
import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";
import type { Piece } from "./csv.js";
import { type Answer, answered, type Table } from "./table.js";

/** More do not help: one thread alone reads and writes. */
const COUNT = Math.min(availableParallelism(), 8);

/** Pieces that a thread has to do, so that it goes on while the one that reads answers some. */
const AHEAD = 3;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and who waits for its answers, which come in the order of the questions. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Waiting[];
  isReady: boolean;
}

/** Beside the one that reads, which answers what is too much for them: it would idle else. */
export class Threads {
  /** Pieces that may be on the way, for the answers wait for each other. */
  readonly most = AHEAD * COUNT;
  readonly #file: string;
  #threads: Thread[] = [];

  /** @param file - What a thread runs: it calls {@link serve}. */
  constructor(file: string) {
    this.#file = file;
  }

  start(): void {
    while (this.#threads.length < COUNT - 1) this.#threads.push(started(this.#file));
  }

  /** Nothing where all have enough to do, or are still starting. */
  answer(table: Table, piece: Piece): Promise<Answer> | undefined {
    const [thread] = this.#threads
      .filter(({ isReady, waiting }) => isReady && waiting.length < AHEAD)
      .sort((a, b) => a.waiting.length - b.waiting.length);
    if (thread === undefined) return undefined;
    return new Promise((resolve, reject) => {
      thread.waiting.push({ resolve, reject });
      thread.worker.postMessage({ table, piece });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function started(file: string): Thread {
  const waiting: Waiting[] = [];
  const worker = new Worker(file);
  const thread = { worker, waiting, isReady: false };
  worker.once("message", () => {
    thread.isReady = true;
    worker.on("message", (answer: Answer) => waiting.shift()?.resolve(answer));
  });
  worker.on("error", (error) => {
    thread.isReady = false;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return thread;
}

/** What a thread does. */
export function serve(): void {
  parentPort?.on("message", ({ table, piece }) => {
    const answer = answered(table, piece);
    const buffers = answer.results.flatMap((lines) =>
      typeof lines === "string" ? [] : [lines.buffer],
    );
    parentPort?.postMessage(answer, [...new Set(buffers)]);
  });
  parentPort?.postMessage("ready");
}
