// Mutants of what questionnaires may choose: weights that answers move, caps on measures, the profile, N/A that counts, the record.
import { type Mutant, rules } from "./mutant.ts";

const figures: Mutant[] = [
  {
    name: "open-weight-stays-low",
    why: "An open weight may be as high as its measure.",
    file: "calculate/weights.ts",
    find: "hi[at] = absent === ABSENT ? 0 : Math.max(0, sheet.hi[cell]!);",
    replace: "hi[at] = absent === ABSENT ? 0 : Math.max(0, sheet.lo[cell]!);",
    tests: rules("weights"),
  },
  {
    name: "negative-weight-counts",
    why: "A weight below 0 weighs nothing.",
    file: "calculate/weights.ts",
    find: "now[at] = absent === ABSENT ? 0 : Math.max(0, sheet.value[cell]!);",
    replace: "now[at] = absent === ABSENT ? 0 : sheet.value[cell]!;",
    tests: rules("weights"),
  },
  {
    name: "weights-at-one-end",
    why: "High weights on one side of the mean and low ones on the other push it furthest.",
    file: "calculate/group.ts",
    find: "const candidates = figures.flatMap((figure, i) =>",
    replace: "const candidates = figures.flatMap((figure, i) => i > 0 ? [] :",
    tests: rules("weights"),
  },
  {
    name: "cap-on-measure-ignored",
    why: "A cap lowers the figure that counts.",
    file: "evaluate/measures.ts",
    find: "hi = Math.min(hi, limit.atMost);",
    replace: "hi = Math.max(hi, lo);",
    tests: rules("caps-and-visibility"),
  },
  {
    name: "open-cap-on-measure-ignored",
    why: "While a cap is open, both figures are possible.",
    file: "evaluate/measures.ts",
    find: "if (frame.truth[limit.cell] !== FAILS) lo",
    replace: "if (frame.truth[limit.cell] === HOLDS) lo",
    tests: rules("caps-and-visibility"),
  },
  {
    name: "every-cap-binds",
    why: "Only the caps that lower a figure are named.",
    file: "evaluate/views/measures.ts",
    find: "atMost < figure &&",
    replace: "",
    tests: rules("caps-and-visibility"),
  },
];

const states: Mutant[] = [
  {
    name: "any-state-that-holds",
    why: "A part has a state only if the better ones certainly fail.",
    file: "evaluate/rules.ts",
    find: "{ all: [own, { not: { any: [...better] } }] }",
    replace: "own",
    tests: rules("profile"),
  },
  {
    name: "lowest-must-be-alone",
    why: "Several may be the lowest.",
    file: "calculate/comparison.ts",
    find: "sheet.lo[other]! >= sheet.hi[cell]!",
    replace: "sheet.lo[other]! > sheet.hi[cell]!",
    tests: rules("profile"),
  },
  {
    name: "missing-is-lowest",
    why: "What is missing is not lower than anything.",
    file: "calculate/comparison.ts",
    find: "if (absent === PRESENT && sheet.hi[other]!",
    replace: "if (sheet.hi[other]!",
    tests: rules("profile"),
  },
];

const absences: Mutant[] = [
  {
    name: "na-always-leaves",
    why: "What an N/A counts is the questionnaire's choice.",
    file: "questionnaire/outline.ts",
    find: "criterion.notApplicable ?? questionnaire.notApplicable ?? ",
    replace: "",
    tests: rules("absences"),
  },
  {
    name: "criterion-has-no-say",
    why: "A criterion may choose for itself what its N/A counts.",
    file: "questionnaire/outline.ts",
    find: "criterion.notApplicable ?? questionnaire.notApplicable",
    replace: "questionnaire.notApplicable ?? criterion.notApplicable",
    tests: rules("absences"),
  },
  {
    name: "target-above-the-top",
    why: "No N/A counts more than the highest level.",
    file: "questionnaire/outline.ts",
    find: "Math.min(targetOf(questionnaire), top)",
    replace: "targetOf(questionnaire)",
    tests: rules("absences"),
  },
  {
    name: "record-keeps-unknowns",
    why: "In the record an unknown is a blank.",
    file: "evaluate/recorded.ts",
    find: "state === UNKNOWN || state === UNANSWERED",
    replace: "state === UNANSWERED",
    tests: rules("absences"),
  },
  {
    name: "blanks-ignored",
    why: "A figure with `blanks: missing` speaks of the record.",
    file: "evaluate/measures.ts",
    find: 'measure.blanks === "missing"',
    replace: "false",
    tests: rules("absences"),
  },
  {
    name: "about-without-asking",
    why: "Advice is about what holds.",
    file: "evaluate/views/rules.ts",
    find: "part.when === undefined || holds(part.when)",
    replace: "true",
    tests: rules("conditions"),
  },
  {
    name: "own-groups-ignored",
    why: "Without groups of a step, the questionnaire's own are the work.",
    file: "questionnaire/outline.ts",
    find: "(roadmap?.groups ?? [])",
    replace: "[]",
    tests: rules("roadmap"),
  },
];

export const additions: Mutant[] = [...figures, ...states, ...absences];
