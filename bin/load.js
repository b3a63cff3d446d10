// Loads the built program with the machine code of its build's trial run, where that is whole and belongs to this very program: compiling
// the same functions anew takes longer than most runs, but V8 believes whatever code it is given, and a wrong byte in it ends the process.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const require = createRequire(import.meta.url);
const dist = name => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const program = dist("cxm.cjs");
export const codeCache = dist("cxm.cache");
/** Size, time and hash of both files, as the build left them. */
export const seal = dist("cxm.seal.json");

const hashOf = bytes => require("node:crypto").createHash("sha256").update(bytes).digest("hex");
const bytesOf = { program: () => readFileSync(program), code: () => readFileSync(codeCache) };
const stampOf = file => {
  const { size, mtimeMs } = statSync(file);
  return { size, mtimeMs };
};
const stamps = () => ({ program: stampOf(program), code: stampOf(codeCache) });

/** What the build writes: how to know the two files again. */
export const sealText = () => {
  const { program, code } = stamps();
  return `${JSON.stringify({
    program: { ...program, hash: hashOf(bytesOf.program()) },
    code: { ...code, hash: hashOf(bytesOf.code()) },
  })}\n`;
};

/** The code, or nothing where it is not what the build made of this program. Files that nobody has touched since are not read for it; an
 * installation sets other times, and then their hashes tell. */
function codeFor(source) {
  try {
    const known = JSON.parse(readFileSync(seal, "utf8"));
    const now = stamps();
    const code = bytesOf.code();
    const untouched = ["program", "code"].every(
      name => known[name].size === now[name].size && known[name].mtimeMs === now[name].mtimeMs,
    );
    if (untouched || (known.code.hash === hashOf(code) && known.program.hash === hashOf(source))) return code;
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
  const bytes = bytesOf.program();
  const source = `(function (require, module, exports, __filename) {${bytes.toString()}\n})`;
  const cachedData = codeFor(bytes);
  const script = new Script(source, { filename: program, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(program), module, module.exports, program);
  return { ...module.exports, script };
}
