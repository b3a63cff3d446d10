// Lists of names: none stands there twice, and what is to be the lowest of some is one of them.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import type { Advice, Questionnaire } from "../../model/questionnaire.ts";
import type { Kind } from "../../problem.ts";
import { conditionNodes } from "../walk.ts";

export function* lists(questionnaire: Questionnaire): Findings {
  for (const { condition, path } of conditionNodes(questionnaire)) {
    const { dimension, measure, lowestOf } = condition;
    const [kind, id] = dimension === undefined ? (["measure", measure] as const) : (["dimension", dimension] as const);
    if (!lowestOf || id === undefined) continue;
    if (!lowestOf.includes(id)) yield found([...path, "lowestOf"], "lowest-without-itself", { kind, id });
    yield* listedTwice(kind, lowestOf, i => [...path, "lowestOf", i]);
  }
  for (const [i, { criteria, measures }] of (questionnaire.caps ?? []).entries()) {
    yield* listedTwice("criterion", criteria ?? [], c => ["caps", i, "criteria", c]);
    yield* listedTwice("measure", measures ?? [], m => ["caps", i, "measures", m]);
  }
  yield* abouts(questionnaire.recommendations, "recommendations");
  yield* abouts(questionnaire.warnings, "warnings");
}

function* abouts(list: Advice[] | undefined, key: string): Findings {
  for (const [i, { about = [] }] of (list ?? []).entries()) {
    for (const kind of ["dimension", "criterion"] as const) {
      const ids = about.map(part => (kind in part ? (part as Record<string, unknown>)[kind] : undefined));
      yield* listedTwice(kind, ids as (string | undefined)[], a => [key, i, "about", a, kind]);
    }
  }
}

export function* listedTwice(kind: Kind, ids: (string | undefined)[], pathOf: (at: number) => Path): Findings {
  const seen = new Set<string>();
  for (const [at, id] of ids.entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) yield found(pathOf(at), "listed-twice", { kind, id });
    seen.add(id);
  }
}
