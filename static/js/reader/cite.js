/* The panel to cite a paper, all papers of a page or chosen ones: as text, or for a reference manager. */
import { element } from "../element.js";
import { formsHere, formsOf } from "./cite-forms.js";
import { copied, saveFile } from "./hand-over.js";
import { say } from "../say.js";

/** Open the panel. @param {string[]} [chosen]  addresses of papers; else those of the page */
export const openCite = async (chosen) => {
  const forms = chosen ? await formsOf(chosen) : formsHere();
  const area = /** @type {HTMLTextAreaElement} */ (
    element("textarea", {
      ...{ readonly: "", rows: "9", spellcheck: "false", dir: "auto" },
      "aria-label": say.citation,
    })
  );
  const status = element("p", { role: "status" });
  const choices = forms.map(({ label }, at) => {
    const input = element("input", { type: "radio", name: "form", value: String(at) });
    input.addEventListener("change", () => show(at));
    return element("label", {}, input, element("span", {}, label));
  });
  let shown = 0;
  /** @param {number} at */
  const show = async (at) => {
    shown = at;
    area.value = "…";
    const text = await forms[at].text().catch(() => "");
    if (shown !== at) return;
    area.value = text.trim();
    status.textContent = text ? "" : say.not_fetched;
  };
  const dialog = /** @type {HTMLDialogElement} */ (
    element(
      "dialog",
      { class: "sheet cite", "aria-labelledby": "cite-title" },
      element("h2", { id: "cite-title" }, say.cite),
      element("div", { class: "forms", role: "radiogroup", "aria-label": say.form }, ...choices),
      area,
      element(
        "p",
        { class: "buttons" },
        button(say.copy, async () => {
          const isCopied = await copied(area.value);
          status.textContent = isCopied ? say.copied : say.copy_keys;
          if (!isCopied) area.select();
        }),
        button(say.save_file, () => {
          const { ending, type } = forms[shown];
          saveFile(`citation.${ending}`, type, `${area.value}\n`);
        }),
        button(say.close, () => dialog.close()),
      ),
      status,
    )
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  /** @type {HTMLInputElement} */ (choices[0].firstChild).checked = true;
  dialog.showModal();
  show(0);
};

/** @param {string} text  @param {() => void} onClick */
const button = (text, onClick) => {
  const made = element("button", { type: "button", class: "button" }, text);
  made.addEventListener("click", onClick);
  return made;
};
