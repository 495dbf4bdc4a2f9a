/** Which parts of a text made it match: pure, so that the page only turns them into elements. */
import { stem, trim } from "./terms.js";
import { RUN, isUnspaced, readChunk } from "./words.js";

/**
 * @typedef {{ text: string, marked: boolean }} Segment
 * @typedef {{ has: (term: string) => boolean }} Terms
 * @typedef {[number, number]} Span
 */

const CHUNK_PLACES = /[^\s]+/g;

/**
 * Cut a text into marked and unmarked parts; joined they are the text again.
 * @param {string} text
 * @param {Terms} terms  the index terms that matched
 * @returns {Segment[]}
 */
export const highlight = (text, terms) => {
  const segments = [];
  let done = 0;
  for (const [start, end] of places(text, terms)) {
    if (start > done) segments.push({ text: text.slice(done, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) segments.push({ text: text.slice(done), marked: false });
  return segments;
};

/**
 * Start and end of each marked part, in order, never overlapping.
 * @param {string} text @param {Terms} terms @returns {Generator<Span>}
 */
function* places(text, terms) {
  for (const chunk of text.matchAll(CHUNK_PLACES)) {
    if (readChunk(chunk[0]).some(({ joined }) => joined && terms.has(stem(joined)))) {
      yield trimmed(chunk[0], chunk.index);
      continue;
    }
    for (const piece of chunk[0].matchAll(/[^-]+/g)) {
      yield* placesInPiece(piece[0], chunk.index + piece.index, terms);
    }
  }
}

/** @param {string} piece @param {number} offset @param {Terms} terms @returns {Generator<Span>} */
function* placesInPiece(piece, offset, terms) {
  const token = trim(piece.toLowerCase());
  if (token !== "" && /[^a-z0-9]/.test(token) && terms.has(stem(token))) {
    yield trimmed(piece, offset);
    return;
  }
  for (const run of piece.matchAll(RUN)) {
    const start = offset + run.index;
    if (isUnspaced(run[0])) yield* unspacedPlaces(run[0], start, terms);
    else if (matches(run[0], terms)) yield [start, start + run[0].length];
  }
}

/**
 * Pairs of characters that match, melted together where they touch.
 * @param {string} run @param {number} offset @param {Terms} terms @returns {Generator<Span>}
 */
function* unspacedPlaces(run, offset, terms) {
  /** @type {Span | undefined} */
  let open;
  for (let i = 0; i < run.length; i++) {
    if (!matches(run.slice(i, i + 2), terms)) continue;
    const [start, end] = [offset + i, offset + Math.min(i + 2, run.length)];
    if (open && start <= open[1]) open = [open[0], end];
    else {
      if (open) yield open;
      open = [start, end];
    }
  }
  if (open) yield open;
}

/** @param {string} text @param {Terms} terms */
const matches = (text, terms) => readChunk(text).some(({ plain }) => terms.has(stem(plain)));

/**
 * The piece's place without the punctuation around it.
 * @param {string} piece @param {number} offset @returns {Span}
 */
const trimmed = (piece, offset) => {
  const runs = [...piece.matchAll(RUN)];
  if (runs.length === 0) return [offset, offset + piece.length];
  const last = runs[runs.length - 1];
  return [offset + runs[0].index, offset + last.index + last[0].length];
};
