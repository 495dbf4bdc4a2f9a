// lunr.js as its guide shows it: node lunr.js papers.jsonl [index.json], which it writes
import { writeFileSync } from "node:fs";
import lunr from "lunr";
import { readLines, serve, timed } from "./answers.js";

const FIELDS = ["title", "authors", "abstract", "topics"];
const [papers, output] = process.argv.slice(2);
const documents = readLines(papers);
const [index, seconds] = timed(() =>
  lunr((builder) => {
    builder.ref("id");
    for (const field of FIELDS) builder.field(field, { boost: { title: 10 }[field] ?? 1 });
    for (const document of documents) builder.add(document);
  }),
);
if (output) writeFileSync(output, JSON.stringify(index));
const words = (query) => query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
await serve({ seconds }, (query) =>
  index
    .query((asked) => words(query).forEach((word) => asked.term(word)))
    .slice(0, 10)
    .map(({ ref }) => ref),
);
