/** Answers a page's questions from a worker of its own, so that typing never waits for the index. */
import { Answers } from "./answer.js";
import { openIndex } from "./open-index.js";

/**
 * @param {import("./open-index.js").Opener} openBackend
 * @param {import("./open-index.js").Loader["rest"]} rest
 */
export const answerFrom = (openBackend, rest) => {
  /** @type {Promise<Answers>} */
  let answers;
  /** @param {string} folder @param {Record<string, ArrayBuffer | undefined>} first */
  const open = async (folder, first) => {
    const backend = await openIndex(openBackend, folder, rest, first);
    return new Answers(backend, backend.synonyms);
  };
  /** @type {Record<string, (...values: any) => Promise<unknown>>} */
  const tasks = {
    load: async (folder, first) => {
      answers = open(folder, first);
      await answers;
    },
    answer: async (query, options) => (await answers).answer(query, options),
    details: async (query, options) => (await answers).details(query, options),
  };
  globalThis.addEventListener("message", async ({ data: { number, task, values } }) => {
    try {
      postMessage({ number, result: await tasks[task](...values) });
    } catch (error) {
      postMessage({ number, error: /** @type {Error} */ (error).message });
    }
  });
};
