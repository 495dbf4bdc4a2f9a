/* A list narrowed down in place by topic, issue, venue, year and code: all that is chosen must hold.
   What is chosen stands in the address of the page. */
import { element } from "../element.js";
import { readAddress, toggled, writeAddress } from "../search/address.js";
import { chosenElements, facetElements } from "../search/facets-view.js";
import { PageList } from "./narrow-page.js";
import { SearchedList } from "./narrow-search.js";
import { lastPlace, returnToPlace } from "./place.js";
import { counted, grouped } from "../phrases.js";
import { say } from "../say.js";

const NOTHING = { total: -1, of: 0, counts: [] };

export class Narrowing {
  /** @param {HTMLAnchorElement} link  @param {import("./marks.js").MarkButtons} marks */
  constructor(link, marks) {
    this.link = link;
    this.list = link.dataset.narrow === "whole" ? new PageList() : new SearchedList(link, marks);
    this.status = element("p", { role: "status" });
    this.chosen = element("ul", { class: "chosen", "aria-label": say.narrowed_by });
    this.facets = element("div", { class: "facets" });
    this.panel = element("div", { class: "narrow", id: "narrow" }, this.facets);
  }

  /** @param {boolean} isOpen  whether the facets are shown from the start */
  start(isOpen) {
    const { link } = this;
    link.closest(".list-tools")?.after(this.panel, this.chosen, this.status);
    link.role = "button";
    link.setAttribute("aria-controls", "narrow");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.open(this.panel.hidden);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    this.open(isOpen || lastPlace()?.narrowing === true);
    addEventListener("popstate", () => this.show());
    return this.show().then(returnToPlace);
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.panel.hidden = !isOpen;
    this.link.ariaExpanded = String(isOpen);
  }

  async show() {
    const { chosen } = readAddress(location.href);
    const hadFocus = focused(this.panel);
    const wasChosen = this.chosen.contains(document.activeElement);
    const { total, of, counts } = await this.list.narrow(chosen).catch(() => NOTHING);
    const toggle = (/** @type {string} */ name, /** @type {string} */ value) =>
      this.toggle(name, value);
    this.facets.replaceChildren(...facetElements(counts, chosen, total, toggle));
    this.chosen.replaceChildren(...chosenElements(chosen, toggle));
    this.status.textContent =
      total < 0 ? say.not_fetched : counted(say.narrowed_to, total, { total: grouped(of) });
    this.chosen.hidden = this.chosen.children.length === 0;
    if (hadFocus) (hadFocus(this.panel) ?? this.link).focus();
    else if (wasChosen) (this.chosen.querySelector("button") ?? this.link).focus();
  }

  /** @param {string} name  @param {string} value */
  toggle(name, value) {
    const asked = readAddress(location.href);
    const chosen = toggled(asked.chosen, name, value);
    history.pushState(null, "", writeAddress(location.href, { ...asked, chosen }));
    return this.show();
  }
}

/** @param {HTMLElement} panel  @returns {((panel: HTMLElement) => HTMLElement | undefined) | null} */
const focused = (panel) => {
  const box = document.activeElement;
  if (!(box instanceof HTMLInputElement) || !panel.contains(box)) return null;
  const { name, value } = box;
  return (made) =>
    [...made.querySelectorAll("input")].find((one) => one.name === name && one.value === value);
};
