// npm run bench: what a run costs, as ratios taken on one machine in one go; never absolute promises, never a failing exit code.
// Whole processes: CPU time (user and system, of a process and its children) over that of `node -e 0`, the median over pairs.
// In process: CPU time of evaluating one assessment over that of JSON.parse on the same assessment's text.
// Large questionnaires: CPU time of `cxm check` over that of a process that only parses the same file.
//   node test/bench.js [--pairs N]
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { parse, stringify } from "yaml";

const { values } = parseArgs({ options: { pairs: { type: "string", default: "15" } } });
const pairs = Math.max(1, Math.trunc(Number(values.pairs)) || 1);

const root = fileURLToPath(new URL("../", import.meta.url));
const launcher = join(root, "bin/cxm.js");
const questionnaire = join(root, "dist/questionnaires/manufacturer-cx-phases.json");
const yamlFile = join(root, "questionnaires/manufacturer-cx-phases/examples/valbruna-pumps.yaml");
const assessmentText = JSON.stringify(parse(readFileSync(yamlFile, "utf8")));

/** User and system seconds that the shell's children took: the second line of `times`, such as "0m0.031s 0m0.012s". */
function cpuOf(args) {
  const { stdout, stderr, status } = spawnSync("bash", ["-c", '"$@" >/dev/null || exit; times', "_", ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  const children = stdout.trim().split("\n")[1];
  return children
    .split(" ")
    .map(time => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median ratio of two measurements taken in turns; a first pair warms caches and is thrown away. */
function ratio(measure, baseline, count = pairs) {
  const ratios = Array.from({ length: count + 1 }, () => {
    const base = baseline();
    return measure() / base;
  });
  return median(ratios.slice(1));
}

/** The program as one has it whose Node.js cannot take the machine code that the build kept. */
function withoutCode(folder) {
  for (const part of ["bin", "dist", "package.json"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  rmSync(join(folder, "dist/cxm.cache"));
  return () => cpuOf([process.execPath, join(folder, "bin/cxm.js"), "score", yamlFile]);
}

const nothing = () => cpuOf([process.execPath, "-e", "0"]);
const cxm =
  (...args) =>
  () =>
    cpuOf([process.execPath, launcher, ...args]);

/** The same where problems may be found, which exits with 2. */
const anyCode =
  (...args) =>
  () =>
    cpuOf(["bash", "-c", '"$@" || true', "_", process.execPath, launcher, ...args]);

/** CPU microseconds of one call, over enough calls for the clock. */
function cpuOfCall(call, times) {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** The engine and the hand-written scorer, as one module: dist/ holds only what commands need. */
async function loadEngine(folder) {
  const outfile = join(folder, "engine.mjs");
  const contents = ["src/evaluate/evaluate", "src/evaluate/program", "test/bench/scorer"]
    .map(file => `export * from "./${file}.ts";`)
    .join("\n");
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return import(pathToFileURL(outfile).href);
}

async function throughput(folder) {
  const { compile, createScorer, evaluate } = await loadEngine(folder);
  const rules = JSON.parse(readFileSync(questionnaire, "utf8"));
  const [program, score] = [compile(rules), createScorer(rules)];
  const assessment = JSON.parse(assessmentText);
  const reading = () => cpuOfCall(() => JSON.parse(assessmentText), 2000);
  const alone = () => cpuOfCall(() => evaluate(program, assessment, { runnerUp: false }), 200);
  const withRunnerUp = () => cpuOfCall(() => evaluate(program, assessment), 50);
  const byHand = () => cpuOfCall(() => score(assessment), 2000);
  for (let i = 0; i < 3; i++) [reading, alone, withRunnerUp, byHand].forEach(warm => void warm());
  return [
    { what: "evaluate (as in a batch)", unit: "scorer by hand", measured: ratio(alone, byHand), goal: 8 },
    { what: "scorer by hand", unit: "JSON.parse", measured: ratio(byHand, reading) },
    { what: "evaluate (as in a batch)", unit: "JSON.parse", measured: ratio(alone, reading) },
    { what: "evaluate with runner-up", unit: "JSON.parse", measured: ratio(withRunnerUp, reading) },
  ];
}

/** They take seconds: a few pairs are enough. */
const largePairs = Math.min(3, pairs);

async function large(folder) {
  const outfile = join(folder, "large.mjs");
  const entryPoints = [join(root, "test/support/large.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", target: "node20" });
  const { randomGates, largeBadge, manyCriteria } = await import(pathToFileURL(outfile).href);
  const files = {
    "check, 390 random gates (0.9 MB)": randomGates(390),
    "check, badge of 145 criteria": largeBadge(145),
    "check, 1,000 criteria and 4 phases": manyCriteria(1000),
  };
  const library = pathToFileURL(createRequire(import.meta.url).resolve("yaml")).href;
  const reading = `import yaml from "${library}"; import { readFileSync } from "node:fs"; yaml.parse(readFileSync(process.argv[1], "utf8"));`;
  return Object.entries(files).map(([what, made], at) => {
    const file = join(folder, `large-${at}.yaml`);
    writeFileSync(file, stringify(made, { aliasDuplicateObjects: false }));
    const parsing = () => cpuOf([process.execPath, "--input-type=module", "-e", reading, file]);
    return { what, unit: "yaml parse", measured: ratio(anyCode("check", file), parsing, largePairs), goal: 8 };
  });
}

function print(rows) {
  const columns = [
    ["", ({ what }) => what],
    ["over", ({ unit }) => unit],
    ["ratio", ({ measured }) => measured.toFixed(2)],
    ["goal", ({ goal }) => (goal === undefined ? "" : `<= ${goal.toFixed(2)}`)],
    ["", ({ goal, measured }) => (goal === undefined ? "" : measured <= goal ? "within" : "over")],
  ];
  const cells = [columns.map(([heading]) => heading), ...rows.map(row => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map(line => line[at].length)));
  for (const line of cells) {
    process.stdout.write(`${line.map((cell, at) => cell.padEnd(widths[at])).join("  ")}`.trimEnd().concat("\n"));
  }
  process.stdout.write(`\nCPU time, median of ${pairs} pairs. Node ${process.versions.node}.\n`);
}

const folder = mkdtempSync(join(tmpdir(), "cxm-bench-"));
try {
  if (!existsSync(questionnaire)) throw new Error("dist/ is missing: npm run build");
  const jsonFile = join(folder, "assessment.json");
  writeFileSync(jsonFile, assessmentText);
  const unit = "node -e 0";
  print([
    { what: "cxm --version", unit, measured: ratio(cxm("--version"), nothing), goal: 1.25 },
    { what: "cxm score example.yaml", unit, measured: ratio(cxm("score", yamlFile), nothing), goal: 2.4 },
    { what: "  without the kept machine code", unit, measured: ratio(withoutCode(folder), nothing), goal: 2.4 },
    { what: "cxm score example.json", unit, measured: ratio(cxm("score", jsonFile), nothing) },
    ...(await throughput(folder)),
    ...(await large(folder)),
  ]);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
