/** What the search says in words. */
import { element, papersFound } from "./results-view.js";

/** @param {import("./answer.js").Answer} answer @param {import("./narrowing.js").Chosen} chosen */
export const statusText = ({ query, total, corrected }, chosen) => {
  const understood = corrected || query.trim();
  const narrow = Object.keys(chosen).length > 0;
  if (understood === "") return `${papersFound(total)} of this kind`;
  if (total > 0) return `${papersFound(total)} for “${understood}”`;
  if (narrow) return `No paper found for “${understood}” among those you narrowed down to.`;
  return `No paper found for “${understood}”. Try fewer or other words, or begin with a topic.`;
};

/** @param {import("./answer.js").Answer} answer @param {() => void} asTyped @returns {(Node | string)[]} */
export const correctionNotice = ({ query, corrected }, asTyped) => {
  if (corrected === "") return [];
  const back = element("button", { type: "button" }, `Search for “${query.trim()}” as typed`);
  back.addEventListener("click", asTyped);
  return ["Showing results for ", element("strong", {}, corrected), ". ", back];
};

/** @param {import("./answer.js").Answer} answer @returns {string[]} */
export const plainNotice = ({ total, missing, plainly }) => [
  ...(plainly && total > 0 ? ["No paper answers this as written; it was read as plain words. "] : []),
  ...(missing.length > 0 && total > 0 ? [`No paper has ${missing.map((word) => `“${word}”`).join(", ")}. `] : []),
];

/** @param {Error} error @param {boolean} fromFile  whether the page was opened from a file */
export const failureText = ({ message }, fromFile) => {
  const reason = fromFile
    ? "browsers do not let a page opened from a file read the index; open the site through a web server"
    : message;
  return `The search could not be loaded: ${reason}.`;
};
