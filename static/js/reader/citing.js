/* Papers as items of the Citation Style Language, and as plain text, BibTeX and RIS. */

/**
 * @typedef {{ family?: string, given?: string, literal?: string }} Name
 * @typedef {object} Item  https://docs.citationstyles.org/en/stable/specification.html
 * @property {string} id
 * @property {string} type
 * @property {string} title
 * @property {Name[]} [author]
 * @property {{ "date-parts": number[][] }} [issued]
 * @property {string} [DOI]
 * @property {string} [URL]
 * @property {string} [number]
 */

/** @param {(name: string) => string[]} all  contents of a page's meta tags  @returns {Item} */
export const itemFrom = (all) => {
  const [first] = all("citation_publication_date");
  const [doi] = all("citation_doi");
  const [arxiv] = all("citation_arxiv_id");
  const [venue] = [...all("citation_journal_title"), ...all("citation_conference_title")];
  const [address] = all("citation_abstract_html_url");
  const isJournal = all("citation_journal_title").length > 0;
  /** @type {any} */
  const item = {
    id: arxiv ?? doi ?? all("citation_title")[0],
    type: !venue ? "article" : isJournal ? "article-journal" : "paper-conference",
    title: all("citation_title")[0] ?? "",
    author: all("citation_author").map((literal) => ({ literal })),
    issued: first && { "date-parts": [first.split("/").map(Number)] },
    "container-title": venue,
    DOI: doi,
    number: arxiv && `arXiv:${arxiv}`,
    URL: address,
  };
  return /** @type {Item} */ (
    Object.fromEntries(Object.entries(item).filter(([, value]) => value?.length !== 0 && value))
  );
};

/** @param {Name} name */
const inFull = ({ given, family, literal }) => literal ?? `${given} ${family}`;

/** @param {Name} name  A. B. Lovelace; a name that is not taken apart stays whole */
const short = ({ given, family, literal }) =>
  family && given ? `${initials(given)} ${family}` : (literal ?? "");

/** @param {Name} name */
const reversed = ({ given, family, literal }) =>
  family && given ? `${family}, ${initials(given)}` : (literal ?? "");

/** @param {string} given */
const initials = (given) =>
  given
    .split(/\s+/)
    .map((part) => `${[...part][0]}.`)
    .join(" ");

/** @param {string[]} names  @param {string} last  @param {number} most */
const listed = (names, last, most) => {
  if (names.length > most) return `${names[0]} et al.`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")}${names.length > 2 ? "," : ""} ${last} ${names.at(-1)}`;
};

/** @param {Item} item */
const yearOf = ({ issued }) => issued?.["date-parts"]?.[0]?.[0];

/** @param {Item} item */
const addressOf = ({ DOI, URL }) => (DOI ? `https://doi.org/${DOI}` : (URL ?? ""));

/** @param {Item} item */
const placeOf = (item) => /** @type {any} */ (item)["container-title"] ?? item.number ?? "";

/** @param {string[]} parts */
const sentence = (parts) =>
  parts
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) || /^https?:/.test(part) ? part : `${part}.`))
    .join(" ");

/** @type {Record<string, (item: Item) => string>} */
export const STYLES = {
  APA: (item) => {
    const names = listed((item.author ?? []).map(reversed), "&", 20);
    return sentence([
      [names, `(${yearOf(item) ?? "n.d."})`].filter(Boolean).join(" "),
      item.title,
      placeOf(item),
      addressOf(item),
    ]);
  },
  MLA: (item) => {
    const names = listed((item.author ?? []).map(inFull), "and", 2);
    const where = [placeOf(item), yearOf(item)].filter(Boolean).join(", ");
    return sentence([names, `“${item.title}”`, where, addressOf(item)]);
  },
  IEEE: (item) => {
    const names = listed((item.author ?? []).map(short), "and", 6);
    const rest = [names, `“${item.title}”`, placeOf(item), yearOf(item)].filter(Boolean);
    return sentence([rest.join(", "), addressOf(item)]);
  },
};

/** @param {string} text  for a field of BibTeX */
const braced = (text) => `{${text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&")}}`;

const ENTRIES = /** @type {Record<string, string>} */ ({
  "article-journal": "article",
  "paper-conference": "inproceedings",
});

/** @param {Item} item  @returns {string} */
export const bibtex = (item) => {
  const kind = ENTRIES[item.type] ?? "misc";
  const [first = ""] = (item.author ?? []).map((name) => inFull(name).split(" ").at(-1) ?? "");
  const word = item.title.split(/\s+/).find((one) => one.length > 3) ?? "";
  const key = `${first}${yearOf(item) ?? ""}${word}`.normalize("NFKD").replace(/[^A-Za-z0-9]/g, "");
  const fields = {
    title: item.title,
    author: (item.author ?? []).map(inFull).join(" and "),
    year: String(yearOf(item) ?? ""),
    [kind === "inproceedings" ? "booktitle" : "journal"]: kind === "misc" ? "" : placeOf(item),
    eprint: item.number?.replace(/^arXiv:/, "") ?? "",
    doi: item.DOI ?? "",
    url: item.URL ?? "",
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = ${braced(value)},`);
  return `@${kind}{${key.toLowerCase() || "paper"},\n${lines.join("\n")}\n}`;
};

const TYPES = /** @type {Record<string, string>} */ ({
  "article-journal": "JOUR",
  "paper-conference": "CPAPER",
});

/** @param {Item} item  @returns {string} */
export const ris = (item) => {
  const rows = [
    ["TY", TYPES[item.type] ?? "UNPB"],
    ["TI", item.title],
    ...(item.author ?? []).map((name) => ["AU", inFull(name)]),
    ["PY", String(yearOf(item) ?? "")],
    ["T2", /** @type {any} */ (item)["container-title"] ?? ""],
    ["DO", item.DOI ?? ""],
    ["AN", item.number ?? ""],
    ["UR", item.URL ?? ""],
    ["ER", " "],
  ];
  const lines = rows.filter(([, value]) => value);
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ").trim()}`).join("\n");
};
