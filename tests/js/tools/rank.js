// The papers, best first, that each query of a JSON list finds in the folder of a built site, by the
// index in one file or the one in pieces.
import { readFileSync } from "node:fs";
import { search } from "../../../static/js/search/engine.js";
import { readSynonyms } from "../../../static/js/search/synonym-groups.js";
import { openIndex } from "./open.js";

const [site, kind] = process.argv.slice(2);
const backend = await openIndex(site, kind);
const groups = JSON.parse(readFileSync(`${site}/search/synonyms.json`, "utf8"));
const synonyms = kind === "shards" ? backend.synonyms : readSynonyms(groups);
const found = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { hits } = await search(backend, synonyms, query);
  found.push(hits.map(({ paper }) => paper));
}
process.stdout.write(JSON.stringify(found));
