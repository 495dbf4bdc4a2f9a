/** Holds the index and answers queries, so that typing never waits for it. */
import { answer } from "./answer.js";
import { lunrReader } from "./lunr-reader.js";

let library;

const fetchJson = async (url) => {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return response.json();
};

const load = async ({ index, papers, words }) => {
  const [serialized, entries, written] = await Promise.all([index, papers, words].map(fetchJson));
  library = { reader: lunrReader(serialized), papers: entries, words: written };
};

globalThis.addEventListener("message", async ({ data: { number, load: urls, query, options } }) => {
  try {
    if (urls) await load(urls);
    postMessage({ number, answer: urls ? null : answer(library, query, options) });
  } catch (error) {
    postMessage({ number, error: error.message });
  }
});
