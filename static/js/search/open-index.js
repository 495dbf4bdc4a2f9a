/** The index of a built site, in one file or in pieces. */

/**
 * @typedef {object} Loader  gets files below search/
 * @property {string} folder  its address, with a slash at its end
 * @property {(url: string, options?: RequestInit) => Promise<Response>} load
 * @property {() => Promise<import("./fetch-rest.js").Rest>} rest
 * @typedef {(loader: Loader) => Promise<import("./backend.js").Backend>} Opener
 */

/**
 * @param {Opener} openBackend  openWhole or openShards
 * @param {string} folder  the address of search/, with a slash at its end
 * @param {Loader["rest"]} rest
 * @param {Record<string, ArrayBuffer | undefined>} [first]  files that the page has fetched; each
 *   is taken once
 */
export const openIndex = (openBackend, folder, rest, first = {}) => {
  const load = async (/** @type {string} */ url, /** @type {RequestInit | undefined} */ options) => {
    const name = url.slice(folder.length);
    const body = first[name];
    delete first[name];
    return body ? new Response(body) : fetch(url, options);
  };
  return openBackend({ folder, load, rest });
};
