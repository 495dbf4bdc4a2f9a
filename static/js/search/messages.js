/** What the search says in words. */
import { element } from "./results-view.js";
import { counted, filled } from "../phrases.js";
import { say } from "../say.js";

/** @param {import("./answer.js").Answer} answer @param {import("./narrowing.js").Chosen} chosen */
export const statusText = ({ query, total, corrected }, chosen) => {
  const understood = corrected || query.trim();
  const narrow = Object.keys(chosen).length > 0;
  const papers = counted(say.papers, total);
  if (understood === "") return filled(say.of_this_kind, { papers });
  if (total > 0) return filled(say.found_for, { papers, query: understood });
  if (narrow) return filled(say.none_narrowed, { query: understood });
  return filled(say.none_found, { query: understood });
};

/** @param {import("./answer.js").Answer} answer @param {() => void} asTyped @returns {(Node | string)[]} */
export const correctionNotice = ({ query, corrected }, asTyped) => {
  if (corrected === "") return [];
  const back = element("button", { type: "button" }, filled(say.as_typed, { query: query.trim() }));
  back.addEventListener("click", asTyped);
  const [before, after] = say.showing.split("{query}");
  return [before, element("strong", {}, corrected), after, back, " "];
};

/** @param {import("./answer.js").Answer} answer @returns {string[]} */
export const plainNotice = ({ total, missing, plainly }) => [
  ...(plainly && total > 0 ? [say.plainly] : []),
  ...(missing.length > 0 && total > 0 ? [filled(say.no_word, { words: quoted(missing) })] : []),
];

/** @param {Error} error @param {boolean} fromFile  whether the page was opened from a file */
export const failureText = ({ message }, fromFile) => {
  const reason = fromFile ? say.from_file : message;
  return filled(say.failed, { reason });
};

/** @param {string[]} words */
const quoted = (words) => words.map((word) => filled(say.quoted, { word })).join(say.comma);
