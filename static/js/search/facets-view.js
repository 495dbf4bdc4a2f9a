/** Facets as lists of boxes to tick, and what is ticked as buttons that take it away. */
import { FACETS } from "./address.js";
import { element, shownDate } from "./results-view.js";
import { counted, filled, grouped } from "../phrases.js";
import { say } from "../say.js";

/** @type {Record<string, string>} */
const LABELS = {
  topic: say.facet_topic, issue: say.facet_issue, venue: say.facet_venue, year: say.facet_year,
  code: say.facet_code,
};
const MOST_SHOWN = 7;

/**
 * @param {import("./narrowing.js").Count[]} counts
 * @param {import("./narrowing.js").Chosen} chosen
 * @param {number} total  papers found
 * @param {(name: string, value: string) => void} toggle
 * @returns {HTMLElement[]} one for each facet that could narrow anything down
 */
export const facetElements = (counts, chosen, total, toggle) =>
  FACETS.flatMap((name) => {
    const values = counts.find((facet) => facet.name === name)?.values ?? [];
    const ticked = chosen[name] ?? [];
    const useful = values.filter(({ value, count }) => count < total || ticked.includes(value));
    if (useful.length === 0) return [];
    const boxes = useful.map((held) => box(name, held, ticked.includes(held.value), toggle));
    const made = element("fieldset", {}, element("legend", { class: "label" }, LABELS[name]));
    made.append(...boxes.slice(0, MOST_SHOWN));
    if (boxes.length > MOST_SHOWN) made.append(rest(boxes.slice(MOST_SHOWN)));
    return [made];
  });

/**
 * @param {string} name
 * @param {{ value: string, count: number }} held
 * @param {boolean} isTicked
 * @param {(name: string, value: string) => void} toggle
 */
const box = (name, { value, count }, isTicked, toggle) => {
  const input = element("input", { type: "checkbox", name, value });
  input.checked = isTicked;
  input.addEventListener("change", () => toggle(name, value));
  const shown = element("span", { class: "count" }, grouped(count));
  return element("label", {}, input, element("span", {}, shownValue(name, value)), shown);
};

/** @param {Node[]} boxes */
const rest = (boxes) =>
  element("details", {}, element("summary", {}, counted(say.more, boxes.length)), ...boxes);

/** @param {string} name @param {string} value */
const shownValue = (name, value) => {
  if (name === "code") return say.has_code;
  return name === "issue" && /^\d{4}-\d\d-\d\d$/.test(value) ? shownDate(value) : value;
};

/**
 * @param {import("./narrowing.js").Chosen} chosen
 * @param {(name: string, value: string) => void} toggle
 * @returns {HTMLElement[]}
 */
export const chosenElements = (chosen, toggle) =>
  Object.entries(chosen).flatMap(([name, values]) =>
    values.map((value) => {
      const text = shownValue(name, value);
      const shown = name === "code" ? text : filled(say.labelled, { label: LABELS[name], text });
      const button = element("button", { type: "button", class: "button" }, shown);
      button.append(element("span", { class: "unseen" }, say.take_away));
      button.addEventListener("click", () => toggle(name, value));
      return element("li", {}, button);
    }),
  );
