/** The index of a built site, in one file or in pieces. */
import { MissingFile } from "./backend.js";
import { fetchBeside } from "./first-files.js";

const PAUSE = 400; // milliseconds before a second try

/**
 * @typedef {object} Loader  gets files below search/
 * @property {string} folder  its address, with a slash at its end
 * @property {typeof fetch} load
 * @property {(name: string) => Promise<any>} json  tries twice; each time the server is asked
 *   whether the file has changed, because all must be of one build
 * @typedef {(loader: Loader) => Promise<import("./backend.js").Backend>} Opener
 */

/**
 * @param {Opener} openBackend  openWhole or openShards
 * @param {string} folder  the address of search/, with a slash at its end
 * @param {Record<string, ArrayBuffer | undefined>} first  files that the page has fetched
 */
export const openIndex = (openBackend, folder, first = {}) => {
  const load = fetchBeside(folder, first);
  return openBackend({ folder, load, json: (name) => fetchJson(load, folder, name) });
};

/** @param {typeof fetch} load @param {string} folder @param {string} name */
const fetchJson = async (load, folder, name) => {
  const tried = () => loaded(load, folder, name);
  const response = await tried().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return tried();
  });
  return response.json().catch(() => {
    throw new MissingFile(`search/${name}`, "is damaged");
  });
};

/** @param {typeof fetch} load @param {string} folder @param {string} name */
const loaded = async (load, folder, name) => {
  const response = await load(folder + name, { cache: "no-cache" }).catch(() => {
    throw new MissingFile(`search/${name}`, "cannot be reached");
  });
  if (!response.ok) throw new MissingFile(`search/${name}`, `is answered with status ${response.status}`);
  return response;
};
