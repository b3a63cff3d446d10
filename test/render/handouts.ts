// The questionnaires that hand-outs are tested with: the bundled one and those of the fixtures.
import { fileURLToPath } from "node:url";
import { fixture } from "../support/cli.ts";

export const handoutFiles: Record<string, string> = {
  "manufacturer-cx-phases": fileURLToPath(
    new URL("../../questionnaires/manufacturer-cx-phases/questionnaire.yaml", import.meta.url),
  ),
  "mood-nine": fixture("mood-nine/questionnaire.yaml"),
  "practice-model": fixture("practice-model/questionnaire.yaml"),
};

/** Where the golden of a hand-out lies, below test/golden. */
export const handoutGolden = (name: string): string => `handout/${name}.md`;
