// The questionnaires that come with the package, checked and turned into JSON when it is built.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Questionnaire } from "../model/questionnaire.ts";
import { packageRoot } from "../package.ts";

export interface CatalogEntry {
  id: string;
  title: string;
  version: string;
  summary: string;
  criteria: number;
  facts: number;
  /** For one respondent, and for a workshop with all of them: from and to. */
  minutes: [number, number] | null;
  workshop: [number, number] | null;
  /** Titles of those who answer, and of the voices from outside. */
  roles: string[];
  outside: string[];
  origin: string | null;
  /** Names of the example assessments, without ending. */
  examples: string[];
}

const built = (path: string) => readFileSync(new URL(`dist/questionnaires/${path}`, packageRoot), "utf8");

/** In the order in which they are offered: the flagship first. */
export function catalog(): readonly CatalogEntry[] {
  index ??= JSON.parse(built("index.json")) as CatalogEntry[];
  return index;
}

let index: CatalogEntry[] | undefined;

/** A bundled questionnaire, already checked; null when none has this id. */
export function bundled(id: string): Questionnaire | null {
  return catalog().some(entry => entry.id === id) ? JSON.parse(built(`${id}.json`)) : null;
}

/** The path of a bundled example assessment. */
export function examplePath(questionnaire: string, example: string): string {
  return fileURLToPath(new URL(`questionnaires/${questionnaire}/examples/${example}.yaml`, packageRoot));
}
