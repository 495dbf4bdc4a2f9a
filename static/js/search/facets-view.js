/** Facets as lists of boxes to tick, and what is ticked as buttons that take it away. */
import { FACETS } from "./address.js";
import { element, shownDate } from "./results-view.js";

const LABELS = { topic: "Topic", issue: "Issue", venue: "Venue", year: "Year", code: "Code" };
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

const box = (name, { value, count }, isTicked, toggle) => {
  const input = element("input", { type: "checkbox", name, value });
  input.checked = isTicked;
  input.addEventListener("change", () => toggle(name, value));
  const shown = element("span", { class: "count" }, count.toLocaleString("en"));
  return element("label", {}, input, element("span", {}, shownValue(name, value)), shown);
};

const rest = (boxes) =>
  element("details", {}, element("summary", {}, `${boxes.length} more`), ...boxes);

const shownValue = (name, value) => {
  if (name === "code") return "has code";
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
      const shown = name === "code" ? "has code" : `${LABELS[name]}: ${shownValue(name, value)}`;
      const button = element("button", { type: "button", class: "button" }, shown);
      button.append(element("span", { class: "unseen" }, ", take away"));
      button.addEventListener("click", () => toggle(name, value));
      return element("li", {}, button);
    }),
  );
