/* The button that opens the panel to cite; the panel's code is fetched only then. */
import { element } from "../element.js";
import { say } from "../say.js";

/** @param {string} label  @returns {HTMLElement} */
const citeButton = (label) => {
  const button = element("button", { type: "button", class: "button", "data-cite": "" }, label);
  button.addEventListener("click", () => import("./cite.js").then(({ openCite }) => openCite()));
  return button;
};

/** A paper's page has the button beside the others, a list's among its files. */
export const addCiteButton = () => {
  const tools = document.querySelector(".paper-tools");
  if (tools) tools.append(citeButton(say.cite));
  else document.querySelector(".panel[aria-labelledby=files] .buttons")?.append(citeButton(say.copy_all));
};
