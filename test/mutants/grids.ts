// Mutants of grids: what a row counts as, at which rows a check holds, what is said of it.
import { type Mutant, rules } from "./mutant.ts";

const grid = (mutant: Omit<Mutant, "file" | "tests">, file = "evaluate/grids.ts"): Mutant => ({
  ...mutant,
  file,
  tests: rules("grids"),
});

export const grids: Mutant[] = [
  grid({
    name: "first-filling-counts",
    why: "Where people differ, only what every filling shows is certain.",
    find: "return others.every(other => other === first) ? first : OPEN;",
    replace: "return first;",
  }),
  grid({
    name: "unfilled-row-is-empty",
    why: "A row that nobody filled may still be anything, and is never a finding.",
    find: "const [first = OPEN, ...others] = fillings.map(truth);",
    replace: "const [first = truth({}), ...others] = fillings.map(truth);",
  }),
  grid({
    name: "outside-fills-in",
    why: "A voice from outside does not count in a row.",
    find: "answers.filter(({ outside }) => !outside).map(({ cells }) => cells)",
    replace: "answers.map(({ cells }) => cells)",
  }),
  grid({
    name: "one-of-several-holders",
    why: "The hint speaks of rows with exactly one holder.",
    find: "if (holder === undefined || another !== undefined) return FAILS;",
    replace: "if (holder === undefined) return FAILS;",
  }),
  grid({
    name: "hint-is-certain",
    why: "What rows filled later may disprove is open where something is decided.",
    find: 'checkAt(filled, check, row, "open")',
    replace: 'checkAt(filled, check, row, "ignored")',
  }),
  grid({
    name: "disputed-part-is-none",
    why: "A party that may have a part elsewhere is not said to have none.",
    find: "negate(Math.max(FAILS, ...parts) as Truth)",
    replace: "decided(!parts.includes(HOLDS))",
  }),
  grid(
    {
      name: "every-row-is-asked",
      why: "A check is asked of its rows and sections only.",
      find: "(named?.includes(id) ?? true) && (sections?.includes(section) ?? true)",
      replace: "true",
    },
    "questionnaire/outline.ts",
  ),
  grid(
    {
      name: "above-is-at-least",
      why: "Above excludes its bound.",
      find: "n > above &&",
      replace: "n >= above &&",
    },
    "questionnaire/outline.ts",
  ),
  grid(
    {
      name: "all-columns-count",
      why: "Cells are counted within the columns of a check.",
      find: "columns.filter(({ id }) => named?.includes(id) ?? true)",
      replace: "columns.filter(() => named || true)",
    },
    "questionnaire/outline.ts",
  ),
  grid(
    {
      name: "hint-waits-for-all-rows",
      why: "The hint reads the rows filled so far.",
      find: 'checkAt(filled, check, row, "ignored")',
      replace: 'checkAt(filled, check, row, "open")',
    },
    "evaluate/views/grids.ts",
  ),
  grid(
    {
      name: "columns-of-the-first",
      why: "A finding names the parties that every filling shows.",
      find: "named.reduce((some, others) => some.filter(id => others.includes(id)))",
      replace: "named[0]!",
    },
    "evaluate/views/grids.ts",
  ),
  grid({
    name: "any-mark-of-several-rows",
    why: "The number of rows a measure counts grows with the open ones.",
    find: "truths.filter(truth => truth !== FAILS).length];",
    replace: "truths.filter(truth => truth === HOLDS).length];",
  }),
];
