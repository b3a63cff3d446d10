// Loads the built program with the machine code of its build's trial run, where that fits this Node.js: compiling the same functions
// anew takes longer than most runs. Where it does not fit, V8 compiles as ever.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const program = fileURLToPath(new URL("../dist/cxm.cjs", import.meta.url));
export const codeCache = fileURLToPath(new URL("../dist/cxm.cache", import.meta.url));

/** The program's exports, and the script itself, which can give its code away. */
export function load() {
  // A short run ends before optimised code pays for its making; a longer one still gets it, a little later.
  // Asked only of the Node versions that are known to have the flag: another would complain about it.
  if (Number(process.versions.node.split(".")[0]) <= 24) setFlagsFromString("--interrupt-budget=4000000");
  const source = `(function (require, module, exports, __filename) {${readFileSync(program, "utf8")}\n})`;
  const code = existsSync(codeCache) ? { cachedData: readFileSync(codeCache) } : {};
  const script = new Script(source, { filename: program, ...code });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(program), module, module.exports, program);
  return { ...module.exports, script };
}
