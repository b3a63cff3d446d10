// A trial run of the built program, as the launcher loads it: the machine code that V8 makes in it is kept for later runs.
import { writeFileSync } from "node:fs";
import { codeCache, load, seal, sealText } from "../../bin/load.js";

const { main, script } = load();
const silent = { write: () => true };
const code = await main(["score", "--example"], { stdout: silent, stderr: silent, env: {} }, "0.0.0");
if (code !== 0) throw new Error(`the trial run ended with ${code}`);
writeFileSync(codeCache, script.createCachedData());
writeFileSync(seal, sealText());
