// npm run mutants: applies each mutant to a copy of the project, runs the tests that must notice, and says which did.
// Exit code 1 if one survives; any other failure (a mutant that no longer applies, tests that cannot run) ends it with an error.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { additions } from "./additions.ts";
import { answers } from "./answers.ts";
import { decisions } from "./decisions.ts";
import { grids } from "./grids.ts";
import { type Mutant, mutate } from "./mutant.ts";
import { reach } from "./reach.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const copied = ["src", "test", "questionnaires", "dist", "package.json", "tsconfig.json"];
const secondsAllowed = 60;

const copy = mkdtempSync(join(tmpdir(), "cxm-mutants-"));
try {
  for (const name of copied) cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  const failing = firstFailure("evaluate");
  if (failing !== null) throw new Error(`the tests fail without any mutant: ${failing}`);
  const killers = [...answers, ...decisions, ...additions, ...grids, ...reach].map(killer);
  const survived = killers.filter(by => by === null).length;
  process.stdout.write(`${killers.length - survived} killed, ${survived} survived\n`);
  process.exitCode = survived > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The test that kills a mutant, told as soon as it is known; null if it survives. */
function killer(mutant: Mutant): string | null {
  const file = join(copy, "src", mutant.file);
  const source = readFileSync(file, "utf8");
  writeFileSync(file, mutate(source, mutant));
  const by = firstFailure(mutant.tests ?? "evaluate");
  writeFileSync(file, source);
  process.stdout.write(
    by === null ? `SURVIVED ${mutant.name}: ${mutant.why}\n` : `killed   ${mutant.name} (by: ${by})\n`,
  );
  return by;
}

interface Report {
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** The first test that fails in the copy; null if all pass. */
function firstFailure(tests: string): string | null {
  const vitest = join(copy, "node_modules/vitest/vitest.mjs");
  const options = ["--dir", "test", "--bail", "1", "--reporter", "json", "--no-cache"];
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [vitest, "run", ...options, `test/${tests}`], {
    cwd: copy,
    encoding: "utf8",
    timeout: secondsAllowed * 1000,
  });
  if (signal !== null) return `no end within ${secondsAllowed} seconds`;
  if (status === 0) return null;
  const report: Report = JSON.parse(stdout.slice(stdout.indexOf("{")) || "{}");
  const failed = report.testResults?.flatMap(file => file.assertionResults).find(test => test.status === "failed");
  if (!failed) throw new Error(`test/${tests} could not run:\n${report.testResults?.[0]?.message ?? ""}\n${stderr}`);
  return failed.fullName;
}
