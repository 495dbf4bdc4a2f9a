/** The best papers a last time, when no title says what was asked: by the words of their texts. */
import { better } from "./rank.js";
import { saysAll, wordsIn } from "./title-order.js";

const LEAST_WORDS = 3; // two say too little of a text, and are mostly a name or a topic
const NEAR = 5; // words from one to the next
const MOST_READ = 5; // ten texts are twice the bytes, and make results little better
const AS_TYPED = 2;
const NEXT_TO = 2;

/**
 * What a browser without a network cannot read counts for nothing.
 * @param {import("./backend.js").Backend} backend
 * @param {import("./rank.js").Hit[]} hits  the best ones, best first
 * @param {import("./readings.js").Reading[]} readings
 * @returns {Promise<import("./rank.js").Hit[]>} them, by their texts too if the first title leaves out a word
 */
export const reread = async (backend, hits, readings) => {
  const wanted = readings.filter(({ clause }) => clause.presence !== "not");
  if (wanted.length < LEAST_WORDS || hits.length === 0) return hits;
  const papers = hits.slice(0, MOST_READ).map(({ paper }) => paper);
  const records = await backend.records(papers);
  if (saysAll(records[0].title, wanted)) return hits;
  const abstracts = await backend.abstracts(papers).catch(() => papers.map(() => ""));
  const typed = wanted.map(({ clause }) => clause.words[0].plain);
  const read = records.map(({ title }, i) => {
    const { paper, score } = hits[i];
    return { paper, score: score * textWorth(wordsIn(`${title} ${abstracts[i]}`), typed) };
  });
  return [...read, ...hits.slice(MOST_READ)].sort(better);
};

/**
 * 1 for a text without any word as typed, up to 5 for all, each near the next.
 * @param {string[]} text @param {string[]} typed
 */
const textWorth = (text, typed) => {
  const held = typed.filter((word) => text.includes(word)).length;
  const near = typed.slice(1).filter((after, i) =>
    text.some((word, at) => word === after && text.slice(Math.max(0, at - NEAR), at).includes(typed[i])),
  ).length;
  return 1 + (AS_TYPED * held) / typed.length + (NEXT_TO * near) / (typed.length - 1);
};
