/* A list that is wholly on its page, narrowed down by hiding cards: order, sections and notes stay. */
import { facetCounts, narrowed } from "../search/narrowing.js";

/** @typedef {import("../search/narrowing.js").Chosen} Chosen */

const LEFT_OUT = "is-left-out";

/** @param {Element} card  @param {string} listed  the list's own date, which its cards leave out */
const heldBy = (card, listed) => {
  const venue = card.querySelector(".by > span")?.textContent ?? "";
  const date = card.querySelector("time")?.dateTime ?? listed;
  const { issues = "" } = /** @type {HTMLElement} */ (card).dataset;
  return /** @type {Record<string, string[]>} */ ({
    topic: [...card.querySelectorAll(".topic")].map((chip) => chip.textContent ?? ""),
    issue: issues.split(" ").filter(Boolean),
    venue: [venue].filter(Boolean),
    year: [date.slice(0, 4)].filter(Boolean),
    code: card.querySelector(".out.code") ? ["yes"] : [],
  });
};

/** @param {Record<string, string[]>[]} held  by paper  @returns {import("../search/backend.js").Facet[]} */
export const facetsOf = (held) =>
  Object.keys(held[0] ?? {}).map((name) => {
    const values = [...new Set(held.flatMap((one) => one[name]))].sort();
    return { name, values, papers: held.map((one) => one[name].map((value) => values.indexOf(value))) };
  });

export class PageList {
  constructor() {
    const shown = document.querySelectorAll("main ol.cards > .card:not(.is-muted)");
    const listed = document.querySelector(".opening time, .masthead time");
    const date = /** @type {HTMLTimeElement | null} */ (listed)?.dateTime ?? "";
    this.cards = [...shown];
    this.facets = facetsOf(this.cards.map((card) => heldBy(card, date)));
  }

  /** @param {Chosen} chosen */
  async narrow(chosen) {
    const all = this.cards.map((_, paper) => ({ paper, score: 0 }));
    const hits = narrowed(all, this.facets, chosen);
    const kept = new Set(hits.map(({ paper }) => this.cards[paper]));
    for (const card of this.cards) card.classList.toggle(LEFT_OUT, !kept.has(card));
    for (const section of document.querySelectorAll("main section:has(> ol.cards)")) {
      const isEmpty = !section.querySelector(`.card:not(.${LEFT_OUT})`);
      section.classList.toggle(LEFT_OUT, isEmpty && section.querySelector(".list-tools") === null);
    }
    return { total: hits.length, of: this.cards.length, counts: facetCounts(hits, this.facets) };
  }
}
