/** The page's side of the worker: questions as promises. */

/** @typedef {{ index: string, papers: string, words: string }} Urls  absolute addresses */

export class SearchClient {
  #urls;
  #worker;
  #ready;
  #waiting = new Map();
  #number = 0;

  /** @param {Urls} urls */
  constructor(urls) {
    this.#urls = urls;
  }

  /** Start the worker and fetch the index, once; after a failure, anew. @returns {Promise<void>} */
  load() {
    this.#ready ??= this.#start().catch((error) => {
      this.close();
      throw error;
    });
    return this.#ready;
  }

  /**
   * @param {string} query  @param {{ limit?: number, exact?: boolean }} [options]
   * @returns {Promise<import("./answer.js").Answer>}
   */
  async ask(query, options = {}) {
    await this.load();
    return this.#post({ query, options });
  }

  /** Stop the worker; the next question starts another. */
  close() {
    this.#worker?.terminate();
    this.#ready = undefined;
    this.#waiting.forEach(({ reject }) => reject(new Error("the search was stopped")));
    this.#waiting.clear();
  }

  async #start() {
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#settle(data));
    this.#worker.addEventListener("error", (event) => {
      this.#waiting.forEach(({ reject }) => reject(new Error(event.message || "no worker")));
      this.#waiting.clear();
    });
    await this.#post({ load: this.#urls });
  }

  #post(message) {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, ...message });
    });
  }

  #settle({ number, answer, error }) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(error));
  }
}
