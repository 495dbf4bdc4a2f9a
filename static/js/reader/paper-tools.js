/* The buttons of a paper's own page: save, mark read, note. */
import { element } from "../element.js";
import { factsOf } from "./facts.js";
import { marked } from "./shelf.js";
import { say } from "../say.js";

const NAMES = /** @type {const} */ ({ saved: say.save, read: say.read });

/** @param {Element} article  @param {import("./marks.js").MarkButtons} marks */
export const wirePaper = (article, marks) => {
  const place = article.querySelector(".paper-tools");
  if (!place) return;
  for (const mark of /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES))) {
    const button = marks.button(article, mark);
    button.removeAttribute("aria-label");
    button.className = "button";
    button.append(NAMES[mark]);
    place.append(button);
  }
  place.append(noteButton(article, marks));
  marks.showOn(article);
};

/** @param {Element} article  @param {import("./marks.js").MarkButtons} marks */
const noteButton = (article, { shelf, root }) => {
  const facts = factsOf(article, root);
  const button = element(
    "button",
    { type: "button", class: "button", "aria-expanded": "false", "aria-controls": "note" },
    say.note,
  );
  const label = element("label", { for: "note-text" }, say.your_note);
  const area = /** @type {HTMLTextAreaElement} */ (
    element("textarea", { id: "note-text", rows: "4", maxlength: "20000" })
  );
  const box = element("div", { id: "note", class: "own-note" }, label, area);
  const kept = () => shelf.held.papers.get(facts.id)?.note ?? "";
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    box.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
  };
  area.value = kept();
  show(area.value !== "");
  area.addEventListener("input", () =>
    shelf.change((held) => marked(held, facts, { note: area.value.trim() })),
  );
  document.addEventListener("shelf", () => {
    if (document.activeElement !== area) area.value = kept();
  });
  button.addEventListener("click", () => {
    show(box.hidden);
    if (!box.hidden) area.focus();
  });
  article.querySelector(".paper-tools")?.after(box);
  return button;
};
