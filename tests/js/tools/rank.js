// The papers, best first, that each query of a JSON list finds in the folder of a built site.
import { readFileSync } from "node:fs";
import { search } from "../../../static/js/search/engine.js";
import { lunrReader } from "../../../static/js/search/lunr-reader.js";

const site = process.argv[2];
const file = (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf8"));
const reader = lunrReader(file("index"));
const [words, papers] = [file("words"), file("papers")];
const rank = (query) => search(reader, words, query).results.map(({ paper }) => papers[paper].id);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(rank)));
