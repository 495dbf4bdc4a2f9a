/** Files of the index in pieces: each fetched once, unpacked, and asked for again when missing. */
import { MissingFile } from "./backend.js";
import { twice } from "./twice.js";

export class ShardFiles {
  #folder;
  #load;
  /** @type {Map<string, Promise<any>>} */
  #held = new Map();

  /**
   * @param {string} folder  the address of search/
   * @param {import("./open-index.js").Loader["load"]} load
   */
  constructor(folder, load) {
    this.#folder = folder;
    this.#load = load;
  }

  /** The root has one address in every build, so the host is asked whether it changed. */
  root() {
    return this.file("root.bin", "", "", inflatedJson, "no-cache");
  }

  /**
   * @template T
   * @param {string} path  below search/
   * @param {string} version  put behind the address, whose content then never changes
   * @param {string} mark  the file's first letters, unless it is of another build than the root
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T>} read
   * @param {RequestCache} [cache]
   * @returns {Promise<T>} what `read` made of the file, once
   */
  file(path, version, mark, read, cache) {
    const url = this.#folder + path + (version && `?${version}`);
    if (!this.#held.has(path)) {
      const body = twice((isSecond) => this.#body(path, url, mark, isSecond ? "reload" : cache));
      const made = body.then(read).catch((error) => {
        this.#held.delete(path); // another question may find it
        throw error instanceof MissingFile ? error : new MissingFile(path, "is damaged");
      });
      this.#held.set(path, made);
    }
    return /** @type {Promise<T>} */ (this.#held.get(path));
  }

  /** @param {string} path @param {string} url @param {string} mark @param {RequestCache} [cache] */
  async #body(path, url, mark, cache) {
    const response = await this.#load(url, { cache }).catch(() => {
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
