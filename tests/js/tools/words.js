// The words and the clauses of each text of a JSON list.
import { readFileSync } from "node:fs";
import { parseQuery } from "../../../static/js/search/query.js";
import { chunks, readChunk } from "../../../static/js/search/words.js";

const texts = JSON.parse(readFileSync(0, "utf8"));
/** @param {string} text */
const read = (text) => ({
  words: chunks(text).map((chunk) => readChunk(chunk)),
  clauses: parseQuery(text),
});
process.stdout.write(JSON.stringify(texts.map(read)));
