/* The forms in which a paper, all papers of a page or chosen ones are cited. What the site has as files
   is taken from them, so that a citation is the same wherever it is copied. */
import { bibtex, itemFrom, ris, STYLES } from "./citing.js";
import { forEach, pageAt, textAt } from "./paper-pages.js";

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

/** @param {Document} page  @param {string} type  @returns {string} address of the page's own file */
const fileOf = (page, type) => {
  const link = page.querySelector(`link[rel="alternate"][type="${type}"]`);
  return link?.getAttribute("href") ?? "";
};

/** @param {Document} page  @returns {Item} */
const itemOf = (page) =>
  itemFrom((name) =>
    [...page.querySelectorAll(`meta[name="${name}"]`)].map(
      (tag) => /** @type {HTMLMetaElement} */ (tag).content,
    ),
  );

/** @param {Document} page  of a paper  @returns {Map<string, string>} its citations by style */
const citationsOn = (page) =>
  new Map(
    [...page.querySelectorAll("p.citation")].map((line) => {
      const label = line.querySelector("b")?.textContent ?? "";
      return [label, (line.textContent ?? "").slice(label.length).trim()];
    }),
  );

/** @param {string} label  @param {() => Promise<string>} text  @returns {Form} */
const plain = (label, text) => ({ label, ending: "txt", type: "text/plain", text });

/** @returns {HTMLAnchorElement[]} to the papers of the page's lists */
const linksHere = () => [
  ...document.querySelectorAll(/** @type {"a"} */ ("main .card :is(h2, h3) a")),
];

/** @param {string[]} addresses  of papers' pages */
const pagesAt = async (addresses) => {
  const found = await forEach(addresses, async (address) => ({ address, page: await pageAt(address) }));
  return found.flatMap((one) => one ?? []);
};

/** @returns {Promise<Item[]>} of the page's paper, or of all papers in its lists */
const itemsHere = async () => {
  const file = fileOf(document, "application/vnd.citationstyles.csl+json");
  if (file) return JSON.parse(await textAt(file));
  if (document.querySelector("article.paper")) return [itemOf(document)];
  const pages = await pagesAt(linksHere().map(({ href }) => href));
  return pages.map(({ page }) => itemOf(page));
};

/** @returns {Form[]} of the page's paper, or of all papers in its lists */
export const formsHere = () => {
  /** @type {Promise<Item[]> | undefined} */
  let asked;
  const items = () => (asked ??= itemsHere());
  const styled = [...citationsOn(document)].map(([label, text]) => plain(label, async () => text));
  const made = Object.entries(STYLES).map(([label, write]) =>
    plain(label, async () => (await items()).map(write).join("\n\n")),
  );
  const files = WRITTEN.map(([label, ending, type, write]) => {
    const file = fileOf(document, type);
    const text = async () => (file ? await textAt(file) : write(await items()));
    return { label, ending, type, text };
  });
  return [...(styled.length > 0 ? styled : made), ...files];
};

/** @param {string[]} addresses  of papers' pages  @returns {Promise<Form[]>} */
export const formsOf = async (addresses) => {
  const pages = await pagesAt(addresses);
  if (pages.length < addresses.length) throw new Error("not all papers could be fetched");
  const known = pages.map(({ page }) => citationsOn(page));
  const labels = known[0]?.size ? [...known[0].keys()] : Object.keys(STYLES);
  const styled = labels.map((label) => {
    const lines = pages.map(
      ({ page }, at) => known[at].get(label) ?? STYLES[label]?.(itemOf(page)) ?? "",
    );
    return plain(label, async () => lines.join("\n\n"));
  });
  const files = WRITTEN.map(([label, ending, type, write]) => {
    const text = async () => {
      const own = pages.map(({ address, page }) => {
        const file = fileOf(page, type);
        return file && new URL(file, address).href;
      });
      if (!own.every(Boolean)) return write(pages.map(({ page }) => itemOf(page)));
      const texts = await Promise.all(own.map(textAt));
      if (!ending.endsWith("json")) return texts.map((one) => one.trim()).join("\n\n");
      return JSON.stringify(texts.flatMap((one) => JSON.parse(one)), null, 1);
    };
    return { label, ending, type, text };
  });
  return [...styled, ...files];
};
