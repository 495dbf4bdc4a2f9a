/** Papers by how well they say what was asked: lunr's scores, the share of words found, the title. */

/**
 * @typedef {import("./backend.js").Posting} Posting
 * @typedef {import("./readings.js").Reading} Reading
 * @typedef {object} Hit
 * @property {number} paper  @property {number} score
 */

/** The index boosts fields for those who search it plainly; here the title counts in its own way. */
/** @type {Record<string, number>} */
const FIELD_WEIGHT = { title: 0.2, authors: 1, topics: 0.4, venue: 0.3, system: 0.3 };
const TITLE = 3;
const HELD = 0.8;
const LEAST = 0.0005; // lunr rounds to 0 what all papers say, yet it is found

/**
 * By the score, of which each word has a part that no text makes smaller, times the share of words
 * found, and by how nearly the title holds all of them.
 * @param {number} size  papers in the index
 * @param {Reading[]} readings  @param {Map<string, Posting[]>} postings
 * @returns {Hit[]}
 */
export const rank = (size, readings, postings) => {
  const sums = totals(size, readings, postings);
  const wanted = readings.filter(({ clause }) => clause.presence !== "not");
  const all = wanted.reduce((sum, { clause }) => sum + clause.boost, 0);
  const hits = [];
  for (let paper = 0; paper < size; paper++) {
    if (sums.score[paper] === 0 || sums.lacks[paper]) continue;
    const share = sums.share[paper] / all;
    const titled = steep(steep(steep(sums.titled[paper] / all)));
    hits.push({ paper, score: sums.score[paper] * share * (1 + TITLE * titled) });
  }
  return hits.sort(better);
};

/** @param {number} share  half of the words, three times so, is worth next to nothing */
const steep = (share) => share * share;

/**
 * The order of results; papers of equal score stand in the order of the corpus.
 * @param {Hit} a @param {Hit} b
 */
export const better = (a, b) => b.score - a.score || a.paper - b.paper;

/** @param {number} size @param {Reading[]} readings @param {Map<string, Posting[]>} postings */
const totals = (size, readings, postings) => {
  const sums = {
    score: new Float64Array(size), share: new Float64Array(size), titled: new Float64Array(size),
    lacks: new Uint8Array(size),
  };
  for (const { clause, ways } of readings) {
    const { best, titled } = clauseScores(size, clause, ways, postings);
    const worth = HELD * rarity(size, best.filter(Boolean).length);
    for (let paper = 0; paper < size; paper++) {
      if (best[paper] === 0) {
        if (clause.presence === "must") sums.lacks[paper] = 1;
      } else if (clause.presence === "not") {
        if (!clause.phrase) sums.lacks[paper] = 1;
      } else {
        sums.score[paper] += clause.boost * (best[paper] + worth);
        sums.share[paper] += clause.boost;
        sums.titled[paper] += clause.boost * titled[paper];
      }
    }
  }
  return sums;
};

/**
 * To three decimals, like lunr's scores: the last ones differ among languages.
 * @param {number} size @param {number} holders
 */
const rarity = (size, holders) => Math.round(1000 * Math.log(1 + size / Math.max(1, holders))) / 1000;

/**
 * A paper's score for one clause is that of the best way in which it says it.
 * @param {number} size @param {Reading["clause"]} clause @param {Reading["ways"]} ways
 * @param {Map<string, Posting[]>} postings
 */
const clauseScores = (size, { field }, ways, postings) => {
  const best = new Float64Array(size);
  const titled = new Float64Array(size);
  const sums = new Float64Array(size);
  for (const { terms, weight } of ways) {
    const [first, ...rest] = terms.map((term) => termScores(size, sums, postings.get(term) ?? [], field));
    const others = rest.map(({ papers, scores, titles }) => ({
      score: new Map(papers.map((paper, i) => [paper, scores[i]])), title: new Set(titles),
    }));
    first.papers.forEach((paper, i) => {
      if (others.some((other) => !other.score.has(paper))) return;
      const sum = others.reduce((sum, other) => sum + Number(other.score.get(paper)), first.scores[i]);
      best[paper] = Math.max(best[paper], (weight * sum) / terms.length);
    });
    for (const paper of first.titles) {
      if (titled[paper] < weight && others.every(({ title }) => title.has(paper))) titled[paper] = weight;
    }
  }
  return { best, titled };
};

/**
 * The papers that hold a term, what each scores by how rare it is in each field, not in all (a first
 * author's name counts twice), and those whose titles hold it.
 * @param {number} size @param {Float64Array} sums  one for each paper, all 0 before and after
 * @param {Posting[]} postings @param {string} field
 */
const termScores = (size, sums, postings, field) => {
  /** @type {number[]} */
  const papers = [];
  /** @type {number[]} */
  let titles = [];
  const anywhere = rarity(size, postings.reduce((sum, { papers: { length } }) => sum + length, 0));
  for (const { field: name, papers: holders, scores, firsts } of postings) {
    if (field !== "" && field !== name) continue;
    const weight = ((FIELD_WEIGHT[name] ?? 1) * rarity(size, holders.length)) / anywhere;
    for (let i = 0; i < holders.length; i++) {
      if (sums[holders[i]] === 0) papers.push(holders[i]);
      sums[holders[i]] += weight * Math.max(scores[i], LEAST) * (1 + (firsts?.[i] ?? 0));
    }
    if (name === "title") titles = /** @type {number[]} */ (holders);
  }
  const scores = papers.map((paper) => sums[paper]);
  for (const paper of papers) sums[paper] = 0;
  return { papers, scores, titles };
};
