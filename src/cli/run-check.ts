// What check does: reads each file as what it is, collects its problems, and for a questionnaire seeks a witness of every rule.
import { type Document, readDocument } from "../document.ts";
import { createEvaluator } from "../evaluate/evaluate.ts";
import { type Reach, reachability } from "../evaluate/reach.ts";
import { words } from "../locales/en/words.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { type Problem, problem, UserError, warning } from "../problem.ts";
import { clean } from "../render/clean.ts";
import { printJson } from "../render/json.ts";
import type { CheckOptions } from "./check.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, todayOf } from "./io.ts";
import { openAssessment } from "./open.ts";
import { printProblems, say, sorted } from "./report-problems.ts";
import { styleFor } from "./view.ts";

interface Checked {
  file: string;
  problems: Problem[];
  reach: Reach[];
}

export async function runCheck(io: Io, files: string[], options: CheckOptions): Promise<number> {
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkFile(file, todayOf(io), options.questionnaire));
  if (options.format === "json") printResults(io, checked);
  else await printText(io, checked, options.witnesses ?? false);
  const wrong = checked.some(({ problems }) => problems.some(({ severity }) => severity === "error"));
  return wrong ? exitCodes.cannot : exitCodes.done;
}

async function checkFile(file: string, today: string, wanted?: string): Promise<Checked> {
  try {
    const { value } = readDocument(file);
    const isAssessment = typeof value === "object" && value !== null && "questionnaire" in value;
    if (isAssessment) {
      const { warnings } = await openAssessment(file, wanted, today);
      return { file, problems: warnings, reach: [] };
    }
    // Late, as in `open.ts`: the validator of questionnaires is large.
    const { loadQuestionnaire } = await import("../questionnaire/load.ts");
    const { questionnaire, document, warnings } = loadQuestionnaire(file);
    const reach = reachability(createEvaluator(questionnaire));
    return { file, problems: [...warnings, ...unreachable(reach, questionnaire, document)], reach };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file, problems: [...error.problems], reach: [] };
  }
}

/** A rule that nothing makes true is an error when that is proven, a warning when only nothing was found. */
function unreachable(reach: Reach[], questionnaire: Questionnaire, document: Document): Problem[] {
  return reach.flatMap(one => {
    const place = document.place(pathOf(one.rule, questionnaire));
    if (one.outcome === "dead") return [problem("rule-dead", place, { rule: one.rule, because: one.because })];
    if (one.outcome === "no-witness")
      return [warning("rule-without-witness", place, { rule: one.rule, tried: one.tried })];
    return [];
  });
}

/** Where a rule stands in the file: "step:prove" is in the list of steps. */
function pathOf(rule: string, questionnaire: Questionnaire): (string | number)[] {
  const [kind = "", id = "", state = ""] = rule.split(":");
  if (kind === "partner-action") return ["partners", "actions", Number(id) - 1];
  if (kind === "note") return [];
  if (kind === "profile") {
    const { parts = [] } = questionnaire.profile ?? {};
    return ["profile", "parts", parts.findIndex(part => part.dimension === id), "when", state];
  }
  const list = `${kind}s` as "phases" | "steps" | "gates" | "signals" | "caps" | "warnings" | "recommendations";
  return [list, (questionnaire[list] ?? []).findIndex(one => one.id === id)];
}

async function printText(io: Io, checked: Checked[], witnesses: boolean): Promise<void> {
  const style = await styleFor(io.stdout, io.env);
  for (const { file, problems, reach } of checked) {
    if (problems.length > 0) io.stdout.write(printProblems(problems, style, Boolean(io.stdout.isTTY)));
    const found = reach.filter(({ outcome }) => outcome === "witness").length;
    io.stdout.write(`${words.cli.checked(clean(file), problems.length, found, reach.length)}\n`);
    for (const one of witnesses ? reach : []) {
      const shown =
        one.outcome === "witness"
          ? JSON.stringify({ ...one.witness.facts, ...one.witness.answers, ...one.witness.grids })
          : one.outcome;
      io.stdout.write(`  ${one.rule}  ${shown}\n`);
    }
  }
}

function printResults(io: Io, checked: Checked[]): void {
  const results = checked.map(({ file, problems, reach }) => ({
    file,
    problems: sorted(problems).map(one => ({ ...one, ...say(one as Parameters<typeof say>[0]) })),
    reach,
  }));
  io.stdout.write(printJson(results));
}
