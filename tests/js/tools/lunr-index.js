// What stock lunr.js makes of documents: { fields: { name: boost }, documents: [{ name: text }] },
// and maybe { k1, b }, on standard input; JSON.stringify of its index on standard output.
import { readFileSync } from "node:fs";
import lunr from "../lunr.js";

const { fields, documents, k1 = 1.2, b = 0.75 } = JSON.parse(readFileSync(0, "utf8"));
const index = lunr((/** @type {any} */ builder) => {
  builder.ref("position");
  builder.k1(k1);
  builder.b(b);
  for (const [name, boost] of Object.entries(fields)) builder.field(name, { boost });
  documents.forEach((/** @type {object} */ document, /** @type {number} */ position) => builder.add({ ...document, position }));
});
process.stdout.write(JSON.stringify(index));
