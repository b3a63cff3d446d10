// What explain does: finds what an id names, and prints the trace of it.
import { compile } from "../evaluate/program.ts";
import { type Subject, subjectsNamed, subjectsOf, verdictRef } from "../evaluate/trace/subjects.ts";
import { trace } from "../evaluate/trace/trace.ts";
import { languages } from "../locales/index.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { nearest } from "../nearest.ts";
import { problem, UserError } from "../problem.ts";
import { explainJson, explainText } from "../render/explain/index.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExplainOptions } from "./explain.ts";
import { commandName, type Io } from "./io.ts";
import { oneFile, openAssessment } from "./open.ts";
import { openOutput } from "./output.ts";
import { viewFor } from "./view.ts";

export async function runExplain(
  io: Io,
  named: string | undefined,
  subject: string | undefined,
  options: ExplainOptions,
): Promise<number> {
  // With an example there is no file to name, and the first name is the subject.
  const [file, id] = options.example === undefined ? [oneFile([named]), subject] : [oneFile([subject], options), named];
  const { questionnaire: wanted, format, output, lang } = options;
  const { assessment, questionnaire } = await openAssessment(file, wanted);
  const write = await openOutput(io, options);
  const { refs } = subjectCalled(questionnaire, id ?? verdictRef);
  const explanation = trace(compile(questionnaire), assessment, refs);
  const view = await viewFor(io, questionnaire, lang, output === undefined && format === "text");
  const command = [commandName(io), "explain", ...(wanted === undefined ? [] : ["-q", wanted]), file].join(" ");
  const text =
    format === "json"
      ? explainJson(view, explanation)
      : explainText(view, await languages[lang].explain(), explanation, command);
  write(text);
  return exitCodes.done;
}

function subjectCalled(questionnaire: Questionnaire, name: string): Subject {
  const subjects = subjectsOf(questionnaire);
  const found = subjectsNamed(subjects, name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new UserError([problem("subject-ambiguous", null, { id: name, known: found.map(one => one.names[0]!) })]);
  }
  const known = subjects.flatMap(({ id, names }) => [id, ...names]);
  const kinds = [...new Set(subjects.map(({ names }) => names[0]!.split(":")[0]!))];
  throw new UserError([problem("subject-unknown", null, { id: name, kinds, suggestion: nearest(name, known) })]);
}
