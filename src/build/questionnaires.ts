// The bundled questionnaires as the program reads them: one JSON each, and an index to list them.
import { readdirSync } from "node:fs";
import type { CatalogEntry } from "../questionnaire/catalog.ts";
import { criteriaOf } from "../questionnaire/outline.ts";

export async function buildCatalog(ids: string[], folderOf: (id: string) => string): Promise<Record<string, string>> {
  const { loadQuestionnaire } = await import("../questionnaire/load.ts");
  const files: Record<string, string> = {};
  const index: CatalogEntry[] = [];
  for (const id of ids) {
    const folder = folderOf(id);
    const { questionnaire, warnings } = loadQuestionnaire(`${folder}/questionnaire.yaml`);
    if (warnings.length > 0) throw new Error(`${id}: ${JSON.stringify(warnings)}`);
    if (questionnaire.id !== id) throw new Error(`${folder} holds the questionnaire ${questionnaire.id}`);
    files[id] = JSON.stringify(questionnaire);
    index.push({
      id,
      title: questionnaire.title,
      version: questionnaire.version,
      summary: questionnaire.summary,
      criteria: criteriaOf(questionnaire).length,
      minutes: questionnaire.minutes?.respondent ?? null,
      examples: readdirSync(`${folder}/examples`)
        .map(name => name.replace(/\.yaml$/, ""))
        .sort(),
    });
  }
  files.index = JSON.stringify(index);
  return files;
}
