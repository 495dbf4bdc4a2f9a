/** Holds the index and answers queries, so that typing never waits for it. */
import { answer } from "./answer.js";
import { lunrReader } from "./lunr-reader.js";

let library;

/** Asks the server each time whether the file has changed: all three must be of one build. */
const fetchJson = async (url) => {
  const { pathname } = new URL(url);
  const response = await fetch(url, { cache: "no-cache" }).catch(() => {
    throw new Error(`${pathname} cannot be reached`);
  });
  if (!response.ok) throw new Error(`${pathname} is answered with status ${response.status}`);
  return response.json().catch(() => {
    throw new Error(`${pathname} is damaged`);
  });
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
