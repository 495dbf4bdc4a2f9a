/** What is asked, as the page's address says it: ?q=rivers&topic=Maps&year=2024&sort=date */

/**
 * @typedef {object} Asked
 * @property {string} query
 * @property {import("./narrowing.js").Chosen} chosen
 * @property {"relevance" | "date"} sort
 */

export const FACETS = ["topic", "issue", "venue", "year", "code"];

/** @param {string} href @returns {Asked} */
export const readAddress = (href) => {
  const given = new URL(href).searchParams;
  const held = FACETS.filter((name) => given.has(name));
  return {
    query: given.get("q") ?? "",
    chosen: Object.fromEntries(held.map((name) => [name, given.getAll(name)])),
    sort: given.get("sort") === "date" ? "date" : "relevance",
  };
};

/** @param {string} href  the page's @param {Asked} asked @returns {string} the same page's, asked so */
export const writeAddress = (href, { query, chosen, sort }) => {
  const url = new URL(href);
  for (const name of ["q", "sort", ...FACETS]) url.searchParams.delete(name);
  if (query.trim() !== "") url.searchParams.set("q", query.trim());
  for (const name of FACETS) {
    for (const value of chosen[name] ?? []) url.searchParams.append(name, value);
  }
  if (sort !== "relevance") url.searchParams.set("sort", sort);
  return url.href;
};

/**
 * @param {Asked["chosen"]} chosen @param {string} name @param {string} value
 * @returns {Asked["chosen"]} with a value added, or taken away */
export const toggled = (chosen, name, value) => {
  const held = chosen[name] ?? [];
  const others = held.filter((one) => one !== value);
  const values = others.length < held.length ? others : [...held, value];
  const { [name]: _, ...rest } = chosen;
  return values.length > 0 ? { ...rest, [name]: values } : rest;
};
