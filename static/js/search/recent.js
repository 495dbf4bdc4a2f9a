/** The reader's last queries, kept on this device alone. */

const KEY = "recent-searches";
const MOST = 8;

/** @returns {string[]} the last one first */
export const recentQueries = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return []; // storage may be forbidden, or hold something else
  }
};

/** @param {string} query  one that led somewhere */
export const rememberQuery = (query) => {
  const text = query.trim();
  if (text === "") return;
  store([text, ...recentQueries().filter((one) => one.toLowerCase() !== text.toLowerCase())]);
};

export const forgetQueries = () => store([]);

/** @param {string[]} queries */
const store = (queries) => {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(queries.slice(0, MOST)));
  } catch {
    // Forbidden: then nothing is remembered.
  }
};
