// What reading a file takes, in time and memory, over a valid answer file of the same size: `cxm check` on each, in processes of their
// own, taken in turns on one machine in one go; never a failing exit code.
//   node test/bench-reading.js [--pairs N] [--sizes 0.1,0.3,1] [--only NAME]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "3" },
    sizes: { type: "string", default: "0.1,0.3,1,4,8" },
    only: { type: "string" },
  },
});
const pairs = Math.max(1, Math.trunc(Number(values.pairs)) || 1);
const sizes = values.sizes.split(",").map(Number);
const root = fileURLToPath(new URL("../", import.meta.url));

/** Prints what the process took when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { userCPUTime: u, systemCPUTime: s, maxRSS } = process.resourceUsage(); process._rawDebug('took ' + (u + s) + ' ' + maxRSS); });",
)}`;

function take(args) {
  const { stderr } = spawnSync(process.execPath, ["--import", meter, join(root, "bin/cxm.js"), "check", ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const [, cpu, memory] = /took (\d+) (\d+)/.exec(stderr);
  return { seconds: cpu / 1e6, megabytes: memory / 1024 };
}

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

function compare(valid, other) {
  const taken = Array.from({ length: pairs }, () => ({ valid: take(valid), other: take(other) }));
  const of = (which, what) => median(taken.map(one => one[which][what]));
  const ratio = what => median(taken.map(one => one.other[what] / one.valid[what]));
  return {
    time: ratio("seconds"),
    memory: ratio("megabytes"),
    seconds: of("other", "seconds"),
    valid: of("valid", "seconds"),
    validMemory: of("valid", "megabytes"),
  };
}

const folder = mkdtempSync(join(tmpdir(), "cxm-bench-"));
try {
  const outfile = join(folder, "shapes.mjs");
  await build({
    entryPoints: [join(root, "test/support/shapes.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
  });
  const { shapes, shortQuestionnaire, validAnswers } = await import(pathToFileURL(outfile).href);
  const questionnaire = join(folder, "short.yaml");
  writeFileSync(questionnaire, shortQuestionnaire);
  const chosen = Object.entries(shapes).filter(([name]) => values.only === undefined || name === values.only);
  const widest = Math.max(...chosen.map(([name]) => name.length));
  for (const size of sizes) {
    const characters = Math.min(size * 1e6, 8 * 1024 * 1024 - 100);
    const file = name => join(folder, `${name}.yaml`);
    writeFileSync(file("valid"), validAnswers(characters));
    const valid = ["-q", questionnaire, file("valid")];
    for (const [at, [name, make]] of chosen.entries()) {
      writeFileSync(file("other"), make(characters));
      const { time, memory, seconds, ...base } = compare(valid, [file("other")]);
      if (at === 0)
        process.stdout.write(`${size} MB: valid ${base.valid.toFixed(2)} s, ${base.validMemory.toFixed(0)} MB\n`);
      const over = time > 1.5 || memory > 1.5 ? "over" : "";
      process.stdout.write(
        `  ${name.padEnd(widest)}  time ${time.toFixed(2)}  memory ${memory.toFixed(2)}  ${seconds.toFixed(2)} s  ${over}`
          .trimEnd()
          .concat("\n"),
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
