// Why a clause is what it is, as the leaves that decided it: gates, signals, figures, each with the three-valued state it has.
// Data only; the words are the renderers'.
import { FAILS, HOLDS, negate, type Truth } from "../calculate/truth.ts";
import { rowOf } from "../model/condition.ts";
import type { Reason } from "../model/evaluation.ts";
import type { Clause } from "./clause.ts";
import { type Frame, stateName } from "./frame.ts";

export type ReadingMode = "logic" | "headline";

/** The parts of a node that give it its truth, with the truth each has. */
export function deciding(clause: Clause, truth: Truth, frame: Frame, mode: ReadingMode): [Clause, Truth][] {
  const parts = clause.parts.map(part => [part, part[mode](frame)] as [Clause, Truth]);
  const { condition } = clause;
  if ("not" in condition) return parts.filter(([, part]) => part === negate(truth));
  if ("any" in condition && truth === FAILS) return parts;
  if ("all" in condition && truth === HOLDS) return parts;
  return parts.filter(([, part]) => part === truth);
}

/** The leaves that make a clause what it is now; each once. */
export function reasons(clause: Clause, frame: Frame, mode: ReadingMode): Reason[] {
  const found = new Map<string, Reason>();
  const walk = (at: Clause, truth: Truth): void => {
    if (at.leaf) found.set(at.leaf.ref, { ref: at.leaf.ref, state: stateName(leafTruth(at, frame)) });
    else for (const [part, partTruth] of deciding(at, truth, frame, mode)) walk(part, partTruth);
  };
  walk(clause, clause[mode](frame));
  return [...found.values()];
}

/** A yes/no leaf tells its three-valued state; what only the headline or the record knows tells that. */
const leafTruth = ({ leaf, headline, logic, asItIs }: Clause, frame: Frame): Truth =>
  asItIs || rowOf(leaf!.kind).asItIs ? headline(frame) : logic(frame);
