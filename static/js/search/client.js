/** The page's side of the worker: questions as promises. */
import { fetchFirst } from "./first-files.js";

/**
 * @typedef {{ folder: string, kind: string }} Site
 *   the absolute address of search/, with a slash at its end; and whole or shards
 */

/** @type {Record<string, string>} */
const WORKERS = { whole: "./worker-whole.js", shards: "./worker-shards.js" };

export class SearchClient {
  #site;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #number = 0;

  /** @param {Site} site */
  constructor(site) {
    this.#site = site;
  }

  /** Start the worker and fetch what every question needs, once; after a failure, anew. */
  load() {
    this.#ready ??= this.#start().catch((error) => {
      this.close();
      throw error;
    });
    return this.#ready;
  }

  /**
   * @param {string} query  @param {import("./answer.js").Options} [options]
   * @returns {Promise<import("./answer.js").Answer>}
   */
  answer(query, options = {}) {
    return this.#ask("answer", query, options);
  }

  /**
   * @param {string} query  @param {import("./answer.js").Options} [options]
   * @returns {Promise<import("./answer.js").Details>}
   */
  details(query, options = {}) {
    return this.#ask("details", query, options);
  }

  /** Stop the worker; the next question starts another. */
  close(reason = "the search was stopped") {
    this.#worker?.terminate();
    this.#ready = undefined;
    this.#fail(reason);
  }

  /** After a failure the next question starts anew: the site may have been built once more. */
  async #ask(/** @type {string} */ task, /** @type {unknown[]} */ ...values) {
    await this.load();
    try {
      return await this.#post(task, ...values);
    } catch (error) {
      this.close(/** @type {Error} */ (error).message);
      throw error;
    }
  }

  async #start() {
    const first = fetchFirst(this.#site);
    this.#worker = new Worker(new URL(WORKERS[this.#site.kind], import.meta.url), {
      type: "module",
    });
    this.#worker.addEventListener("message", ({ data }) => this.#settle(data));
    this.#worker.addEventListener("error", (event) => this.#fail(event.message || "no worker"));
    await this.#post("load", this.#site.folder, await first);
  }

  /** @param {string} task @param {...unknown} values @returns {Promise<any>} */
  #post(task, ...values) {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker?.postMessage({ number, task, values });
    });
  }

  /** @param {{ number: number, result?: unknown, error?: string }} message */
  #settle({ number, result, error }) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#waiting.forEach(({ reject }) => reject(new Error(reason)));
    this.#waiting.clear();
  }
}
