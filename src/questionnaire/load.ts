// A questionnaire from a file, by the schema's validator that the build made.
import { validate } from "#validators/questionnaire";
import { readDocument } from "../document.ts";
import { acceptQuestionnaire, type LoadedQuestionnaire } from "./accept.ts";

export function loadQuestionnaire(file: string): LoadedQuestionnaire {
  return acceptQuestionnaire(readDocument(file), validate);
}
