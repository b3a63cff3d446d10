// What check does: reads each file as what it is, collects its problems, and for a questionnaire seeks a witness of every rule.
import type { Document } from "../document.ts";
import { compile } from "../evaluate/program.ts";
import { languages, usualLanguage } from "../locales/index.ts";
import { type Problem, problem, UserError, warning } from "../problem.ts";
import { type Reach, reachability } from "../reach/reachability.ts";
import type { Witness } from "../reach/witness.ts";
import { clean } from "../render/clean.ts";
import { printJson } from "../render/json.ts";
import { spelled, withoutUnseen } from "../render/unseen.ts";
import type { CheckOptions } from "./check.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, todayOf } from "./io.ts";
import { loadedQuestionnaire, openAssessment, openDocument } from "./open.ts";
import { printProblems, say, sorted } from "./report-problems.ts";
import { styleFor } from "./view.ts";

interface Checked {
  file: string;
  problems: Problem[];
  reach: Reach[];
}

export async function runCheck(io: Io, files: string[], options: CheckOptions): Promise<number> {
  const checked: Checked[] = [];
  const today = todayOf(io);
  for (const file of files) checked.push(await checkFile(file, today, options.questionnaire, files.length));
  if (options.format === "json") await printResults(io, checked);
  else await printText(io, checked, options.witnesses ?? false);
  const wrong = checked.some(({ problems }) => problems.some(({ severity }) => severity === "error"));
  return wrong ? exitCodes.cannot : exitCodes.done;
}

async function checkFile(file: string, today: string, wanted: string | undefined, files: number): Promise<Checked> {
  try {
    const document = openDocument(file);
    const { value } = document;
    const isAssessment = typeof value === "object" && value !== null && "questionnaire" in value;
    if (isAssessment) {
      const { warnings } = await openAssessment(document, wanted, today);
      return { file, problems: warnings, reach: [] };
    }
    const { questionnaire, warnings } = await loadedQuestionnaire(file);
    const reach = reachability(compile(questionnaire), Math.min(1, fully / files));
    return { file, problems: [...warnings, ...unreachable(reach, document)], reach };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file, problems: [...error.problems], reach: [] };
  }
}

/** How many questionnaires are searched as long as one alone; more of them share that. */
const fully = 4;

/** A rule that nothing makes true is an error when that is proven, a warning when only nothing was found. */
function unreachable(reach: Reach[], document: Document): Problem[] {
  return reach.flatMap(one => {
    const place = document.place(one.path);
    const { rule } = one;
    if (one.outcome === "dead")
      return [problem("rule-dead", place, { rule, because: one.because, conflict: one.conflict })];
    if (one.outcome === "no-witness") return [warning("rule-without-witness", place, { rule, tried: one.tried })];
    if (one.outcome === "not-searched") return [warning("rule-not-searched", place, { rule, tried: one.tried })];
    return [];
  });
}

async function printText(io: Io, checked: Checked[], witnesses: boolean): Promise<void> {
  const texts = languages[usualLanguage];
  const [words, problemWords] = [await texts.words(), await texts.problems()];
  const style = await styleFor(io.stdout, io.env);
  for (const { file, problems, reach } of checked) {
    if (problems.length > 0) io.stdout.write(printProblems(problemWords, problems, style, Boolean(io.stdout.isTTY)));
    const found = reach.filter(({ outcome }) => outcome === "witness").length;
    io.stdout.write(`${words.cli.checked(clean(file) || '""', problems.length, found, reach.length)}\n`);
    for (const one of witnesses ? reach : []) {
      const shown = one.outcome === "witness" ? answersOf(one.witness) : one.outcome;
      io.stdout.write(`  ${one.rule}  ${shown}\n`);
    }
  }
}

/** In one line: what is answered, and where it matters what shows it and what people outside say. */
function answersOf({ facts, answers, grids, evidence, outside }: Witness): string {
  const beside = Object.entries({ evidence, outside }).filter(([, part]) => Object.keys(part).length > 0);
  return [{ ...facts, ...answers, ...grids }, ...beside.map(([name, part]) => ({ [name]: part }))]
    .map(part => withoutUnseen(JSON.stringify(part), spelled))
    .join("  ");
}

async function printResults(io: Io, checked: Checked[]): Promise<void> {
  const words = await languages[usualLanguage].problems();
  const results = checked.map(({ file, problems, reach }) => ({
    file,
    problems: sorted(problems).map(one => ({ ...one, ...say(words, one) })),
    reach,
  }));
  io.stdout.write(printJson(results));
}
