/** The search page: what is asked stands in its address; the worker does the searching. */
import { readAddress, toggled, writeAddress } from "./address.js";
import { SearchClient } from "./client.js";
import { chosenElements, facetElements } from "./facets-view.js";
import { correctionNotice, failureText, plainNotice, statusText } from "./messages.js";
import { forgetQueries, recentQueries, rememberQuery } from "./recent.js";
import { lastPlace, returnToPlace } from "../reader/place.js";
import { element, marked, resultElement } from "./results-view.js";
import { say } from "../say.js";

const PAUSE = 50; // milliseconds without a key before a search
const PAGE_SIZE = 10;
const MORE = 20;

class SearchPage {
  #form = find("#search-form");
  #box = part(this.#form, "input");
  #status = find("#search-status");
  #notice = find("#search-notice");
  #sort = find("#search-sort");
  #order = part(this.#sort, "select");
  #chosen = find("#search-chosen");
  #facets = /** @type {HTMLDetailsElement} */ (find("#search-facets"));
  #results = find("#search-results");
  #list = part(this.#results, "ol");
  #more = part(this.#results, "button");
  #recent = find("#search-recent");
  #idle = find("#search-idle");
  #topics = new Map([...this.#idle.querySelectorAll("a")].flatMap((a) =>
    a.classList.contains("topic") ? [[a.textContent, a]] : [],
  ));
  #client = new SearchClient({
    folder: new URL(`${this.#form.dataset.root}search/`, location.href).href,
    kind: this.#form.dataset.kind ?? "",
  });
  #asked = readAddress(location.href);
  #number = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  start() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      rememberQuery(this.#box.value);
      this.#askTyped();
    });
    this.#box.addEventListener("input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#askTyped(), PAUSE);
    });
    // Not at focus: the box has it from the start, and a visit alone should cost nothing.
    for (const sign of ["pointerdown", "keydown"]) {
      this.#box.addEventListener(sign, () => this.#preload(), { once: true });
    }
    this.#order.addEventListener("change", () => {
      const sort = this.#order.value === "date" ? "date" : "relevance";
      this.#ask({ ...this.#asked, sort }, { visit: "push" });
    });
    part(this.#recent, "button").addEventListener("click", () => {
      forgetQueries();
      this.#showRecent();
      this.#box.focus();
    });
    this.#list.addEventListener("click", () => rememberQuery(this.#asked.query));
    this.#more.addEventListener("click", () => this.#showMore());
    find("main").addEventListener("keydown", (event) => this.#onKey(event));
    addEventListener("popstate", () => this.#follow());
    if (this.#box.value.trim() === "") this.#box.value = this.#asked.query;
    this.#facets.open = matchMedia("(min-width: 60rem)").matches;
    this.#showRecent();
    const limit = Math.max(PAGE_SIZE, lastPlace()?.shown ?? 0);
    this.#ask({ ...this.#asked, query: this.#box.value }, { limit }).then(returnToPlace);
  }

  /** Fetch the index while the reader still types; a failure shows at the first question. */
  #preload() {
    this.#client.load().catch(() => {});
  }

  #askTyped() {
    return this.#ask({ ...this.#asked, query: this.#box.value });
  }

  /** The reader went back or forward. */
  #follow() {
    const asked = readAddress(location.href);
    this.#box.value = asked.query;
    this.#ask(asked, { visit: "none" });
  }

  /** @param {import("./address.js").Asked} asked */
  async #ask(asked, { exact = false, limit = PAGE_SIZE, visit = "replace" } = {}) {
    clearTimeout(this.#pause);
    this.#asked = asked;
    const number = ++this.#number;
    const url = writeAddress(location.href, asked);
    if (visit !== "none" && url !== location.href) history[visit === "push" ? "pushState" : "replaceState"](null, "", url);
    if (asked.query.trim() === "" && Object.keys(asked.chosen).length === 0) return this.#clear();
    this.#enter(this.#results.dataset.state === "done" ? "searching" : "loading");
    const options = { exact, limit, chosen: asked.chosen, sort: asked.sort };
    try {
      const answer = await this.#client.answer(asked.query, options);
      if (number !== this.#number) return;
      this.#show(answer);
      const details = await this.#client.details(asked.query, options);
      if (number === this.#number) this.#showDetails(details, answer.total);
    } catch (error) {
      if (number === this.#number) this.#fail(/** @type {Error} */ (error));
    }
  }

  /** @param {string} state */
  #enter(state) {
    this.#results.dataset.state = state;
    this.#results.setAttribute("aria-busy", String(state === "loading" || state === "searching"));
    const isOpen = ["idle", "empty", "error"].includes(state);
    this.#idle.hidden = !isOpen;
    this.#recent.hidden = !isOpen || recentQueries().length === 0;
    if (state === "loading") this.#status.textContent = say.loading;
  }

  #clear() {
    this.#list.replaceChildren();
    this.#notice.replaceChildren();
    this.#chosen.hidden = this.#sort.hidden = this.#facets.hidden = this.#more.hidden = true;
    this.#status.textContent = "";
    this.#showRecent();
    this.#enter("idle");
  }

  /** @param {import("./answer.js").Answer} answer */
  #show(answer) {
    const { total, rows } = answer;
    const { root = "" } = this.#form.dataset;
    const { chosen, sort } = this.#asked;
    this.#list.replaceChildren(...rows.map((row) => resultElement(row, root, this.#topics)));
    this.#more.hidden = rows.length >= total;
    this.#sort.hidden = total < 2;
    this.#order.value = sort;
    this.#showChosen(chosen);
    this.#notice.replaceChildren(...this.#notices(answer));
    this.#status.textContent = statusText(answer, chosen);
    if (total === 0) this.#facets.hidden = true;
    this.#enter(total > 0 ? "done" : "empty");
  }

  /** @param {import("./answer.js").Answer} answer */
  #notices(answer) {
    const asTyped = () => this.#ask(this.#asked, { exact: true });
    const anywhere = () => this.#ask({ ...this.#asked, chosen: {} }, { visit: "push" });
    const isNarrow = Object.keys(this.#asked.chosen).length > 0;
    return [
      ...correctionNotice(answer, asTyped),
      ...plainNotice(answer),
      ...(answer.total === 0 && isNarrow ? [button(say.search_all, anywhere)] : []),
    ];
  }

  /** @param {import("./narrowing.js").Chosen} chosen */
  #showChosen(chosen) {
    const hadFocus = this.#chosen.contains(document.activeElement);
    const made = chosenElements(chosen, (...held) => this.#toggle(...held));
    this.#chosen.replaceChildren(...made);
    this.#chosen.hidden = made.length === 0;
    if (hadFocus) (this.#chosen.querySelector("button") ?? this.#box).focus();
  }

  /** @param {import("./answer.js").Details} details @param {number} total */
  #showDetails({ facets, sentences }, total) {
    for (const item of this.#list.children) {
      const sentence = sentences[item.getAttribute("data-paper") ?? ""];
      if (sentence) item.querySelector(".summary")?.replaceChildren(...marked(sentence));
    }
    const { activeElement: last } = document;
    const hadFocus = this.#facets.contains(last);
    const made = facetElements(facets, this.#asked.chosen, total, (...held) => this.#toggle(...held));
    this.#facets.lastElementChild?.replaceChildren(...made);
    this.#facets.hidden = made.length === 0;
    if (!hadFocus) return;
    const boxes = [...this.#facets.querySelectorAll("input")];
    const isLast = (/** @type {HTMLInputElement} */ box) => last instanceof HTMLInputElement && box.name === last.name && box.value === last.value;
    (boxes.find(isLast) ?? part(this.#facets, "summary")).focus();
  }

  /** @param {string} name @param {string} value */
  #toggle(name, value) {
    const chosen = toggled(this.#asked.chosen, name, value);
    this.#ask({ ...this.#asked, chosen }, { visit: "push" });
  }

  #showRecent() {
    const queries = recentQueries();
    const links = queries.map((query) => {
      const href = writeAddress(location.href, { query, chosen: {}, sort: "relevance" });
      return element("li", {}, element("a", { href }, query));
    });
    part(this.#recent, "ul").replaceChildren(...links);
    this.#recent.hidden = queries.length === 0;
  }

  /** @param {Error} error */
  #fail(error) {
    this.#clear();
    this.#enter("error");
    this.#status.textContent = failureText(error, location.protocol === "file:");
    this.#notice.replaceChildren(button(say.try_again, () => this.#askTyped()));
  }

  async #showMore() {
    const shown = this.#list.children.length;
    await this.#ask(this.#asked, { limit: shown + MORE });
    this.#links[shown]?.focus();
  }

  get #links() {
    return [...this.#list.querySelectorAll("h2")].map((heading) => part(heading, "a"));
  }

  /**
   * Arrows walk from the box through the results and back; Esc returns, then clears.
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const inBox = event.target === this.#box;
    const at = this.#links.findIndex((link) => link.closest("li")?.contains(/** @type {Node} */ (event.target)));
    if (step && (inBox || at >= 0)) {
      const target = at + step < 0 ? this.#box : this.#links[at + step];
      if (target && !(inBox && step < 0)) {
        event.preventDefault();
        target.focus();
      }
    } else if (event.key === "Escape" && (inBox || at >= 0)) {
      event.preventDefault();
      if (inBox) {
        this.#box.value = "";
        this.#ask({ query: "", chosen: {}, sort: "relevance" });
      } else this.#box.focus();
    }
  }
}

/** @param {string} selector @returns {HTMLElement} */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Element} place @param {Name} name @returns {HTMLElementTagNameMap[Name]}
 */
const part = (place, name) =>
  /** @type {HTMLElementTagNameMap[Name]} */ (place.querySelector(name));

/** @param {string} text @param {() => void} onClick */
const button = (text, onClick) => {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", onClick);
  return made;
};

new SearchPage().start();
