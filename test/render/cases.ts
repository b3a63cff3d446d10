// The assessments of the goldens: the three examples, answers half given and hardly given, and a hostile one.
import type { Assessment } from "../../src/model/assessment.ts";
import { example } from "../support/flagship.ts";
import { formats } from "../support/formats.ts";
import { hostile } from "./hostile.ts";

/** Two of the six people of Valbruna, and half of the facts. */
const half = (): Assessment => {
  const whole = example("valbruna-pumps");
  return {
    ...whole,
    facts: Object.fromEntries(Object.entries(whole.facts ?? {}).slice(0, 5)),
    responses: (whole.responses ?? []).slice(0, 2),
  };
};

const almostEmpty = (): Assessment => ({
  questionnaire: "manufacturer-cx-phases",
  version: "1.0.0",
  organization: "Ambrosia Seals",
  responses: [{ respondent: "Someone", role: "it", answers: { "of-rules": 2, "pa-atp": "unknown" } }],
});

export const cases: Record<string, () => Assessment> = {
  "valbruna-pumps": () => example("valbruna-pumps"),
  "nordlicht-fasteners": () => example("nordlicht-fasteners"),
  "kurogane-bearings": () => example("kurogane-bearings"),
  half,
  "almost-empty": almostEmpty,
  hostile,
};

const endings: Record<string, string> = { text: "txt", markdown: "md" };

/** Where the golden of a case in a format lies, below test/golden. */
export const goldenName = (name: string, format: string): string => `render/${name}.${endings[format] ?? format}`;

/** What a person reads, and of JSON which keys it has. */
export const goldenNames = (): string[] => [
  ...Object.keys(formats)
    .filter(format => format !== "json")
    .flatMap(format => Object.keys(cases).map(name => goldenName(name, format))),
  outlineName,
];

export const outlineName = "render/json-outline.txt";
