/* The page of the reading list: what is kept on this device, shown, searched, moved in and out. */
import { element } from "../element.js";
import { copied, saveFile } from "./hand-over.js";
import { asMarkdown, shareLink, sharedUrls, shownPapers } from "./kept-list.js";
import { MarkButtons } from "./marks.js";
import { factsAt, forEach, textAt } from "./paper-pages.js";
import { KeptShelf, marked, merged, parsed, written } from "./shelf.js";

/** @typedef {import("./shelf.js").Kept} Kept */

/** @param {string} selector  @returns {any} */
const find = (selector) => document.querySelector(selector);

class ListPage {
  constructor() {
    this.place = find("#reading-list");
    this.root = new URL(this.place.dataset.root, location.href).href;
    this.shelf = new KeptShelf(new URL(this.root).pathname);
    this.marks = new MarkButtons(this.shelf, this.root);
    this.list = this.place.querySelector("ol");
    this.status = find("#list-status");
    this.form = this.place.querySelector("form");
    /** @type {Kept[]} */
    this.shown = [];
  }

  start() {
    this.place.hidden = false;
    find("#list-forbidden").hidden = this.shelf.lasts;
    this.form.addEventListener("input", () => this.show());
    this.form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    for (const button of this.place.querySelectorAll("button[data-export]")) {
      button.addEventListener("click", () => this.export(button.dataset));
    }
    find("#list-suggest").addEventListener("click", () => this.suggest());
    find("#list-share").addEventListener("click", () => this.share());
    find("#list-import").addEventListener("change", (/** @type {any} */ event) =>
      this.import(event.target),
    );
    for (const kind of /** @type {("words" | "topics")[]} */ (["words", "topics"])) {
      this.wireMuted(kind, find(`#muted-${kind}`));
    }
    addEventListener("storage", () => this.show());
    addEventListener("hashchange", () => this.showShared());
    this.show();
    this.showShared();
  }

  show() {
    const { query, which, order } = this.form.elements;
    const asked = { query: query.value, which: which.value, order: order.value };
    const { papers } = this.shelf.held;
    this.shown = shownPapers(papers.values(), asked);
    this.list.replaceChildren(...this.shown.map((paper) => this.card(paper)));
    this.marks.addToNew(this.list);
    find("#list-empty").hidden = papers.size > 0;
    const count = this.shown.length;
    this.say(papers.size === 0 ? "" : count === 1 ? "1 paper" : `${count} papers`);
  }

  /** @param {Kept} paper */
  card(paper) {
    const { id, url, title, authors, date, topics = [], note } = paper;
    const by = [authors, date, topics.join(", ")].filter(Boolean);
    const area = /** @type {HTMLTextAreaElement} */ (
      element("textarea", { rows: "3", maxlength: "20000", "aria-label": `Note: ${title}` })
    );
    area.value = note ?? "";
    area.addEventListener("input", () =>
      this.shelf.change((held) => marked(held, paper, { note: area.value.trim() })),
    );
    const own = element("details", { class: "own-note" }, element("summary", {}, "Note"), area);
    if (note) own.setAttribute("open", "");
    return element(
      "li",
      { class: "card", "data-paper": id },
      element("h2", {}, element("a", { href: this.root + url }, title)),
      element("p", { class: "by" }, ...by.map((text) => element("span", {}, String(text)))),
      own,
    );
  }

  /** @param {{ export?: string, file?: string, type?: string }} asked */
  async export({ export: form = "", file = "", type = "text/plain" }) {
    if (form === "backup") return saveFile(file, type, written(this.shelf.held));
    if (form === "markdown") return saveFile(file, type, asMarkdown(this.shown, this.root));
    this.say("Collecting …");
    const texts = await forEach(this.shown, ({ url }) => textAt(this.root + url + form));
    const found = texts.filter((text) => text !== null);
    const isJson = form.endsWith(".json");
    const joined = isJson
      ? JSON.stringify(found.flatMap((text) => JSON.parse(text)), null, 1)
      : found.map((text) => text.trimEnd()).join("\n\n");
    if (found.length > 0) saveFile(file, type, `${joined}\n`);
    const missing = texts.length - found.length;
    this.say(missing ? `${missing} of ${texts.length} could not be fetched` : "Saved to a file");
  }

  async share() {
    const page = location.href.replace(/[?#].*/, "");
    const link = shareLink(this.shown, page);
    const box = find("#list-link");
    box.value = link;
    box.hidden = false;
    this.say((await copied(link)) ? "Link copied" : "Copy the link from the box");
    box.select();
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const other = parsed(await file.text());
    input.value = "";
    if (!other) return this.say(`${file.name} is not a backup of a reading list`);
    this.shelf.change((held) => merged(held, other));
    this.show();
    this.say(`${other.papers.size} papers read from ${file.name}`);
  }

  async suggest() {
    const place = find("#list-for-you");
    const status = place.querySelector("[role=status]");
    status.textContent = "Looking …";
    const { suggestions } = await import("./for-you.js");
    const found = await suggestions(this.shelf.held.papers.values(), this.root);
    const cards = await forEach(found, async ({ url, reasons }) => {
      const card = this.card(await factsAt(this.root + url, this.root));
      const lines = reasons.map(({ title, reason }) => `As “${title}”${reason && `: ${reason}`}`);
      card.querySelector(".own-note")?.replaceWith(
        ...lines.map((line) => element("p", { class: "reason" }, line)),
      );
      return card;
    });
    const list = place.querySelector("ol");
    list.replaceChildren(...cards.flatMap((card) => card ?? []));
    this.marks.addToNew(list);
    const none = "Nothing yet: save a paper or two first.";
    status.textContent = list.children.length > 0 ? "" : none;
  }

  async showShared() {
    const urls = sharedUrls(location.hash);
    const place = find("#list-shared");
    place.hidden = urls.length === 0;
    if (urls.length === 0) return;
    const found = await forEach(urls, (url) => factsAt(this.root + url, this.root));
    const papers = found.flatMap((facts) => facts ?? []);
    const list = place.querySelector("ol");
    list.replaceChildren(...papers.map((facts) => this.card(facts)));
    this.marks.addToNew(list);
    const count = papers.length === 1 ? "1 paper" : `${papers.length} papers`;
    const missing = urls.length - papers.length;
    place.querySelector("p").textContent = missing
      ? `${count}; ${missing} more could not be found.`
      : count;
    const button = place.querySelector("button");
    button.hidden = papers.length === 0;
    button.onclick = () => {
      for (const facts of papers) {
        this.shelf.change((held) => {
          const saved = held.papers.get(facts.id)?.saved ?? Date.now();
          return marked(held, facts, { saved });
        });
      }
      this.show();
      this.say(`${count} saved`);
    };
  }

  /** @param {"words" | "topics"} kind  @param {HTMLTextAreaElement} area */
  wireMuted(kind, area) {
    area.value = this.shelf.held.muted[kind].join("\n");
    area.addEventListener("input", () => {
      const lines = area.value.split("\n").map((line) => line.trim());
      const values = [...new Set(lines.filter(Boolean))];
      this.shelf.change((held) => ({ ...held, muted: { ...held.muted, [kind]: values } }));
    });
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }
}

new ListPage().start();
