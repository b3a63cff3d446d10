#!/usr/bin/env node
// The launcher: answers the version at once, hands everything else to the program, and lets pending output drain by itself.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// A short run ends before optimised code pays for its making; a longer one still gets it, a little later.
// Asked only of the Node versions that are known to have the flag: another would complain about it.
if (Number(process.versions.node.split(".")[0]) <= 24) setFlagsFromString("--interrupt-budget=4000000");

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const args = process.argv.slice(2);

let lost = false;

// The reader of a pipe may stop early (`cxm score ... | head`); that is no error. A full disk is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }) => {
    if (code === "EPIPE" || stream === process.stderr) return;
    process.stderr.write(`output-unwritable  The output cannot be written (${code}).\n`);
    lost = true;
    process.exitCode = 2;
  });
}

if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import("../dist/main.js");
  const code = await main(args, process, version);
  process.exitCode = lost ? 2 : code;
}
