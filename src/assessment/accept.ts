// A document as an assessment. In: the document and the schema's validator. Out: the assessment in its long form, or every problem
// that can be told without its questionnaire; `checkAssessment` does the rest, once that is known.
import type { ValidateFunction } from "ajv";
import type { Document, Path } from "../document.ts";
import { type Found, found, located } from "../found.ts";
import { type Assessment, longForm, type Written } from "../model/assessment.ts";
import { UserError } from "../problem.ts";
import { schemaProblems } from "../validate.ts";

export interface LoadedAssessment {
  assessment: Assessment;
  document: Document;
}

export function acceptAssessment(document: Document, validate: ValidateFunction): LoadedAssessment {
  const misshapen = schemaProblems(validate, document, "assessment");
  if (misshapen.length > 0) throw new UserError(misshapen);
  const { $schema: _, ...written } = document.value as Written & { $schema?: string };
  const problems = located(shorthandProblems(written), document);
  if (problems.length > 0) throw new UserError(problems);
  // A name that nobody gave yet is open, not missing.
  return { assessment: longForm({ ...written, organization: written.organization ?? "" }), document };
}

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
