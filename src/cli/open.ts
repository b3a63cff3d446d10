// From the names on a command line to data: which questionnaire, which assessment. Problems are collected and thrown together.
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { checkAssessment } from "../assessment/check.ts";
import { loadDraft, parseAssessment } from "../assessment/load.ts";
import { type Document, readDocument } from "../document.ts";
import { isThere, thisRun } from "../files.ts";
import { type Assessment, isPath } from "../model/assessment.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { nearest } from "../nearest.ts";
import { type Place, type Problem, problem, UserError } from "../problem.ts";
import { bundled, catalog, examplePath } from "../questionnaire/catalog.ts";

export interface Opened {
  file: string;
  assessment: Assessment;
  questionnaire: Questionnaire;
  warnings: Problem[];
}

/** Reads each file once in a run, whoever asks for it; another run may find it changed. */
function onceInARun<Made>(read: (file: string) => Made): (file: string) => Made {
  const runs = new WeakMap<object, Map<string, Made>>();
  return file => {
    const run = thisRun();
    const known = runs.get(run) ?? new Map<string, Made>();
    runs.set(run, known);
    const path = resolve(file);
    const made = known.get(path) ?? read(file);
    known.set(path, made);
    return made;
  };
}

export const openDocument = onceInARun(readDocument);

/** A questionnaire of a file, with what there is to remark on it. */
export const loadedQuestionnaire = onceInARun(async (file: string) => {
  // The validator of questionnaires is large, and the bundled ones were checked when the package was built.
  const { loadQuestionnaire } = await import("../questionnaire/load.ts");
  return loadQuestionnaire(openDocument(file));
});

/** A bundled questionnaire by its id, or one from a file. */
export async function openQuestionnaire(name: string): Promise<Questionnaire> {
  const found = bundled(name);
  if (found) return found;
  if (!/[./\\]/.test(name)) throw unknownQuestionnaire(name, null);
  return (await loadedQuestionnaire(name)).questionnaire;
}

const endings = [".yaml", ".yml", ".json"];

/** The one that an assessment names: by a path from its folder, by the id of a bundled one, by the id of one in a file beside it. */
async function namedQuestionnaire(named: string, { file, place }: Document): Promise<Questionnaire> {
  const here = place(["questionnaire"]);
  const folder = dirname(file);
  const open = async (path: string) => (await loadedQuestionnaire(path)).questionnaire;
  if (isPath(named)) {
    const path = isAbsolute(named) ? named : join(folder, named);
    if (!isThere(path)) throw new UserError([problem("questionnaire-missing", here, { path })]);
    return open(path);
  }
  if (catalog().some(({ id }) => id === named)) return openQuestionnaire(named);
  const beside = endings.map(ending => join(folder, `${named}${ending}`));
  const misfits: string[] = [];
  for (const path of beside.filter(one => isThere(one) && resolve(one) !== resolve(file))) {
    const questionnaire = await open(path);
    if (questionnaire.id === named) return questionnaire;
    misfits.push(path);
  }
  throw unknownQuestionnaire(named, here, misfits);
}

function unknownQuestionnaire(id: string, place: Place | null, misfits: string[] = []): UserError {
  const known = catalog().map(entry => entry.id);
  return new UserError([
    problem("questionnaire-unknown", place, { id, suggestion: nearest(id, known), known, misfits }),
  ]);
}

/** How an assessment names the questionnaire that was asked for: a file by its path from the folder of the assessment. */
export function rememberedAs(file: string, { id }: Questionnaire, wanted: string | undefined): string {
  if (wanted === undefined || catalog().some(entry => entry.id === wanted)) return id;
  const path = relative(dirname(resolve(file)), resolve(wanted))
    .split(sep)
    .join("/");
  return path.startsWith("../") || isAbsolute(path) ? path : `./${path}`;
}

/**
 * An assessment, from a file or what was read of it, and the questionnaire it names or the one asked for;
 * `today` where days to come are to be told, too.
 */
export async function openAssessment(
  source: string | Document,
  wanted?: string,
  today: string | null = null,
): Promise<Opened> {
  const { read, problems: before } = loadDraft(source);
  if (!read) throw new UserError(before);
  const { assessment, document } = read;
  const questionnaire = await (wanted === undefined
    ? namedQuestionnaire(assessment.questionnaire, document)
    : openQuestionnaire(wanted)
  ).catch(error => {
    throw error instanceof UserError ? new UserError([...before, ...error.problems]) : error;
  });
  const problems = [...before, ...checkAssessment(assessment, document, questionnaire, today)];
  if (problems.some(({ severity }) => severity === "error")) throw new UserError(problems);
  return { file: document.file, assessment, questionnaire, warnings: problems };
}

/** The assessment in a text that somebody else wrote meanwhile; null where it has an error. */
export function readAssessment(text: string, file: string, questionnaire: Questionnaire): Assessment | null {
  try {
    const { assessment, document } = parseAssessment(text, file);
    const problems = checkAssessment(assessment, document, questionnaire);
    return problems.some(({ severity }) => severity === "error") ? null : assessment;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** What files a command names: the example it asks for, then those of its own. */
export function filesOf(own: (string | undefined)[], { example, questionnaire }: AskedFor): string[] {
  const named = own.filter(file => file !== undefined);
  const files = example === undefined ? named : [openExample(example, questionnaire), ...named];
  if (files.length === 0) throw new UserError([problem("usage", null, { message: "No file is named." })]);
  return files;
}

interface AskedFor {
  example?: string | true;
  questionnaire?: string;
}

/** The same, for a command that works on one. */
export function oneFile(own: (string | undefined)[], asked: AskedFor = {}): string {
  const [file, more] = filesOf(own, asked);
  if (more === undefined) return file!;
  throw new UserError([problem("usage", null, { message: `One file too many is named: ${more}` })]);
}

/** The file of a bundled example; the first one without a name. */
function openExample(name: string | true, questionnaire?: string): string {
  const entries = catalog().filter(({ id }) => questionnaire === undefined || id === questionnaire);
  if (entries.length === 0) throw unknownQuestionnaire(String(questionnaire), null);
  const owner = entries.find(({ examples }) => examples.length > 0 && (name === true || examples.includes(name)));
  if (owner) return examplePath(owner.id, name === true ? owner.examples[0]! : name);
  const known = entries.flatMap(({ examples }) => examples);
  const value = String(name);
  throw new UserError([
    problem("option-value", null, { option: "--example", value, known, suggestion: nearest(value, known) }),
  ]);
}
