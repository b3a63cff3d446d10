#!/usr/bin/env node
// The launcher: answers the version at once, hands everything else to the program, and lets pending output drain by itself.
import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const args = process.argv.slice(2);
let lost = false;

// The reader of a pipe may stop early (`cxm score ... | head`), a terminal may be closed; that is no error. A full disk is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }) => {
    if (code === "EPIPE" || stream.isTTY || stream === process.stderr) return;
    process.stderr.write(`output-unwritable  The output cannot be written (${code}).\n`);
    lost = true;
    process.exitCode = 2;
  });
}

if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  process.stdout.write(`${version}\n`);
} else {
  const { load } = await import("./load.js");
  const code = await load().main(args, process, version);
  process.exitCode = lost ? 2 : code;
}
