/* Papers chosen from a list, to be cited together: a box on each card, and a bar that says how many. */
import { element } from "../element.js";
import { counted } from "../phrases.js";
import { say } from "../say.js";
import { openCite } from "./cite.js";

const CARDS = "main .card[data-paper]";

export class Choice {
  /** @param {HTMLElement} button  that begins and ends choosing */
  constructor(button) {
    this.button = button;
    /** @type {Map<string, string>} address of the page, by id */
    this.chosen = new Map();
    this.status = element("p", { role: "status" });
    this.cite = action(say.cite, () => this.open());
    this.bar = element(
      "section",
      { class: "choice", "aria-label": say.choose },
      this.status,
      action(say.choose_all, () => this.tickAll(true)),
      action(say.choose_none, () => this.tickAll(false)),
      this.cite,
      action(say.close, () => this.toggle()),
    );
    // Searching and narrowing down bring further cards.
    this.watch = new MutationObserver(() => this.addTicks());
    button.addEventListener("click", () => this.toggle());
  }

  toggle() {
    const isOn = !this.bar.isConnected;
    this.button.ariaPressed = String(isOn);
    if (isOn) {
      document.body.append(this.bar);
      this.addTicks();
      const main = /** @type {Element} */ (document.querySelector("main"));
      this.watch.observe(main, { childList: true, subtree: true });
      this.show();
    } else {
      this.watch.disconnect();
      this.bar.remove();
      for (const tick of document.querySelectorAll(".tick")) tick.remove();
      this.button.focus();
    }
  }

  addTicks() {
    for (const card of document.querySelectorAll(`${CARDS}:not(:has(> .tick))`)) {
      const { paper = "" } = /** @type {HTMLElement} */ (card).dataset;
      const link = /** @type {HTMLAnchorElement} */ (card.querySelector(":is(h2, h3) a"));
      const box = element("input", { type: "checkbox", "aria-label": link.textContent ?? "" });
      const tick = /** @type {HTMLInputElement} */ (box);
      tick.checked = this.chosen.has(paper);
      tick.addEventListener("change", () => {
        if (tick.checked) this.chosen.set(paper, link.href);
        else this.chosen.delete(paper);
        this.show();
      });
      card.prepend(element("label", { class: "tick" }, tick));
    }
  }

  /** @param {boolean} isOn  for all cards that are seen */
  tickAll(isOn) {
    for (const tick of document.querySelectorAll(/** @type {"input"} */ (".tick input"))) {
      if (tick.checked !== isOn && (!isOn || tick.checkVisibility())) tick.click();
    }
    if (!isOn) this.chosen.clear();
    this.show();
  }

  show() {
    const { size } = this.chosen;
    this.status.textContent = counted(say.chosen, size);
    /** @type {HTMLButtonElement} */ (this.cite).disabled = size === 0;
  }

  async open() {
    this.status.textContent = say.collecting;
    try {
      await openCite([...this.chosen.values()]);
      this.show();
    } catch {
      this.status.textContent = say.not_fetched;
    }
  }
}

/** @param {string} text  @param {() => unknown} onClick */
const action = (text, onClick) => {
  const made = element("button", { type: "button", class: "button" }, text);
  made.addEventListener("click", onClick);
  return made;
};
