/** What results show of papers, ten lines each; see generator/emit/shards/record_lines.py. */

const LINES = 10;

/** @param {string} text @returns {import("./backend.js").Paper[]} */
export const readRecords = (text) => {
  const lines = text.split("\n");
  const papers = [];
  while (lines.length > 0) papers.push(record(lines.splice(0, LINES)));
  return papers;
};

/** @param {string[]} lines */
const record = ([id, url, title, authors, topics, date, venue, issues, summary, code]) => {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  /** @param {string} coded @param {string} start */
  const decoded = (coded, start) =>
    /^[A-Z]/.test(coded) ? start + words.slice(0, coded.charCodeAt(0) - 65).join("-") + coded.slice(1) : coded;
  return {
    id: decoded(id, "title:"), url: decoded(url, "papers/"), title, authors, topics: listed(topics), date, venue,
    issues: listed(issues), summary, has_code: code !== "",
  };
};

/** @param {string} text */
const listed = (text) => text.split("\t").filter(Boolean);
