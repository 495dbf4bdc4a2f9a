import assert from "node:assert/strict";
import { test } from "node:test";

import { bibtex, itemFrom, ris, STYLES } from "../../static/js/reader/citing.js";

/** @type {Record<string, string[]>} */
const tags = {
  citation_title: ["What Do Otters & Kites {Know}?"],
  citation_author: ["Ada Lind", "Bo Marsh"],
  citation_publication_date: ["2024/02/13"],
  citation_journal_title: ["River Letters"],
  citation_doi: ["10.5555/otters"],
};
const item = itemFrom((name) => tags[name] ?? []);

test("a page's tags become an item without what is unknown", () => {
  assert.deepEqual(item, {
    id: "10.5555/otters",
    type: "article-journal",
    title: tags.citation_title[0],
    author: [{ literal: "Ada Lind" }, { literal: "Bo Marsh" }],
    issued: { "date-parts": [[2024, 2, 13]] },
    "container-title": "River Letters",
    DOI: "10.5555/otters",
  });
});

test("plain text in three styles", () => {
  const known = { ...item, author: [{ given: "Ada Mary", family: "Lind" }, { literal: "Bo Marsh" }] };
  assert.equal(
    STYLES.APA(known),
    "Lind, A. M. & Bo Marsh (2024). What Do Otters & Kites {Know}? River Letters. " +
      "https://doi.org/10.5555/otters",
  );
  assert.match(STYLES.MLA(known), /^Ada Mary Lind and Bo Marsh\. “What Do/);
  assert.match(STYLES.IEEE(known), /^A\. M\. Lind and Bo Marsh, “What Do/);
});

test("a paper without authors or date is still cited", () => {
  const bare = { id: "x", type: "article", title: "Otters" };
  assert.equal(STYLES.APA(bare), "(n.d.). Otters.");
  assert.equal(STYLES.MLA(bare), "“Otters”.");
  assert.equal(bibtex(bare), "@misc{otters,\n  title = {Otters},\n}");
  assert.equal(ris(bare), "TY  - UNPB\nTI  - Otters\nER  - ");
});

test("signs of BibTeX are escaped and braces cannot break out", () => {
  const text = bibtex(item);
  assert.match(text, /^@article\{lind2024what,$/m);
  assert.match(text, /title = \{What Do Otters \\& Kites Know\?\},/);
  assert.match(text, /author = \{Ada Lind and Bo Marsh\},/);
});

test("a line of RIS stays one line", () => {
  assert.match(ris({ ...item, title: "A\nER  - B" }), /^TI {2}- A ER - B$/m);
});
