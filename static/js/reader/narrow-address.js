/* Whether an address narrows a list down; all that every page needs to know of it. */

const FACETS = /[?&](topic|issue|venue|year|code)=/;

/** @param {string} query  of an address */
export const isNarrowed = (query) => FACETS.test(query);
