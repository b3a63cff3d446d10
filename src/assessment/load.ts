// An assessment from a file, by the schema's validator that the build made.
import { validate } from "#validators/assessment";
import { readDocument } from "../document.ts";
import { acceptAssessment, type LoadedAssessment } from "./accept.ts";

export function loadAssessment(file: string): LoadedAssessment {
  return acceptAssessment(readDocument(file), validate);
}
