// What score does: opens every file, evaluates what can be, prints in the order of the files, and says what was not met.
import { evaluate } from "../evaluate/evaluate.ts";
import { compile } from "../evaluate/program.ts";
import { type Unmet, unmet } from "../evaluate/thresholds.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { type Problem, problem, UserError } from "../problem.ts";
import { catalog } from "../questionnaire/catalog.ts";
import { clean } from "../render/clean.ts";
import { hintsText } from "../render/fold.ts";
import { formats } from "../render/index.ts";
import type { View } from "../render/view.ts";
import { exitCodes } from "./exit-codes.ts";
import { commandName, type Io, widthOf } from "./io.ts";
import { filesOf, type Opened, openAssessment } from "./open.ts";
import { openOutput, type Write } from "./output.ts";
import type { ScoreOptions } from "./score.ts";
import { viewFor } from "./view.ts";

export async function runScore(io: Io, files: string[], options: ScoreOptions): Promise<number> {
  const chosen = filesOf(files, options);
  const opened: Opened[] = [];
  const problems: Problem[] = [];
  for (const file of chosen) {
    try {
      const one = await openAssessment(file, options.questionnaire);
      assertPhase(one.questionnaire, options.minPhase);
      opened.push(one);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  const write = await openOutput(io, options);
  const code = opened.length > 0 ? await print(io, opened, options, chosen.length, write) : exitCodes.done;
  if (problems.length > 0) {
    const unique = [...new Map(problems.map(one => [JSON.stringify(one), one])).values()];
    throw new UserError(unique);
  }
  return code;
}

function assertPhase(questionnaire: Questionnaire, wanted: string | undefined): void {
  const known = (questionnaire.phases ?? []).map(({ id }) => id);
  if (wanted === undefined || known.includes(wanted)) return;
  throw new UserError([
    problem("option-value", null, { option: "--min-phase", value: wanted, known, suggestion: null }),
  ]);
}

/** Prints the evaluations in the order of the files, then says on the side which thresholds are not met. */
async function print(io: Io, opened: Opened[], options: ScoreOptions, asked: number, write: Write): Promise<number> {
  const programs = new Map<Questionnaire, ReturnType<typeof compile>>();
  const results = [];
  for (const { file, assessment, questionnaire } of opened) {
    const program = programs.get(questionnaire) ?? compile(questionnaire);
    programs.set(questionnaire, program);
    const evaluation = evaluate(program, assessment, { runnerUp: asked === 1 });
    const view = await viewFor(
      io,
      questionnaire,
      options.lang,
      options.output === undefined && options.format === "text",
    );
    results.push({ file, view, evaluation, missed: unmet(questionnaire, evaluation, options) });
  }
  const { load, join } = formats[options.format];
  const render = await load();
  const texts = results.map(({ view, evaluation }) => render(view, evaluation));
  write(asked > 1 ? join(texts) : texts.join(""));
  for (const { file, view, missed } of results) {
    for (const one of missed) io.stderr.write(`${unmetText(view, file, one)}\n`);
  }
  if (options.example !== undefined) {
    const { id, examples } = catalog().find(entry => entry.id === opened[0]!.questionnaire.id)!;
    const { cli } = results[0]!.view.words;
    const shown = options.example === true ? examples[0]! : options.example;
    const other = examples[examples.indexOf(shown) + 1] ?? examples.find(one => one !== shown) ?? null;
    const again = options.example === true ? "--example" : `--example ${shown}`;
    const own = id === catalog()[0]!.id ? "" : ` -q ${id}`;
    const hints = cli.afterExample(commandName(io), { questionnaire: id, again, other, own });
    io.stderr.write(`\n${hintsText(hints, widthOf(io.stderr))}`);
  }
  return results.some(({ missed }) => missed.length > 0) ? exitCodes.unmet : exitCodes.done;
}

function unmetText({ words, titles }: View, file: string, { threshold, wanted, blockedBy, openBy }: Unmet): string {
  const named = (ids: string[]) => ids.map(id => `${id} (${titles.itemTitle(id)})`);
  return words.cli.unmet(clean(file), threshold, wanted, named(blockedBy), named(openBy));
}
