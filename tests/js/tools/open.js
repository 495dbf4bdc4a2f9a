// Opens one of the two indexes in the folder of a built site.
import { readFileSync } from "node:fs";
import { openShards } from "../../../static/js/search/shards.js";
import { wholeIndex } from "../../../static/js/search/whole.js";

export const fromDisk = async (path) => new Response(readFileSync(path));

export const openIndex = (site, kind) => {
  if (kind === "shards") return openShards({ folder: `${site}/search/`, load: fromDisk });
  const file = (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf8"));
  return wholeIndex(file("index"), file("papers"), file("words"), async (number) => file(`abstracts/${number}`));
};
