/**
 * What every question needs, fetched by the page itself while its worker starts: a round trip less.
 * A file that cannot be had is left out; the worker asks for it again and names it.
 */

/** @type {Record<string, string[]>} */
const FIRST = {
  whole: ["index.json", "papers.json", "words.json", "synonyms.json"],
  shards: ["root.bin"],
};

/**
 * @param {import("./client.js").Site} site
 * @returns {Promise<Record<string, ArrayBuffer | undefined>>} bodies by name
 */
export const fetchFirst = async ({ folder, kind }) => {
  const bodies = FIRST[kind].map(async (name) => [name, await bodyOf(folder + name)]);
  return Object.fromEntries(await Promise.all(bodies));
};

/** @param {string} url */
const bodyOf = async (url) => {
  try {
    const response = await fetch(url, { cache: "no-cache" }); // it may have changed
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
};
