// What all peers share: papers from a file, then one JSON line in and out for each question.
import { readFileSync } from "node:fs";
import readline from "node:readline";

/** @param {string} path @returns {object[]} */
export const readLines = (path) =>
  readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** @param {() => any} work @returns {[any, number]} what it returned and its processor seconds */
export const timed = (work) => {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1e6];
};

/**
 * @param {object} figures  printed first
 * @param {(query: string) => string[] | Promise<string[]>} ask  ids, best first
 */
export const serve = async (figures, ask) => {
  console.log(JSON.stringify(figures));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const start = performance.now();
    const ids = await ask(JSON.parse(line));
    console.log(JSON.stringify({ ids, ms: performance.now() - start }));
  }
};
