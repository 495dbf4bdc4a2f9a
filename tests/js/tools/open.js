// Opens one of the two indexes in the folder of a built site.
import { readFileSync } from "node:fs";
import { openShards } from "../../../static/js/search/shards.js";
import { wholeIndex } from "../../../static/js/search/whole.js";

const rest = () => import("../../../static/js/search/rest.js");

/** @param {any} url  a path, maybe with the version of its content */
export const fromDisk = async (url) => new Response(readFileSync(url.replace(/\?.*/, "")));

/**
 * @param {string} site @param {string} kind
 * @returns {Promise<import("../../../static/js/search/backend.js").Backend>}
 */
export const openIndex = async (site, kind) => {
  if (kind === "shards") return openShards({ folder: `${site}/search/`, load: fromDisk, rest });
  /** @param {string} name */
  const file = (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf8"));
  return wholeIndex(file("index"), file("papers"), file("words"), async (number) => file(`abstracts/${number}`), rest);
};
