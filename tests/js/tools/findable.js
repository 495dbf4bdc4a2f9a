// Words that do not find their paper. Reads { site, kind, texts: [[paper id, [text, …]], …] } and
// types each word of the texts, as printed and without its accents, into the site's search.
import { readFileSync } from "node:fs";
import { search } from "../../../static/js/search/engine.js";
import { isStopWord } from "../../../static/js/search/terms.js";
import { chunks, fold, readChunk } from "../../../static/js/search/words.js";
import { openIndex } from "./open.js";

const { site, kind, texts } = JSON.parse(readFileSync(0, "utf8"));
const backend = await openIndex(site, kind);
const all = Array.from({ length: backend.size }, (_, paper) => paper);
const ids = (await backend.records(all)).map(({ id }) => id);
const known = new Map();

/**
 * The ids that a word finds; each word is typed once.
 * @param {string} typed
 */
const found = async (typed) => {
  if (!known.has(typed)) {
    const { hits } = await search(backend, new Map(), `${typed} `, { exact: true });
    known.set(typed, new Set(hits.map(({ paper }) => ids[paper])));
  }
  return known.get(typed);
};

/** Quotes around a word ask for just this word or phrase, in the likeliest papers only. */
const unquoted = (/** @type {string} */ chunk) => chunk.replace(/^["“”„«»]+|["“”„«»]+$/g, "");

const tells = (/** @type {string} */ chunk) => readChunk(chunk).some(({ plain }) => !isStopWord(plain));

const lost = [];
let tried = 0;
for (const [id, written] of texts) {
  for (const chunk of new Set(written.flatMap(chunks).map(unquoted).filter(tells))) {
    for (const typed of new Set([chunk, fold(chunk)])) {
      tried += 1;
      if (!(await found(typed)).has(id)) lost.push([id, typed]);
    }
  }
}
process.stdout.write(JSON.stringify({ tried, distinct: known.size, lost }));
