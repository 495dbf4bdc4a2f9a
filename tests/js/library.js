// The files that tests/emit/test_search_index.py keeps equal to what the generator emits now.
import { readFileSync } from "node:fs";
import { readSynonyms } from "../../static/js/search/synonyms.js";
import { wholeIndex } from "../../static/js/search/whole.js";

/** @param {string} name */
const file = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));

export const papers = file("papers");
export const backend = wholeIndex(file("index"), papers, file("words"), async (number) => file(`abstracts/${number}`));
export const synonyms = readSynonyms([["LLM", "otter transformer"], ...file("synonyms")]);
