/** The search page: the box, the address and the results; the worker does the searching. */
import { SearchClient } from "./client.js";
import { element, papersFound, resultElement } from "./results-view.js";

const PAUSE = 50; // milliseconds without a key before a search
const PAGE_SIZE = 20;

class SearchPage {
  #form = document.querySelector("#search-form");
  #box = this.#form.querySelector("input");
  #status = document.querySelector("#search-status");
  #notice = document.querySelector("#search-notice");
  #results = document.querySelector("#search-results");
  #list = this.#results.querySelector("ol");
  #more = this.#results.querySelector("button");
  #idle = document.querySelector("#search-idle");
  #topics = new Map([...this.#idle.querySelectorAll("a.topic")].map((a) => [a.textContent, a]));
  #client = new SearchClient({
    index: new URL(this.#form.dataset.index, location.href).href,
    papers: new URL(this.#form.dataset.papers, location.href).href,
    words: new URL(this.#form.dataset.words, location.href).href,
  });
  #asked = 0;
  #pause;

  start() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    this.#box.addEventListener("input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#search(), PAUSE);
    });
    // Not at focus: the box has it from the start, and a visit alone should cost nothing.
    for (const sign of ["pointerdown", "keydown"]) {
      this.#box.addEventListener(sign, () => this.#preload(), { once: true });
    }
    document.querySelector("main").addEventListener("keydown", (event) => this.#onKey(event));
    this.#more.addEventListener("click", () => this.#showMore());
    const shared = new URLSearchParams(location.search).get("q");
    if (shared !== null && this.#box.value === "") this.#box.value = shared;
    if (this.#box.value.trim()) this.#search();
  }

  /** Fetch the index while the reader still types; a failure shows at the first question. */
  #preload() {
    this.#client.load().catch(() => {});
  }

  async #search({ exact = false, limit = PAGE_SIZE } = {}) {
    clearTimeout(this.#pause);
    const query = this.#box.value;
    const number = ++this.#asked;
    this.#remember(query.trim());
    if (query.trim() === "") {
      this.#clear();
      return;
    }
    this.#enter(this.#results.dataset.state === "done" ? "searching" : "loading");
    try {
      const answer = await this.#client.ask(query, { exact, limit });
      if (number === this.#asked) this.#show(answer);
    } catch (error) {
      if (number === this.#asked) this.#fail(error);
    }
  }

  /** @param {string} query  kept in the address, so that it can be shared */
  #remember(query) {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  #enter(state) {
    this.#results.dataset.state = state;
    this.#results.setAttribute("aria-busy", String(state === "loading" || state === "searching"));
    this.#idle.hidden = !["idle", "empty", "error"].includes(state);
    if (state === "loading") this.#status.textContent = "Loading the index …";
  }

  #clear() {
    this.#list.replaceChildren();
    this.#notice.replaceChildren();
    this.#more.hidden = true;
    this.#status.textContent = "";
    this.#enter("idle");
  }

  /** @param {import("./answer.js").Answer} answer */
  #show({ query, total, rows, corrected }) {
    const { root } = this.#form.dataset;
    this.#list.replaceChildren(...rows.map((row) => resultElement(row, root, this.#topics)));
    this.#more.hidden = rows.length >= total;
    this.#notice.replaceChildren(...(corrected ? this.#correction(query.trim(), corrected) : []));
    const understood = corrected || query.trim();
    this.#status.textContent =
      total > 0
        ? `${papersFound(total)} for “${understood}”`
        : `No paper found for “${understood}”. Try fewer or other words, or begin with a topic.`;
    this.#enter(total > 0 ? "done" : "empty");
  }

  #correction(query, corrected) {
    const back = element("button", { type: "button" }, `Search for “${query}” as typed`);
    back.addEventListener("click", () => this.#search({ exact: true }));
    return ["Showing results for ", element("strong", {}, corrected), ". ", back];
  }

  /** @param {Error} error */
  #fail(error) {
    this.#clear();
    this.#enter("error");
    const retry = element("button", { type: "button" }, "Try again");
    retry.addEventListener("click", () => this.#search());
    const reason =
      location.protocol === "file:"
        ? "browsers do not let a page opened from a file read the index; open the site through a web server"
        : error.message;
    this.#status.textContent = `The search could not be loaded: ${reason}.`;
    this.#notice.replaceChildren(retry);
  }

  async #showMore() {
    const shown = this.#list.children.length;
    await this.#search({ limit: shown + PAGE_SIZE });
    this.#links[shown]?.focus();
  }

  get #links() {
    return [...this.#list.querySelectorAll("h2 a")];
  }

  /** Arrows walk from the box through the results and back; Esc returns, then clears. */
  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const inBox = event.target === this.#box;
    const at = this.#links.findIndex((link) => link.closest("li").contains(event.target));
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
        this.#search();
      } else this.#box.focus();
    }
  }
}

new SearchPage().start();
