/** Files of the index in pieces: each fetched once, unpacked, and asked for again when missing. */
import { MissingFile } from "./backend.js";

const PAUSE = 400; // milliseconds before a second try

export class ShardFiles {
  #folder;
  #load;
  /** @type {Map<string, Promise<any>>} */
  #held = new Map();

  /**
   * @param {string} folder  the address of search/
   * @param {(url: string, options?: RequestInit) => Promise<Response>} [load]  fetch, or a test's own
   */
  constructor(folder, load = (url, options) => fetch(url, options)) {
    this.#folder = folder;
    this.#load = load;
  }

  /** The root has one name in every build, so the host is asked whether it changed. */
  root() {
    return this.#tried("root.bin", { cache: "no-cache" }).then(unpackedJson("root.bin"));
  }

  /**
   * @template T
   * @param {string} path  below search/; its content never changes
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T>} read
   * @returns {Promise<T>} what `read` made of the file, once
   */
  file(path, read) {
    if (!this.#held.has(path)) {
      const made = this.#tried(path, {}).then(async (body) => {
        try {
          return await read(body);
        } catch {
          throw new MissingFile(path, "is damaged");
        }
      });
      made.catch(() => this.#held.delete(path)); // another question may find it
      this.#held.set(path, made);
    }
    return /** @type {Promise<T>} */ (this.#held.get(path));
  }

  /** @param {string} path @param {RequestInit} options */
  async #tried(path, options) {
    try {
      return await this.#body(path, options);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      return this.#body(path, { ...options, cache: "reload" });
    }
  }

  /** @param {string} path @param {RequestInit} options */
  async #body(path, options) {
    const response = await this.#load(this.#folder + path, options).catch(() => {
      throw new MissingFile(path, "cannot be reached");
    });
    if (!response.ok) throw new MissingFile(path, `is answered with status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** @param {Uint8Array<ArrayBuffer>} body @returns {Promise<Uint8Array<ArrayBuffer>>} */
export const inflated = async (body) => {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** @param {Uint8Array<ArrayBuffer>} body @returns {Promise<string>} */
export const inflatedText = async (body) => new TextDecoder().decode(await inflated(body));

/** @param {Uint8Array<ArrayBuffer>} body @returns {Promise<any>} */
export const inflatedJson = async (body) => JSON.parse(await inflatedText(body));

/** @param {string} path */
const unpackedJson = (path) => (/** @type {Uint8Array<ArrayBuffer>} */ body) =>
  inflatedJson(body).catch(() => {
    throw new MissingFile(path, "is damaged");
  });
