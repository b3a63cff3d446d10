// Loads the built program with the machine code of its build's trial run, where that is whole and belongs to this very program: compiling
// the same functions anew takes longer than most runs, but V8 believes whatever code it is given, and a wrong byte in it ends the process.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const require = createRequire(import.meta.url);
const dist = name => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const program = dist("cxm.cjs");
export const codeCache = dist("cxm.cache");
/** The check sums of both files, as the build left them. */
export const seal = dist("cxm.seal.json");

/** Every byte counts, whatever time a file bears; a sum of this kind costs a tenth of a hash, and guards against accidents. */
const sumOf = bytes => require("node:zlib").crc32(bytes);

/** What the build writes: how to know the two files again. */
export const sealText = () =>
  `${JSON.stringify({ program: sumOf(readFileSync(program)), code: sumOf(readFileSync(codeCache)) })}\n`;

/** The code, or nothing where it is not what the build made of this program. */
function codeFor(source) {
  try {
    const known = JSON.parse(readFileSync(seal, "utf8"));
    const code = readFileSync(codeCache);
    if (known.code === sumOf(code) && known.program === sumOf(source)) return code;
  } catch {
    // Without code the program is compiled as ever.
  }
  return undefined;
}

/** The program's exports, and the script itself, which can give its code away. */
export function load() {
  // A short run ends before optimised code pays for its making; a longer one still gets it, a little later.
  // Asked only of the Node versions that are known to have the flag: another would complain about it.
  if (Number(process.versions.node.split(".")[0]) <= 24) setFlagsFromString("--interrupt-budget=4000000");
  const bytes = readFileSync(program);
  const source = `(function (require, module, exports, __filename) {${bytes.toString()}\n})`;
  const cachedData = codeFor(bytes);
  const script = new Script(source, { filename: program, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(program), module, module.exports, program);
  return { ...module.exports, script };
}
