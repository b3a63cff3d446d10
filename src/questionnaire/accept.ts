// A document as a questionnaire. In: the document and the schema's validator. Out: a questionnaire that compiles, and what `check`
// remarks on; or all its errors at once. Rule kept: past this door nobody checks again.
import type { ValidateFunction } from "ajv";
import type { Document } from "../document.ts";
import { located } from "../found.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { type Problem, UserError } from "../problem.ts";
import { restOf } from "../rest.ts";
import { schemaProblems } from "../validate.ts";
import { leadingZeros } from "../zeros.ts";
import { checkQuestionnaire } from "./check.ts";
import { restsOn } from "./rests-on.ts";

export interface LoadedQuestionnaire {
  questionnaire: Questionnaire;
  document: Document;
  warnings: Problem[];
}

export function acceptQuestionnaire(document: Document, validate: ValidateFunction): LoadedQuestionnaire {
  const misshapen = schemaProblems(validate, document, "questionnaire");
  const rest = misshapen.length === 0 ? document : restOf(document, validate, misshapen, restsOn);
  const problems = rest
    ? located([...checkQuestionnaire(rest.value as Questionnaire), ...leadingZeros(rest)], rest)
    : [];
  const errors = [...misshapen, ...problems.filter(({ severity }) => severity === "error")];
  if (errors.length > 0) throw new UserError(errors);
  return { questionnaire: document.value as Questionnaire, document, warnings: problems };
}
