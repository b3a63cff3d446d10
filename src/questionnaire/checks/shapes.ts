// Which keys stand together, where the schema only knows each key by itself: conditions, measures, facts, criteria.
import type { Path } from "../../document.ts";
import { type Findings, type Found, found } from "../../found.ts";
import { comparators, leafHeads, leafRows, leafTests, nodes, operators } from "../../model/condition.ts";
import type { Fact, Questionnaire } from "../../model/questionnaire.ts";
import { conditionNodes, expressions, type LooseCondition } from "../walk.ts";

export function* shapes(questionnaire: Questionnaire): Findings {
  for (const { condition, path } of conditionNodes(questionnaire)) yield* conditionShape(condition, path);
  for (const { expression, path, top } of expressions(questionnaire)) yield* expressionShape(expression, path, top);
  for (const [i, fact] of (questionnaire.facts ?? []).entries()) yield* factShape(fact, ["facts", i]);
  for (const [d, { criteria }] of questionnaire.dimensions.entries()) {
    for (const [c, criterion] of criteria.entries()) {
      yield* exactlyOne(criterion, ["levels", "scale", "options"], ["dimensions", d, "criteria", c]);
    }
  }
  for (const [i, cap] of (questionnaire.caps ?? []).entries()) {
    if (!cap.criteria && !cap.measures) yield found(["caps", i], "keys-needed", { keys: ["criteria", "measures"] });
  }
  for (const key of ["recommendations", "warnings"] as const) {
    for (const [i, { about }] of (questionnaire[key] ?? []).entries()) {
      for (const [a, part] of (about ?? []).entries()) {
        yield* exactlyOne(part, ["dimension", "criterion"], [key, i, "about", a]);
      }
    }
  }
}

/** The keys that may stand beside the one that says what a condition is about, and those that have to. */
const besides = new Map<string, { known: readonly string[]; needed: readonly string[] }>([
  ...Object.entries(nodes).map(([head, known]) => [head, { known, needed: known }] as const),
  ...leafHeads.map(head => {
    const keys = leafRows.flatMap(([, row]) => (row.head === head ? Object.entries(row.keys) : []));
    const needed = keys.filter(([, key]) => key.needed);
    return [head, { known: keys.map(([key]) => key), needed: needed.map(([key]) => key) }] as const;
  }),
]);

function* conditionShape(condition: LooseCondition, path: Path): Findings {
  const heads = [...besides.keys()];
  yield* exactlyOne(condition, heads, path);
  const [head, another] = heads.filter(key => key in condition);
  if (head === undefined || another !== undefined) return;
  const { known, needed } = besides.get(head)!;
  yield* strays(condition, [head, ...known], head, path);
  for (const key of needed) if (!(key in condition)) yield found(path, "schema-missing-key", { key });
  const comparator = comparators.find(key => key in condition);
  const tests = leafTests.filter(key => key in condition);
  if (tests.length > 0 && comparator) tests.push(comparator);
  if (tests.length > 1) yield found(path, "keys-exclusive", { keys: tests });
}

/** What a member that names a figure in more words has beside it. */
const memberWords: Record<string, string> = { criterion: "voice", dimension: "as", grid: "check" };
const shaping = ["weights", "missing", "round", "digits", "clamp"];

function* expressionShape(expression: object, path: Path, top: boolean): Findings {
  if (top) return yield* exactlyOne(expression, operators, path);
  const heads = [...operators, ...Object.keys(memberWords)];
  yield* exactlyOne(expression, heads, path);
  const [head, another] = heads.filter(key => key in expression);
  if (head === undefined || another !== undefined) return;
  const word = memberWords[head];
  yield* strays(expression, word ? [head, word] : [head, ...shaping], head, path);
  if (word && !(word in expression)) yield found(path, "schema-missing-key", { key: word });
}

const factKeys: Record<Fact["type"], readonly string[]> = {
  number: ["unit", "min", "max", "above", "whole"],
  choice: ["choices"],
  text: [],
};

function* factShape(fact: Fact, path: Path): Findings {
  const own = factKeys[fact.type];
  const others = Object.values(factKeys)
    .flat()
    .filter(key => key in fact && !own.includes(key));
  for (const key of others) yield stray(key, `type: ${fact.type}`, path);
  if (fact.type === "choice" && !("choices" in fact)) yield found(path, "schema-missing-key", { key: "choices" });
}

function* exactlyOne(part: object, keys: readonly string[], path: Path): Findings {
  const present = Object.keys(part).filter(key => keys.includes(key));
  if (present.length === 0) yield found(path, "keys-needed", { keys: [...keys] });
  if (present.length > 1) yield found([...path, present[1]!], "keys-exclusive", { keys: present }, "key");
}

function* strays(part: object, known: readonly string[], beside: string, path: Path): Findings {
  for (const key of Object.keys(part)) if (!known.includes(key)) yield stray(key, beside, path);
}

function stray(key: string, beside: string, path: Path): Found {
  return found([...path, key], "key-out-of-place", { key, beside }, "key");
}
