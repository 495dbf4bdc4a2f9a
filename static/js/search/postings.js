/** A file of postings, read: see docs/search.md; generator/emit/shards/terms.py writes it. */
import { Bits, riceWidth } from "./bits.js";
import { frontDecoded } from "./front.js";
import { inflated } from "./shard-files.js";

const LINE_END = 10;

/**
 * @typedef {import("./backend.js").Posting} Posting
 * @typedef {object} Scheme  what root.bin says of all postings
 * @property {number} papers
 * @property {number} span  the number that widths of gaps are made from
 * @property {[string, number, number][]} fields  name, boost, and whether postings tell first
 *   authors, 0 or 1; in the index's order
 */

/**
 * @param {Uint8Array<ArrayBuffer>} body @param {Scheme} scheme
 * @returns {Promise<{ postings: Map<string, Posting[]>, synonyms: [string, string[][]][] }>}
 *   by term; and of phrases whose first word belongs there, in stems
 */
export const readPostings = async (body, scheme) => {
  const size = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const head = await inflated(body.subarray(4, 4 + size));
  const end = head.indexOf(LINE_END);
  const next = head.indexOf(LINE_END, end + 1);
  const terms = frontDecoded(new TextDecoder().decode(head.subarray(0, end)));
  const groups = new TextDecoder().decode(head.subarray(end + 1, next));
  const held = varints(head.subarray(next + 1));
  const bits = new Bits(body.subarray(4 + size));
  const read = terms.map((term, place) => {
    const holders = scheme.fields.map((_, field) => held[field * terms.length + place]);
    const found = holders.reduce((sum, count) => sum + count, 0);
    const rarity = Math.log(1 + Math.abs((scheme.papers - found + 0.5) / (found + 0.5)));
    const postings = scheme.fields.map((field, i) => posting(bits, scheme, field, holders[i], rarity));
    return /** @type {[string, Posting[]]} */ ([term, postings.filter(({ papers }) => papers.length > 0)]);
  });
  return { postings: new Map(read), synonyms: groups.split(";").filter(Boolean).map(synonymsOf) };
};

/** A phrase and others, in stems: `cot:chain of thought`. @param {string} group */
const synonymsOf = (group) => {
  const [phrase, ...others] = group.split(":");
  return /** @type {[string, string[][]]} */ ([phrase, others.map((other) => other.split(" "))]);
};

/**
 * Papers are written from the last to the first.
 * @param {Bits} bits @param {Scheme} scheme @param {Scheme["fields"][number]} field
 * @param {number} holders @param {number} rarity
 * @returns {Posting}
 */
const posting = (bits, { papers: size, span }, [field, boost, tellsFirsts], holders, rarity) => {
  const papers = new Uint32Array(holders);
  const firsts = new Uint8Array(holders);
  const scores = new Float64Array(holders).fill(Math.round(rarity * boost * 1000) / 1000);
  const width = holders > 0 ? riceWidth(span, holders) + tellsFirsts : 0;
  let paper = size;
  for (let i = holders - 1; i >= 0; i--) {
    const code = bits.rice(width);
    paper -= (code >> tellsFirsts) + 1;
    papers[i] = paper;
    firsts[i] = code & tellsFirsts;
  }
  return { field, papers, scores, ...(tellsFirsts && { firsts }) };
};

/** @param {Uint8Array} bytes */
const varints = (bytes) => {
  const numbers = [];
  let [number, shift] = [0, 0];
  for (const byte of bytes) {
    number += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte < 128) {
      numbers.push(number);
      [number, shift] = [0, 0];
    }
  }
  return numbers;
};
