/** The file of the article that a tag is about. */
import type { ReactiveController, ReactiveElement } from "lit";
import { fileAt } from "../article/live.js";

type File = Awaited<ReturnType<typeof fileAt>>;

interface Host extends ReactiveElement {
  /** The address of the article's file; that of the package unless given. */
  readonly article: string;
}

/**
 * Reads it once for each address. One that cannot be had is not asked for again until the address is
 * another or the tag is put into the page anew: a tag is drawn often.
 */
export class ArticleFile implements ReactiveController {
  readonly #host: Host;
  readonly #complain: (what: string) => void;
  #asked: string | undefined;
  #file: File | undefined;
  #isBad = false;

  constructor(host: Host, complain: (what: string) => void) {
    this.#host = host;
    this.#complain = complain;
    host.addController(this);
  }

  /** The file, once it is there. */
  get file(): File | undefined {
    return this.#file;
  }

  /** Whether there is none, or none that can be checked. */
  get isBad(): boolean {
    return this.#isBad;
  }

  /** What is wrong with it, or with what the tag asks of it. */
  fail(what: string): void {
    this.#isBad = true;
    this.#complain(what);
  }

  hostConnected(): void {
    if (this.#isBad) this.#asked = undefined;
  }

  hostUpdate(): void {
    const asked = this.#host.article ?? "";
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#isBad = false;
    fileAt(asked, this.#host.baseURI).then(
      (file) => {
        if (this.#asked !== asked) return;
        this.#file = file;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        if (this.#asked !== asked) return;
        this.#file = undefined;
        this.fail(`cannot read its article: ${String(error)}`);
        this.#host.requestUpdate();
      },
    );
  }
}
