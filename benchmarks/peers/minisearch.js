// MiniSearch with the options its guide advises: node minisearch.js papers.jsonl [index.json]
import { writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { readLines, serve, timed } from "./answers.js";

const [papers, output] = process.argv.slice(2);
const documents = readLines(papers);
const options = { fields: ["title", "authors", "abstract", "topics"], storeFields: ["title"] };
const [index, seconds] = timed(() => {
  const made = new MiniSearch(options);
  made.addAll(documents);
  return made;
});
if (output) writeFileSync(output, JSON.stringify(index));
const asked = { fuzzy: 0.2, prefix: (_, i, terms) => i === terms.length - 1, boost: { title: 2 } };
await serve({ seconds }, (query) => index.search(query, asked).slice(0, 10).map(({ id }) => id));
