// Reads a share of the fuzzed inputs as the program does, in this one process. Arguments: seed, share of shares, a folder of its own. Prints
// a line as each input begins, so that a hang can be told, and at the end the counts and whatever was no problem of the user.

import { mkdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { checkAssessment } from "../../../src/assessment/check.ts";
import { loadDraft } from "../../../src/assessment/load.ts";
import { main } from "../../../src/cli/main.ts";
import { printProblems } from "../../../src/cli/report-problems.ts";
import { parseDocument, readDocument } from "../../../src/document.ts";
import { evaluate } from "../../../src/evaluate/evaluate.ts";
import { compile } from "../../../src/evaluate/program.ts";
import type { Files } from "../../../src/files.ts";
import { problemWords } from "../../../src/locales/en/problems.ts";
import { words } from "../../../src/locales/en/words.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { UserError } from "../../../src/problem.ts";
import { loadQuestionnaire } from "../../../src/questionnaire/load.ts";
import { createView } from "../../../src/render/view.ts";
import { createTape, type Tape } from "../../properties/random/tape.ts";
import { formats } from "../../support/formats.ts";
import { dice } from "../../support/large.ts";
import { argumentsOf } from "./arguments.ts";
import { bases, inputOf, kinds } from "./inputs.ts";
import { inputs, throughMain } from "./plan.ts";

const [seed = 0, share = 0, shares = 1] = process.argv.slice(2, 5).map(Number);
const folder = process.argv[5]!;
mkdirSync(folder, { recursive: true });
process.chdir(folder);

const tapeOf = (number: number): Tape => {
  const roll = dice(seed * 100_003 + number);
  return createTape(Array.from({ length: 400 }, () => roll(0x10000)));
};

const questionnaires = new Map(
  [...new Set(bases.map(({ of }) => of))].map(of => [of, parseDocument(of, "of.yaml").value as Questionnaire]),
);

const held = (bytes: Buffer): Files => ({
  stat: () => ({ bytes: bytes.length, directory: false }),
  read: (_, limit) => bytes.subarray(0, limit),
});

/** What became of an input. */
type End = "refused" | "read";

function readAssessment(bytes: Buffer, questionnaire: Questionnaire): End {
  const { read, problems: before } = loadDraft(readDocument("fuzz.yaml", held(bytes)));
  const problems = read
    ? [...before, ...checkAssessment(read.assessment, read.document, questionnaire, "2026-11-21")]
    : before;
  if (!read || problems.some(({ severity }) => severity === "error")) throw new UserError(problems);
  const evaluation = evaluate(compile(questionnaire), read.assessment, { runnerUp: false });
  for (const render of Object.values(formats)) render(createView(questionnaire, words), evaluation);
  return "read";
}

function readQuestionnaire(bytes: Buffer): End {
  const { questionnaire } = loadQuestionnaire(readDocument("fuzz.yaml", held(bytes)));
  const empty = { questionnaire: questionnaire.id, version: questionnaire.version, organization: "" };
  evaluate(compile(questionnaire), empty);
  return "read";
}

function ends(read: () => End): End {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.problems.length === 0) throw new Error("refused without a problem");
    printProblems(problemWords, error.problems);
    return "refused";
  }
}

async function throughProgram(args: string[]): Promise<End> {
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const code = await main(args, { stdout: output, stderr: output, env: {} }, "0.0.0");
  if (![0, 1, 2, 130].includes(code)) throw new Error(`exit ${code} of ${JSON.stringify(args)}\n${said.join("")}`);
  return code === 2 ? "refused" : "read";
}

const counts: Record<string, Record<End, number>> = {};
const failures: string[] = [];
let slowest = { cpu: 0, number: 0 };

for (let number = share; number < inputs; number += shares) {
  const tape = tapeOf(number);
  const base = tape.pick(bases);
  const way = tape.below(100);
  const kind = way < throughMain.args ? "args" : tape.pick(kinds);
  const name = way >= throughMain.args && way < throughMain.args + throughMain.files ? `${kind}, by command` : kind;
  writeSync(1, `${number} ${name}\n`);
  const before = process.cpuUsage();
  let bytes: Buffer = Buffer.alloc(0);
  try {
    let end: End;
    if (kind === "args") end = await throughProgram(argumentsOf(tape));
    else {
      bytes = inputOf(tape, kind, base);
      if (name === kind) {
        const read = base.kind === "questionnaire" ? readQuestionnaire : readAssessment;
        end = ends(() => read(bytes, questionnaires.get(base.of)!));
      } else {
        writeFileSync("of.yaml", base.of);
        writeFileSync("fuzz.yaml", bytes);
        const command = tape.pick(
          base.kind === "questionnaire" ? ["check", "show"] : ["check", "score", "report", "explain"],
        );
        const own = base.kind === "questionnaire" ? [] : ["-q", "of.yaml"];
        end = await throughProgram([command, "fuzz.yaml", ...own]);
      }
    }
    counts[name] ??= { refused: 0, read: 0 };
    counts[name][end]++;
  } catch (error) {
    const kept = join(folder, `failed-${number}.yaml`);
    writeFileSync(kept, bytes);
    failures.push(`${number} ${name}: ${error instanceof Error ? error.stack : error}`);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  if (cpu > slowest.cpu) slowest = { cpu, number };
}
writeSync(1, `${JSON.stringify({ counts, failures, slowest })}\n`);
