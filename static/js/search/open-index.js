/** The index of a built site, in one file or in pieces; only the code it needs is fetched. */
import { MissingFile } from "./backend.js";
import { fetchBeside } from "./first-files.js";
import { readSynonyms } from "./synonyms.js";

const PAUSE = 400; // milliseconds before a second try

/**
 * @param {string} folder  the address of search/, with a slash at its end
 * @param {string} kind  whole or shards
 * @param {Record<string, ArrayBuffer | undefined>} first  files that the page has fetched
 */
export const openIndex = async (folder, kind, first = {}) => {
  const load = fetchBeside(folder, first);
  const json = (name) => fetchJson(load, folder, name);
  const [backend, groups] = await Promise.all([
    kind === "shards" ? openPieces(folder, load) : openWhole(json),
    json("synonyms.json"),
  ]);
  return { backend, synonyms: readSynonyms(groups) };
};

const openPieces = async (folder, load) => {
  const { openShards } = await import("./shards.js");
  return openShards(folder, load);
};

const openWhole = async (json) => {
  const code = import("./whole.js");
  const names = ["index.json", "papers.json", "words.json"];
  const files = await Promise.all(names.map(json));
  const { wholeIndex } = await code;
  const pieces = new Map();
  const piece = (number) => {
    if (!pieces.has(number)) pieces.set(number, json(`abstracts/${number}.json`));
    return pieces.get(number);
  };
  return wholeIndex(...files, piece);
};

/** Asks the server each time whether the file has changed: all must be of one build. */
const fetchJson = async (load, folder, name) => {
  const tried = () => loaded(load, folder, name);
  const response = await tried().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return tried();
  });
  return response.json().catch(() => {
    throw new MissingFile(`search/${name}`, "is damaged");
  });
};

const loaded = async (load, folder, name) => {
  const response = await load(folder + name, { cache: "no-cache" }).catch(() => {
    throw new MissingFile(`search/${name}`, "cannot be reached");
  });
  if (!response.ok) throw new MissingFile(`search/${name}`, `is answered with status ${response.status}`);
  return response;
};
