/* The page of the reading list: what is kept on this device, shown, searched, moved in and out. */
import { element } from "../element.js";
import { copied, saveFile } from "./hand-over.js";
import { asMarkdown, shareLink, sharedUrls, shownPapers } from "./kept-list.js";
import { MarkButtons } from "./marks.js";
import { isMuted } from "./muting.js";
import { factsAt, forEach, textAt } from "./paper-pages.js";
import { KeptShelf, marked, merged, parsed, written } from "./shelf.js";
import { counted, filled, grouped } from "../phrases.js";
import { say } from "../say.js";

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
    this.watchForYou();
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
    this.tell(papers.size === 0 ? "" : counted(say.papers, count));
  }

  /** @param {Kept} paper */
  card(paper) {
    const { id, url, title, authors, date, topics = [], note } = paper;
    const by = [authors, date, topics.join(say.comma)].filter(Boolean);
    const label = filled(say.labelled, { label: say.note, text: title });
    const area = /** @type {HTMLTextAreaElement} */ (
      element("textarea", { rows: "3", maxlength: "20000", "aria-label": label })
    );
    area.value = note ?? "";
    area.addEventListener("input", () =>
      this.shelf.change((held) => marked(held, paper, { note: area.value.trim() })),
    );
    const own = element("details", { class: "own-note" }, element("summary", {}, say.note), area);
    if (note) own.setAttribute("open", "");
    return element(
      "li",
      { class: "card", "data-paper": id },
      element("h2", say.paper_text, element("a", { href: this.root + url }, title)),
      element("p", { class: "by" }, ...by.map((text) => element("span", {}, String(text)))),
      own,
    );
  }

  /** @param {{ export?: string, file?: string, type?: string }} asked */
  async export({ export: form = "", file = "", type = "text/plain" }) {
    if (form === "backup") return saveFile(file, type, written(this.shelf.held));
    if (form === "markdown") return saveFile(file, type, asMarkdown(this.shown, this.root));
    this.tell(say.collecting);
    const texts = await forEach(this.shown, ({ url }) => textAt(this.root + url + form));
    const found = texts.filter((text) => text !== null);
    const isJson = form.endsWith(".json");
    const joined = isJson
      ? JSON.stringify(found.flatMap((text) => JSON.parse(text)), null, 1)
      : found.map((text) => text.trimEnd()).join("\n\n");
    if (found.length > 0) saveFile(file, type, `${joined}\n`);
    const missing = texts.length - found.length;
    const total = grouped(texts.length);
    this.tell(missing ? counted(say.some_missing, missing, { total }) : say.saved_file);
  }

  async share() {
    const page = location.href.replace(/[?#].*/, "");
    const link = shareLink(this.shown, page);
    const box = find("#list-link");
    box.value = link;
    box.hidden = false;
    this.tell((await copied(link)) ? say.link_copied : say.copy_link);
    box.select();
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const other = parsed(await file.text());
    input.value = "";
    if (!other) return this.tell(filled(say.no_backup, { file: file.name }));
    this.shelf.change((held) => merged(held, other));
    this.show();
    this.tell(counted(say.backup_read, other.papers.size, { file: file.name }));
  }

  /** Looks for papers like those saved as soon as the reader comes near the place for them. */
  watchForYou() {
    const place = find("#list-for-you");
    if (!place) return;
    const near = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.suggest(place);
      },
      { rootMargin: "300px" },
    );
    const update = () => {
      const { papers } = this.shelf.held;
      const isWanted = [...papers.values()].some(({ saved }) => saved);
      place.hidden = !isWanted;
      near.unobserve(place);
      if (isWanted && !place.querySelector(".card")) near.observe(place);
    };
    document.addEventListener("shelf", update);
    update();
  }

  /** @param {HTMLElement} place */
  async suggest(place) {
    const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
    const list = /** @type {HTMLElement} */ (place.querySelector("ol"));
    if (status.dataset.state === "busy" || list.children.length > 0) return;
    status.dataset.state = "busy";
    status.textContent = say.looking;
    const { papers, muted } = this.shelf.held;
    const { suggestions } = await import("./for-you.js");
    const folder = `${this.root}${place.dataset.vectors}`;
    const found = await suggestions(papers.values(), folder).catch(() => []);
    const titles = new Map([...papers.values()].map(({ url, title }) => [url, title]));
    const cards = await forEach(found, async ({ url, terms, like }) => {
      const facts = await factsAt(this.root + url, this.root);
      if (isMuted({ text: facts.title, topics: facts.topics ?? [] }, muted)) return null;
      const card = this.card(facts);
      const values = { title: titles.get(like) ?? "", reason: terms.join(say.comma) };
      const reason = filled(say.as_saved_reason, values);
      card.querySelector(".own-note")?.replaceWith(element("p", { class: "reason" }, reason));
      return card;
    });
    list.replaceChildren(...cards.flatMap((card) => card ?? []));
    this.marks.addToNew(list);
    status.textContent = list.children.length > 0 ? "" : (status.dataset.none ?? "");
    delete status.dataset.state;
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
    const count = counted(say.papers, papers.length);
    const missing = urls.length - papers.length;
    place.querySelector("p").textContent = missing
      ? counted(say.shared_missing, missing, { papers: count })
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
      this.tell(filled(say.papers_saved, { papers: count }));
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
  tell(text) {
    this.status.textContent = text;
  }
}

new ListPage().start();
