/* The two buttons of every paper, to save it and to mark it read, and how its card shows that. */
import { factsOf } from "./facts.js";
import { marked } from "./shelf.js";
import { filled } from "../phrases.js";
import { say } from "../say.js";

const LABELS = { saved: say.save, read: say.mark_read };

/** @typedef {keyof typeof LABELS} Mark */

/** Buttons for the papers of a page. */
export class MarkButtons {
  /** @param {import("./shelf.js").KeptShelf} shelf  @param {string} root  the site's address */
  constructor(shelf, root) {
    this.shelf = shelf;
    this.root = root;
    document.addEventListener("shelf", () => this.show());
  }

  /** @param {ParentNode} place  whose cards get both buttons, unless they have them */
  addToNew(place) {
    place.querySelectorAll(".card[data-paper]:not(:has(.marks))").forEach((card) => this.addTo(card));
  }

  /** @param {Element} card */
  addTo(card) {
    const group = document.createElement("span");
    group.className = "marks";
    group.append(this.button(card, "saved"), this.button(card, "read"));
    card.append(group);
    this.showOn(card);
  }

  /** @param {Element} place  @param {Mark} mark  @returns {HTMLButtonElement} */
  button(place, mark) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.mark = mark;
    const { title } = factsOf(place, this.root);
    button.ariaLabel = filled(say.labelled, { label: LABELS[mark], text: title });
    button.title = LABELS[mark];
    button.addEventListener("click", () => this.toggle(place, mark));
    return button;
  }

  /** @param {Element} place  @param {Mark} mark */
  toggle(place, mark) {
    const facts = factsOf(place, this.root);
    this.shelf.change((shelf) => {
      const isOn = Boolean(shelf.papers.get(facts.id)?.[mark]);
      return marked(shelf, facts, { [mark]: isOn ? 0 : Date.now() });
    });
  }

  show() {
    document.querySelectorAll("main [data-paper]").forEach((place) => this.showOn(place));
  }

  /** @param {Element} place */
  showOn(place) {
    const { paper = "" } = /** @type {HTMLElement} */ (place).dataset;
    const kept = this.shelf.held.papers.get(paper);
    for (const mark of /** @type {Mark[]} */ (Object.keys(LABELS))) {
      place.classList.toggle(`is-${mark}`, Boolean(kept?.[mark]));
      for (const button of place.querySelectorAll(`button[data-mark="${mark}"]`)) {
        button.ariaPressed = String(Boolean(kept?.[mark]));
      }
    }
  }
}
