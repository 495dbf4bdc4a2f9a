/** The rest of worker-shards.js; the generator makes it a file that uses the worker's modules. */
export {
  addNeighbours, correctedQuery, detailsOf, keepPhrases, neighboursIn, ordered, searchSigns,
} from "./rest.js";
