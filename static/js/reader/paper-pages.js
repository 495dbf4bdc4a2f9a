/* Papers' own pages and the files beside them, fetched when something of them is needed. */
import { factsOf } from "./facts.js";

const AT_ONCE = 6;

/** @param {string} address  @returns {Promise<Response>} */
const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};

/** @param {string} address  @returns {Promise<string>} */
export const textAt = async (address) => (await fetched(address)).text();

/** @param {string} address  @returns {Promise<Document>} */
export const pageAt = async (address) =>
  new DOMParser().parseFromString(await textAt(address), "text/html");

/** @param {string} address  of a paper's page  @param {string} root */
export const factsAt = async (address, root) => {
  const page = await pageAt(address);
  const article = page.querySelector("article.paper");
  if (!article) throw new Error(`${address}: no paper`);
  return factsOf(article, root, address);
};

/**
 * Do something for each, a few at a time.
 * @template T, R
 * @param {T[]} all  @param {(one: T) => Promise<R>} work
 * @returns {Promise<(R | null)[]>} in order; null where it failed
 */
export const forEach = async (all, work) => {
  /** @type {(R | null)[]} */
  const results = new Array(all.length).fill(null);
  let next = 0;
  const worker = async () => {
    while (next < all.length) {
      const at = next++;
      results[at] = await work(all[at]).catch(() => null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
};
