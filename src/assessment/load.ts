// An assessment from a file, by the schema's validator that the build made.
import { validate } from "#validators/assessment";
import { type Document, parseDocument, readDocument } from "../document.ts";
import { acceptAssessment, type Drafted, draftAssessment, type LoadedAssessment } from "./accept.ts";

/** From a file, or from what was read of it already. */
export function loadAssessment(source: string | Document): LoadedAssessment {
  return acceptAssessment(typeof source === "string" ? readDocument(source) : source, validate);
}

/** The same, with what is wrong with it, so that its questionnaire can tell the rest. */
export const loadDraft = (source: string | Document): Drafted =>
  draftAssessment(typeof source === "string" ? readDocument(source) : source, validate);

export const parseAssessment = (text: string, file: string): LoadedAssessment =>
  acceptAssessment(parseDocument(text, file), validate);
