/** The search over any page, opened by `/`: a box and the best results; the rest on its own page. */
import { SearchClient } from "./client.js";
import { correctionNotice, failureText, statusText } from "./messages.js";
import { rememberQuery } from "./recent.js";
import { element, marked } from "./results-view.js";
import { say } from "../say.js";

const PAUSE = 50; // milliseconds without a key before a search
const MOST = 8;

class Finder {
  #page;
  #client;
  #box = element("input", {
    name: "q", type: "search", "aria-label": say.search_papers, placeholder: say.search_papers,
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
  });
  #status = element("p", { role: "status" });
  #notice = element("p", { class: "notice" });
  #list = element("ol", {});
  #all = element("a", { class: "button" }, say.all_results);
  #dialog;
  #number = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /** @param {HTMLAnchorElement} link  to the search page */
  constructor(link) {
    this.#page = link.href;
    this.#client = new SearchClient({ folder: link.href, kind: link.dataset.search ?? "" });
    const close = element("button", { type: "button", "aria-label": say.close }, "×");
    const form = element("form", { action: link.href, role: "search" }, this.#box, close);
    this.#dialog = element("dialog", { class: "finder", "aria-label": say.search });
    this.#dialog.append(form, this.#status, this.#notice, this.#list, this.#all);
    this.#all.hidden = true;
    close.addEventListener("click", () => this.#dialog.close());
    form.addEventListener("submit", () => rememberQuery(this.#box.value));
    this.#box.addEventListener("input", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#ask(), PAUSE);
    });
    this.#list.addEventListener("click", () => rememberQuery(this.#box.value));
    this.#dialog.addEventListener("keydown", (event) => this.#onKey(event));
    this.#dialog.addEventListener("click", ({ target }) => {
      if (target === this.#dialog) this.#dialog.close(); // beside it
    });
    document.body.append(this.#dialog);
  }

  /** @param {string} typed  while this code was on its way */
  open(typed) {
    this.#dialog.showModal();
    if (typed === "") this.#box.select();
    else {
      this.#box.value = typed;
      this.#ask();
    }
    this.#client.load().catch(() => {}); // a failure shows at the first question
  }

  async #ask(exact = false) {
    const query = this.#box.value;
    const number = ++this.#number;
    if (query.trim() === "") {
      this.#show([], "", []);
      return;
    }
    if (this.#list.children.length === 0) this.#status.textContent = say.searching;
    try {
      const answer = await this.#client.answer(query, { exact, limit: MOST });
      if (number !== this.#number) return;
      const notice = correctionNotice(answer, () => this.#ask(true));
      this.#show(answer.rows, statusText(answer, {}), notice);
      this.#all.hidden = answer.total <= MOST;
      this.#all.href = `${this.#page}?q=${encodeURIComponent(query.trim())}`;
    } catch (error) {
      if (number !== this.#number) return;
      const retry = element("button", { type: "button" }, say.try_again);
      retry.addEventListener("click", () => this.#ask());
      this.#show([], failureText(/** @type {Error} */ (error), false), [retry]);
    }
  }

  /** @param {import("./answer.js").Row[]} rows @param {string} status @param {(Node | string)[]} notice */
  #show(rows, status, notice) {
    this.#status.textContent = status;
    this.#notice.replaceChildren(...notice);
    this.#all.hidden = true;
    this.#list.replaceChildren(...rows.map((row) => this.#item(row)));
  }

  /** @param {import("./answer.js").Row} row */
  #item({ id, url, title, authors, topics, date }) {
    const link = element("a", { href: new URL(`../${url}`, this.#page).href }, ...marked(title));
    const by = authors.length > 0 ? [...marked(authors), date && `, ${date.slice(0, 4)}`] : topics.join(", ");
    return element("li", { "data-paper": id }, link, element("small", {}, ...by));
  }

  /** Arrows walk from the box through the results and back. @param {KeyboardEvent} event */
  #onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [this.#box, ...this.#list.querySelectorAll("a")];
    const target = stops[stops.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement)) + step];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

/** @type {Finder | undefined} */
let finder;

/**
 * @param {HTMLAnchorElement} link  to the search page; it names the kind of index
 * @param {string} [typed]  what the box holds from the start
 */
export const open = (link, typed = "") => {
  finder ??= new Finder(link);
  finder.open(typed);
};
