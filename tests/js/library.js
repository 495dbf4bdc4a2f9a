// The files that tests/emit/test_search_index.py keeps equal to what the generator emits now.
import { readFileSync } from "node:fs";
import { lunrReader } from "../../static/js/search/lunr-reader.js";

const file = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));

export const library = {
  reader: lunrReader(file("index")),
  papers: file("papers"),
  words: file("words"),
};
