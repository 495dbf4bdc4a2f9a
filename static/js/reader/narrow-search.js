/* A list of several pages, narrowed down over all of them: the search answers what the page cannot. */
import { element } from "../element.js";
import { readAddress } from "../search/address.js";
import { resultElement } from "../search/results-view.js";
import { lastPlace } from "./place.js";
import { say } from "../say.js";

/** @typedef {import("../search/narrowing.js").Chosen} Chosen */

const AT_ONCE = 20;

/** @param {Chosen} own  @param {Chosen} chosen  @returns {Chosen} */
export const together = (own, chosen) => {
  const names = [...new Set([...Object.keys(own), ...Object.keys(chosen)])];
  return Object.fromEntries(
    names.map((name) => [name, [...new Set([...(own[name] ?? []), ...(chosen[name] ?? [])])]]),
  );
};

export class SearchedList {
  /**
   * @param {HTMLAnchorElement} link  to the search page, narrowed down to the list
   * @param {import("./marks.js").MarkButtons} marks
   */
  constructor(link, marks) {
    this.marks = marks;
    this.own = readAddress(link.href).chosen;
    this.folder = link.href.replace(/[?#].*/, "");
    this.root = new URL("../", this.folder).href;
    this.list = element("ol", { class: "cards" });
    this.more = element("button", { type: "button", class: "button" }, say.more_results);
    this.limit = Math.max(AT_ONCE, lastPlace()?.shown ?? 0);
    const tools = /** @type {Element} */ (link.closest(".list-tools"));
    const rest = [...(tools.parentElement?.children ?? [])];
    this.replaced = rest.slice(rest.indexOf(tools) + 1);
    this.place = element("div", { class: "narrowed", hidden: "" }, this.list, this.more);
    tools.parentElement?.append(this.place);
    /** @type {number | undefined} */
    this.of = undefined;
    /** @type {ReturnType<typeof this.open> | undefined} */
    this.client = undefined;
    /** @type {Map<string, HTMLAnchorElement>} */
    this.topics = new Map();
    for (const chip of document.querySelectorAll("a.topic")) {
      this.topics.set(chip.textContent ?? "", /** @type {HTMLAnchorElement} */ (chip));
    }
  }

  /** @param {Chosen} chosen */
  async narrow(chosen) {
    const client = await (this.client ??= this.open());
    const isNarrow = Object.keys(chosen).length > 0;
    const wanted = together(this.own, chosen);
    const sort = /** @type {"date"} */ ("date");
    const asked = { chosen: wanted, sort, limit: isNarrow ? this.limit : 1 };
    const answer = await client.answer("", asked);
    this.of ??= (await client.answer("", { chosen: this.own, limit: 1 })).total;
    const { facets } = await client.details("", asked);
    this.place.hidden = !isNarrow;
    for (const part of this.replaced) part.classList.toggle("is-left-out", isNarrow);
    if (isNarrow) this.show(answer);
    this.more.onclick = () => {
      this.limit += AT_ONCE;
      this.narrow(chosen);
    };
    return { total: answer.total, of: this.of, counts: facets };
  }

  async open() {
    const { SearchClient } = await import("../search/client.js");
    const kind = document.querySelector("a[data-search]")?.getAttribute("data-search") ?? "";
    return new SearchClient({ folder: this.folder, kind });
  }

  /** @param {import("../search/answer.js").Answer} answer */
  show({ rows, total }) {
    this.list.replaceChildren(...rows.map((row) => resultElement(row, this.root, this.topics)));
    this.marks.addToNew(this.list);
    this.more.hidden = rows.length >= total;
  }
}
