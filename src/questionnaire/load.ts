// A questionnaire from a file, by the schema's validator that the build made.
import { validate } from "#validators/questionnaire";
import { type Document, readDocument } from "../document.ts";
import { acceptQuestionnaire, type LoadedQuestionnaire } from "./accept.ts";

/** From a file, or from what was read of it already. */
export function loadQuestionnaire(source: string | Document): LoadedQuestionnaire {
  return acceptQuestionnaire(typeof source === "string" ? readDocument(source) : source, validate);
}
