/** Holds the index and answers queries, so that typing never waits for it. */
import { Answers } from "./answer.js";
import { openIndex } from "./open-index.js";

/** @type {Promise<Answers>} */
let answers;

const open = async ({ folder, kind }, first) => {
  const { backend, synonyms } = await openIndex(folder, kind, first);
  return new Answers(backend, synonyms);
};

const tasks = {
  load: async (site, first) => {
    answers = open(site, first);
    await answers;
  },
  answer: async (query, options) => (await answers).answer(query, options),
  details: async (query, options) => (await answers).details(query, options),
};

globalThis.addEventListener("message", async ({ data: { number, task, values } }) => {
  try {
    postMessage({ number, result: await tasks[task](...values) });
  } catch (error) {
    postMessage({ number, error: error.message });
  }
});
