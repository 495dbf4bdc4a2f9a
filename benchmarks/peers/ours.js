// Our own search of the folder of a built site: node ours.js SITE whole|shards
import { readFileSync } from "node:fs";
import { search } from "../../static/js/search/engine.js";
import { openShards } from "../../static/js/search/shards.js";
import { readSynonyms } from "../../static/js/search/synonym-groups.js";
import { wholeIndex } from "../../static/js/search/whole.js";
import { serve } from "./answers.js";

const [site, kind] = process.argv.slice(2);
const file = (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf8"));
const fromDisk = async (url) => new Response(readFileSync(url.replace(/\?.*/, "")));
const rest = () => import("../../static/js/search/rest.js");
const index =
  kind === "shards"
    ? await openShards({ folder: `${site}/search/`, load: fromDisk, rest })
    : wholeIndex(file("index"), file("papers"), file("words"), async (number) => file(`abstracts/${number}`), rest);
const synonyms = kind === "shards" ? index.synonyms : readSynonyms(file("synonyms"));
await serve({}, async (query) => {
  const { hits } = await search(index, synonyms, query);
  return (await index.records(hits.slice(0, 10).map(({ paper }) => paper))).map(({ id }) => id);
});
