// A document as an assessment. In: the document and the schema's validator. Out: the assessment in its long form, and every problem
// that can be told without its questionnaire; `checkAssessment` does the rest, once that is known.
import type { ValidateFunction } from "ajv";
import type { Document, Path } from "../document.ts";
import { type Found, found, located } from "../found.ts";
import { type Assessment, longForm, type Written } from "../model/assessment.ts";
import { type Problem, UserError } from "../problem.ts";
import { alone, inside, type RestsOn, restOf } from "../rest.ts";
import { schemaProblems } from "../validate.ts";

export interface LoadedAssessment {
  assessment: Assessment;
  document: Document;
}

/** What was read of a file, and what is wrong with it so far; nothing was where too little of it is well-formed. */
export interface Drafted {
  read: LoadedAssessment | null;
  problems: Problem[];
}

export function draftAssessment(document: Document, validate: ValidateFunction): Drafted {
  const misshapen = schemaProblems(validate, document, "assessment");
  const rest = misshapen.length === 0 ? document : restOf(document, validate, misshapen, restsOn);
  const { $schema: _, ...written } = (rest?.value ?? {}) as Written & { $schema?: string };
  if (!rest || written.questionnaire === undefined) return { read: null, problems: misshapen };
  const problems = [...misshapen, ...located(shorthandProblems(document.value as Written), rest)];
  // A name that nobody gave yet is open, not missing.
  const assessment = longForm({ ...written, organization: written.organization ?? "" });
  return { read: { assessment, document: rest }, problems };
}

export function acceptAssessment(document: Document, validate: ValidateFunction): LoadedAssessment {
  const { read, problems } = draftAssessment(document, validate);
  if (!read || problems.length > 0) throw new UserError(problems);
  return read;
}

/** What a problem of an assessment rests on beside its own part: little, since its questionnaire is whole. */
const restsOn: RestsOn = {
  "questionnaire-mismatch": alone,
  "version-mismatch": alone,
  "version-newer": alone,
  "unknown-id": alone,
  "keys-needed": inside,
  "keys-exclusive": alone,
  "level-not-whole": alone,
  "level-not-in-criterion": alone,
  "na-not-allowed": alone,
  "options-expected": alone,
  "level-expected": inside,
  "option-twice": alone,
  "mark-unknown": alone,
  "choice-unknown": alone,
  "fact-out-of-bounds": alone,
  "fact-type": alone,
  "schema-unquoted": alone,
  "date-impossible": alone,
  "key-out-of-place": ({ path, meant }) => path.length === 1 && meant.includes("answers"),
  // Somebody of whom the role is not known may be somebody else.
  "respondent-twice": ({ path }) => path[0] === "responses" && path.length <= 3,
};

/** The path of a response in its file, where the only one may be written at the top level. */
export function responsePath(document: Document, index: number): Path {
  return "answers" in (document.value as Written) ? [] : ["responses", index];
}

function shorthandProblems(written: Written): Found[] {
  if ("answers" in written) {
    return "responses" in written
      ? [found(["responses"], "keys-exclusive", { keys: ["answers", "responses"] }, "key")]
      : [];
  }
  const lost = ["respondent", "role", "grids"].filter(key => key in written);
  return lost.map(key => found([key], "key-out-of-place", { key, beside: "responses" }, "key"));
}
