// The bundled questionnaires as the program reads them: one JSON each, and an index to list them. A problem, even a warning, in a
// questionnaire or one of its examples fails the build.
import { readdirSync } from "node:fs";
import { checkAssessment } from "../assessment/check.ts";
import { loadAssessment } from "../assessment/load.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { compile } from "../evaluate/program.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { UserError } from "../problem.ts";
import type { CatalogEntry } from "../questionnaire/catalog.ts";
import { loadQuestionnaire } from "../questionnaire/load.ts";
import { criteriaOf } from "../questionnaire/outline.ts";

/** File contents by name, from folders that hold a questionnaire and its examples. */
export function buildCatalog(ids: string[], folderOf: (id: string) => string): Record<string, string> {
  const files: Record<string, string> = {};
  const entries = ids.map(id => {
    const folder = folderOf(id);
    const { questionnaire, warnings } = loadQuestionnaire(`${folder}/questionnaire.yaml`);
    if (warnings.length > 0) throw new UserError(warnings);
    if (questionnaire.id !== id) throw new Error(`${folder} holds the questionnaire ${questionnaire.id}`);
    files[id] = JSON.stringify(questionnaire);
    const entry: CatalogEntry = {
      id,
      title: questionnaire.title,
      version: questionnaire.version,
      summary: questionnaire.summary,
      criteria: criteriaOf(questionnaire).length,
      facts: questionnaire.facts?.length ?? 0,
      minutes: questionnaire.minutes?.respondent ?? null,
      workshop: questionnaire.minutes?.workshop ?? null,
      roles: questionnaire.roles.filter(({ outside }) => !outside).map(({ title }) => title),
      outside: questionnaire.roles.filter(({ outside }) => outside).map(({ title }) => title),
      origin: questionnaire.origin ?? null,
      examples: examplesOf(questionnaire, `${folder}/examples`),
    };
    return { entry, place: questionnaire.place ?? Number.POSITIVE_INFINITY };
  });
  entries.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return { ...files, index: JSON.stringify(entries.map(({ entry }) => entry)) };
}

/** The names of the examples, the least advanced organisation first: there is most to see in its report. */
function examplesOf(questionnaire: Questionnaire, folder: string): string[] {
  const program = compile(questionnaire);
  const phases = (questionnaire.phases ?? []).map(({ id }) => id);
  const examples = readdirSync(folder).map(file => {
    const { assessment, document } = loadAssessment(`${folder}/${file}`);
    const problems = checkAssessment(assessment, document, questionnaire);
    if (problems.length > 0) throw new UserError(problems);
    return {
      name: file.replace(/\.yaml$/, ""),
      phase: phases.indexOf(evaluate(program, assessment).verdict.phase ?? ""),
    };
  });
  return examples.sort((a, b) => a.phase - b.phase || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}
