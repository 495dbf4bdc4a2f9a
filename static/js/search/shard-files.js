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

  /** The root has one address in every build, so the host is asked whether it changed. */
  root() {
    return this.#tried("root.bin", { cache: "no-cache" }).then(unpackedJson("root.bin"));
  }

  /**
   * @template T
   * @param {string} path  below search/
   * @param {string} version  put behind the address, whose content then never changes
   * @param {string} mark  the file's first letters, unless it is of another build than the root
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T>} read
   * @returns {Promise<T>} what `read` made of the file, once
   */
  file(path, version, mark, read) {
    if (!this.#held.has(path)) {
      const made = this.#tried(path, {}, version, mark).then(read).catch((error) => {
        this.#held.delete(path); // another question may find it
        throw error instanceof MissingFile ? error : new MissingFile(path, "is damaged");
      });
      this.#held.set(path, made);
    }
    return /** @type {Promise<T>} */ (this.#held.get(path));
  }

  /** @param {string} path @param {RequestInit} options @param {string} [version] @param {string} [mark] */
  async #tried(path, options, version, mark) {
    try {
      return await this.#body(path, options, version, mark);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      return this.#body(path, { ...options, cache: "reload" }, version, mark);
    }
  }

  /** @param {string} path @param {RequestInit} options @param {string} version @param {string} mark */
  async #body(path, options, version = "", mark = "") {
    const url = this.#folder + path + (version && `?${version}`);
    const response = await this.#load(url, options).catch(() => {
      throw new MissingFile(path, "cannot be reached");
    });
    if (!response.ok) throw new MissingFile(path, `is answered with status ${response.status}`);
    const body = new Uint8Array(await response.arrayBuffer());
    if (new TextDecoder().decode(body.subarray(0, mark.length)) !== mark) {
      throw new MissingFile(path, "is damaged or of another build");
    }
    return body.subarray(mark.length);
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
