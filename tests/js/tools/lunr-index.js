// What stock lunr.js makes of documents: { fields: { name: boost }, documents: [{ name: text }] }
// on standard input, JSON.stringify of its index on standard output.
import { readFileSync } from "node:fs";
import lunr from "../lunr.js";

const { fields, documents } = JSON.parse(readFileSync(0, "utf8"));
const index = lunr((builder) => {
  builder.ref("position");
  for (const [name, boost] of Object.entries(fields)) builder.field(name, { boost });
  documents.forEach((document, position) => builder.add({ ...document, position }));
});
process.stdout.write(JSON.stringify(index));
