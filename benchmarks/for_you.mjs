/* What "For you" costs a reader: requests and gzipped bytes for so many saved papers.
   node benchmarks/for_you.mjs _site */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { suggestions } from "../static/js/reader/for-you.js";

const folder = join(process.argv[2] ?? "_site", "reading-list", "vectors");
const ROUNDS = 40;

const urls = readdirSync(join(folder, "papers")).flatMap((name) =>
  JSON.parse(readFileSync(join(folder, "papers", name), "utf-8")).map(([url]) => url),
);

/** @param {number} count  @param {number} round */
const cost = async (count, round) => {
  const step = Math.floor(urls.length / count);
  const papers = Array.from({ length: count }, (_, at) => {
    const url = urls[(at * step + round * 7919) % urls.length];
    return { id: url, url, title: url, saved: at + 1 };
  });
  let [requests, bytes] = [0, 0];
  const load = async (/** @type {string} */ address) => {
    const body = readFileSync(join(folder, address.replace(/\?.*/, "")));
    requests += 1;
    bytes += gzipSync(body).length;
    return new Response(body);
  };
  const found = await suggestions(papers, "", load);
  return { requests, bytes, found: found.length };
};

for (const count of [1, 5, 24]) {
  const costs = [];
  for (let round = 0; round < ROUNDS; round += 1) costs.push(await cost(count, round));
  costs.sort((a, b) => a.bytes - b.bytes);
  const [middle, most] = [costs[ROUNDS / 2], costs[ROUNDS - 1]];
  const kib = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(0);
  console.log(
    `${count} saved: ${middle.requests} requests, ${kib(middle.bytes)} KiB; ` +
      `most ${most.requests}, ${kib(most.bytes)} KiB; ${middle.found} found`,
  );
}
