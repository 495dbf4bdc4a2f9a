/** The index of a built site, in one file or in pieces; only the code it needs is fetched. */
import { MissingFile } from "./backend.js";
import { readSynonyms } from "./synonyms.js";

const PAUSE = 400; // milliseconds before a second try

/**
 * @param {string} folder  the address of search/, with a slash at its end
 * @param {string} kind  whole or shards
 */
export const openIndex = async (folder, kind) => {
  const [backend, groups] = await Promise.all([
    kind === "shards" ? openPieces(folder) : openWhole(folder),
    fetchJson(folder, "synonyms.json"),
  ]);
  return { backend, synonyms: readSynonyms(groups) };
};

const openPieces = async (folder) => {
  const { openShards } = await import("./shards.js");
  return openShards(folder);
};

const openWhole = async (folder) => {
  const code = import("./whole.js");
  const names = ["index.json", "papers.json", "words.json"];
  const files = await Promise.all(names.map((name) => fetchJson(folder, name)));
  const { wholeIndex } = await code;
  let abstracts;
  return wholeIndex(...files, () => (abstracts ??= fetchJson(folder, "abstracts.json")));
};

/** Asks the server each time whether the file has changed: all must be of one build. */
const fetchJson = async (folder, name) => {
  const tried = () => loaded(folder, name);
  const response = await tried().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return tried();
  });
  return response.json().catch(() => {
    throw new MissingFile(`search/${name}`, "is damaged");
  });
};

const loaded = async (folder, name) => {
  const response = await fetch(folder + name, { cache: "no-cache" }).catch(() => {
    throw new MissingFile(`search/${name}`, "cannot be reached");
  });
  if (!response.ok) throw new MissingFile(`search/${name}`, `is answered with status ${response.status}`);
  return response;
};
