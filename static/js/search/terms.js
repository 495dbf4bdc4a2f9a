/** A written word as the index holds it. */
export { stem } from "./stemmer.js";
export { cut, isStopWord, trim } from "./tokens.js";
