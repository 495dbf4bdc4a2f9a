// lunr.js's stem of each word of a JSON list.
import { readFileSync } from "node:fs";
import { stem } from "../../../static/js/search/terms.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(stem)));
