/**
 * What is fetched when a question says more than plain words, when a word is mistyped, and when
 * results stand.
 */
export { correctedQuery, detailsOf, ordered } from "./details.js";
export { addNeighbours, neighboursIn } from "./neighbours.js";
export { keepPhrases } from "./phrases.js";
export { searchSigns } from "./signs.js";
