// The files that tests/emit/test_search_index.py keeps equal to what the generator emits now.
import { readFileSync } from "node:fs";
import { readSynonyms } from "../../static/js/search/synonym-groups.js";
import { wholeIndex } from "../../static/js/search/whole.js";

/** @param {string} name */
const file = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));

export const papers = file("papers");
const rest = () => import("../../static/js/search/rest.js");
/** @param {(number: number) => Promise<string[]>} abstracts */
const reading = (abstracts) => wholeIndex(file("index"), papers, file("words"), abstracts, rest);
export const backend = reading(async (number) => file(`abstracts/${number}`));
export const withoutTexts = reading(() => Promise.reject(new Error("no network")));
export const synonyms = readSynonyms([["LLM", "otter transformer"], ...file("synonyms")]);
