/** A file of postings, read: see docs/search.md; generator/emit/shards/terms.py writes it. */
import { Bits, riceWidth } from "./bits.js";
import { frontDecoded } from "./front.js";
import { inflated } from "./shard-files.js";

const LINE_END = 10;

/**
 * @typedef {import("./backend.js").Posting} Posting
 * @typedef {object} Scheme  what the root says of all postings
 * @property {number} papers
 * @property {number} k1  how much repetition counts in scores @property {number} b  and length
 * @property {{ name: string, boost: number, mean: number, width: number }[]} fields
 * @property {ArrayLike<number>} lengths  of the field that numbers the papers, by paper
 */

/**
 * @typedef {object} Root  what root.bin says of postings; fields: name, boost, sum of lengths, width
 * @property {number} papers @property {number} k1 @property {number} b @property {number[]} runs
 * @property {[string, number, number, number][]} fields
 */

/** @param {Root} root @returns {Scheme} */
export const schemeOf = ({ papers, k1, b, fields, runs }) => ({
  papers,
  k1,
  b,
  fields: fields.map(([name, boost, total, width]) => ({
    name, boost, width, mean: total / papers || 1,
  })),
  lengths: lengthsOf(papers, runs),
});

/** @param {number} papers @param {number[]} runs */
const lengthsOf = (papers, runs) => {
  const lengths = new Uint32Array(papers);
  let [length, paper] = [0, 0];
  for (let at = 0; at < runs.length; at += 2) {
    length += runs[at];
    lengths.fill(length, paper, paper + runs[at + 1]);
    paper += runs[at + 1];
  }
  return lengths;
};

/** @param {Uint8Array<ArrayBuffer>} body @param {Scheme} scheme @returns {Promise<Map<string, Posting[]>>} */
export const readPostings = async (body, scheme) => {
  const size = new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const head = await inflated(body.subarray(4, 4 + size));
  const end = head.indexOf(LINE_END);
  const terms = frontDecoded(new TextDecoder().decode(head.subarray(0, end)));
  const held = varints(head.subarray(end + 1));
  const bits = new Bits(body.subarray(4 + size));
  const read = terms.map((term, place) => {
    const holders = scheme.fields.map((_, field) => held[field * terms.length + place]);
    const found = holders.reduce((sum, count) => sum + count, 0);
    const rarity = Math.log(1 + Math.abs((scheme.papers - found + 0.5) / (found + 0.5)));
    const postings = scheme.fields.map((field, i) => posting(bits, scheme, field, holders[i], rarity));
    return /** @type {[string, Posting[]]} */ ([term, postings.filter(({ papers }) => papers.length > 0)]);
  });
  return new Map(read);
};

/**
 * @param {Bits} bits
 * @param {Scheme} scheme
 * @param {Scheme["fields"][number]} field
 * @param {number} holders
 * @param {number} rarity
 * @returns {Posting}
 */
const posting = (bits, { papers: size, k1, b, lengths }, field, holders, rarity) => {
  const papers = new Uint32Array(holders);
  const scores = new Float64Array(holders);
  const gap = holders > 0 ? riceWidth(size, holders) : 0;
  let paper = -1;
  for (let i = 0; i < holders; i++) {
    paper += bits.rice(gap) + 1;
    const count = bits.unary() + 1;
    const length = field.width < 0 ? lengths[paper] : bits.rice(field.width) + 1;
    papers[i] = paper;
    // In lunr's order of operations, so that numbers round as in its index.
    const damping = k1 * (1 - b + b * (length / field.mean));
    const score = (rarity * ((k1 + 1) * count)) / (damping + count);
    scores[i] = Math.round(score * field.boost * 1000) / 1000;
  }
  return { field: field.name, papers, scores };
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
