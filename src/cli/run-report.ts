// What report does: opens the assessment, evaluates it, and writes the sections asked for.
import { evaluate } from "../evaluate/evaluate.ts";
import { compile } from "../evaluate/program.ts";
import { nearest } from "../nearest.ts";
import { problem, UserError } from "../problem.ts";
import { redact } from "../render/redact.ts";
import { briefSections, renderReport, type SectionName, sectionNames } from "../render/report/index.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { oneFile, openAssessment } from "./open.ts";
import { openOutput } from "./output.ts";
import type { ReportCommandOptions } from "./report.ts";
import { viewFor } from "./view.ts";

export async function runReport(io: Io, named: string | undefined, options: ReportCommandOptions): Promise<number> {
  const sections = options.brief ? briefSections : chosen(options.sections ?? sectionNames);
  const file = oneFile([named], options);
  const { assessment, questionnaire } = await openAssessment(file, options.questionnaire);
  const write = await openOutput(io, options);
  const view = await viewFor(io, questionnaire, options.lang, false);
  const evaluation = evaluate(compile(questionnaire), assessment);
  const whole = { evaluation, cover: assessment.report };
  const shown = options.redactRespondents ? redact(view, whole) : whole;
  write(renderReport(view, shown.evaluation, { sections, cover: shown.cover }));
  return exitCodes.done;
}

function chosen(names: readonly string[]): SectionName[] {
  const isSection = (name: string): name is SectionName => sectionNames.some(known => known === name);
  const wrong = names.filter(name => !isSection(name));
  if (wrong.length === 0) return names.filter(isSection);
  throw new UserError(
    wrong.map(value =>
      problem("option-value", null, {
        option: "--sections",
        value,
        known: sectionNames,
        suggestion: nearest(value, sectionNames),
      }),
    ) as [ReturnType<typeof problem>, ...ReturnType<typeof problem>[]],
  );
}
