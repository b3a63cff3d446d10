// An assessment from a file, by the schema's validator that the build made.
import { validate } from "#validators/assessment";
import { parseDocument, readDocument } from "../document.ts";
import { acceptAssessment, type LoadedAssessment } from "./accept.ts";

export function loadAssessment(file: string): LoadedAssessment {
  return acceptAssessment(readDocument(file), validate);
}

export const parseAssessment = (text: string, file: string): LoadedAssessment =>
  acceptAssessment(parseDocument(text, file), validate);
