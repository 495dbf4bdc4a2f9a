/* The buttons to cite: a paper, all papers of a list, or some of it. Their code is fetched only then. */
import { element } from "../element.js";
import { say } from "../say.js";

/** @param {string} label  @returns {HTMLElement} */
const citeButton = (label) => {
  const button = element("button", { type: "button", class: "button", "data-cite": "" }, label);
  button.addEventListener("click", () => import("./cite.js").then(({ openCite }) => openCite()));
  return button;
};

/** @returns {HTMLElement} for places that the page itself gives none */
const chooseButton = () =>
  element("button", { type: "button", class: "choose", "aria-pressed": "false" }, say.choose);

/** @param {HTMLElement} button */
const wireChoosing = (button) => {
  const start = () => import("./choose.js").then(({ Choice }) => new Choice(button).toggle());
  button.addEventListener("click", () => void start(), { once: true });
};

/** A paper's page has the button beside the others, a list's among its files; lists can be chosen from. */
export const addCiteButtons = () => {
  const tools = document.querySelector(".paper-tools");
  document.querySelector(".search-head, .list-form")?.append(chooseButton());
  document.querySelectorAll(/** @type {"button"} */ ("button.choose")).forEach(wireChoosing);
  if (tools) tools.append(citeButton(say.cite));
  else document.querySelector(".panel[aria-labelledby=files] .buttons")?.append(citeButton(say.copy_all));
};
