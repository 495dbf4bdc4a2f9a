/** arXiv ids, DOIs and the like as people write them; the index has them bare: `2402.12345`. */
import { readChunk } from "./words.js";

const SCHEME = /^(?:https?:\/\/)?(?:[\w.]*(?:arxiv|doi|openreview|aclanthology|pubmed[\w.]*|openalex)\.(?:org|net|gov)\/(?:\w+\/|\w+\?id=)?|(?:arxiv|doi|openreview|acl|pmid|s2|openalex):)(?=.)/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./i;
const VERSION = /^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;

/**
 * @param {string} chunk  without white space
 * @returns {import("./words.js").Word[][]} its words, or those of the identifier it states; each
 *   with the further ways to write it
 */
export const readIdentifier = (chunk) => {
  const bare = chunk.replace(SCHEME, "").replace(ARXIV_DOI, "").replace(VERSION, "$1");
  const typed = readChunk(chunk);
  /** @param {import("./words.js").Word} word */
  const isVersion = ({ plain }) => (/** @type {{ plain: string }} */ { plain: other }) => other.startsWith(`${plain}v`);
  return bare === chunk
    ? typed.map((word) => [word])
    : readChunk(bare).map((word) => [word, ...typed.filter(isVersion(word))]);
};
