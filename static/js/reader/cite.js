/* The panel to cite a paper, or all papers of a page: as text, or for a reference manager. */
import { element } from "../element.js";
import { bibtex, itemFrom, ris, STYLES } from "./citing.js";
import { copied, saveFile } from "./hand-over.js";
import { forEach, textAt } from "./paper-pages.js";
import { say } from "../say.js";

/**
 * @typedef {import("./citing.js").Item} Item
 * @typedef {object} Form
 * @property {string} label
 * @property {string} ending  of its file
 * @property {string} type
 * @property {() => Promise<string>} text
 */

/** @type {[string, string, string, (items: Item[]) => string][]} */
const WRITTEN = [
  ["BibTeX", "bib", "application/x-bibtex", (items) => items.map(bibtex).join("\n\n")],
  ["RIS", "ris", "application/x-research-info-systems", (items) => items.map(ris).join("\n\n")],
  [
    "CSL-JSON",
    "csl.json",
    "application/vnd.citationstyles.csl+json",
    (items) => JSON.stringify(items, null, 1),
  ],
];

/** @param {string} type  @returns {string | undefined} address of the page's own file */
const fileOf = (type) =>
  /** @type {HTMLLinkElement | null} */ (
    document.querySelector(`link[rel="alternate"][type="${type}"]`)
  )?.href;

/** @param {Document} page  @returns {Item} */
const itemOf = (page) =>
  itemFrom((name) =>
    [...page.querySelectorAll(`meta[name="${name}"]`)].map(
      (tag) => /** @type {HTMLMetaElement} */ (tag).content,
    ),
  );

/** @returns {Promise<Item[]>} of the page's paper, or of all papers in its lists */
const itemsHere = async () => {
  const file = fileOf("application/vnd.citationstyles.csl+json");
  if (file) return JSON.parse(await textAt(file));
  if (document.querySelector("article.paper")) return [itemOf(document)];
  const links = /** @type {HTMLAnchorElement[]} */ ([
    ...document.querySelectorAll("main .card :is(h2, h3) a"),
  ]);
  const found = await forEach(links, async ({ href }) =>
    itemOf(new DOMParser().parseFromString(await textAt(href), "text/html")),
  );
  return found.flatMap((item) => item ?? []);
};

/** @returns {Form[]} */
const formsHere = () => {
  /** @type {Promise<Item[]> | undefined} */
  let asked;
  const items = () => (asked ??= itemsHere());
  const styled = [...document.querySelectorAll("p.citation")].map((line) => {
    const label = line.querySelector("b")?.textContent ?? "";
    const text = (line.textContent ?? "").slice(label.length).trim();
    return { label, ending: "txt", type: "text/plain", text: async () => text };
  });
  const plain = Object.entries(STYLES).map(([label, write]) => ({
    label,
    ending: "txt",
    type: "text/plain",
    text: async () => (await items()).map(write).join("\n\n"),
  }));
  const files = WRITTEN.map(([label, ending, type, write]) => {
    const file = fileOf(type);
    const text = async () => (file ? await textAt(file) : write(await items()));
    return { label, ending, type, text };
  });
  return [...(styled.length > 0 ? styled : plain), ...files];
};

/** Open the panel. */
export const openCite = () => {
  const forms = formsHere();
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
