/** Threads that answer the pieces of a long table. */
import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";
import type { Piece } from "./csv.js";
import { type Answer, answered, type Table } from "./table.js";

/** More do not help: one thread alone reads and writes. */
const MOST = 8;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and who waits for its answers, which come in the order of the questions. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Waiting[];
}

export class Threads {
  readonly count = Math.min(availableParallelism(), MOST);
  readonly #file: string;
  #threads: Thread[] = [];
  #next = 0;

  /** @param file - What a thread runs: it calls {@link serve}. */
  constructor(file: string) {
    this.#file = file;
  }

  answer(table: Table, piece: Piece): Promise<Answer> {
    if (this.#threads.length < this.count) this.#threads.push(started(this.#file));
    const { worker, waiting } = this.#threads[this.#next % this.count] as Thread;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage({ table, piece });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function started(file: string): Thread {
  const waiting: Waiting[] = [];
  const worker = new Worker(file);
  worker.on("message", (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return { worker, waiting };
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
}
