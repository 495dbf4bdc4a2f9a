// Completions and neighbours that the whole index, or the one in pieces, gives.
import { readFileSync } from "node:fs";
import { openIndex } from "./open.js";

const backend = await openIndex(process.argv[2], process.argv[3]);
const { prefixes, typos } = JSON.parse(readFileSync(0, "utf8"));
const completed = await Promise.all(prefixes.map((/** @type {string} */ prefix) => backend.completions(prefix, 20)));
const near = await Promise.all(typos.map((/** @type {string} */ typed) => backend.neighbours(typed, 2)));
process.stdout.write(
  JSON.stringify({ prefixes: completed, typos: near.map((found) => found.map((/** @type {{ word: string }} */ { word }) => word)) }),
);
