// Mutants of the search for witnesses: what it may give up, what it may call dead, what it runs again.
import { type Mutant, rules } from "./mutant.ts";

const tests = rules("reach");

export const reach: Mutant[] = [
  {
    name: "open-branch-given-up",
    why: "A branch is given up only where no completion of it can succeed.",
    file: "reach/search.ts",
    find: "goal.possible(frame) === FAILS ? null",
    replace: "goal.possible(frame) < 2 ? null",
    tests,
  },
  {
    name: "cut-short-is-dead",
    why: "A search that was cut short proves nothing.",
    file: "reach/seek.ts",
    find: "if (cut) return null;",
    replace: "",
    tests,
  },
  {
    name: "sampled-number-is-dead",
    why: "Of a number that something computes with not every value is tried.",
    file: "reach/slots.ts",
    find: "complete: !computed }",
    replace: "complete: true }",
    tests,
  },
  {
    name: "options-in-order-only",
    why: "One option may be chosen without the one before it.",
    file: "reach/slots.ts",
    find: "complete ? everySet(asked) : someSets(asked)",
    replace: "[...asked].sort((a, b) => a - b).map((_, at, all) => all.slice(0, at + 1))",
    tests,
  },
  {
    name: "all-answers-shown-alike",
    why: "One answer may be shown by something and another not.",
    file: "reach/slots.ts",
    find: "return asked.length > 0 ? [both, 0] : [0];",
    replace: "return asked.length > 0 ? [both] : [0];",
    tests,
  },
  {
    name: "nobody-outside-heard",
    why: "What people outside may say is part of what is tried.",
    file: "reach/seek.ts",
    find: "if (outside !== nobody || at > 0) listen(outside);",
    replace: "",
    tests,
  },
  {
    name: "only-the-next-cell-again",
    why: "What rests on a changed cell is run again, however far.",
    file: "reach/rerun.ts",
    find: "if (runs(step) || own.has(step.cell))",
    replace: "runs(step);\n      if (own.has(step.cell))",
    tests,
  },
  {
    name: "first-hard-rule-takes-all",
    why: "No rule takes the work that the others are due.",
    file: "reach/reachability.ts",
    find: "Math.min(most / 400, most / 4 / cases.length)",
    replace: "most * 10",
    tests,
  },
];
