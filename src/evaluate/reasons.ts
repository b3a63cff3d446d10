// Why a clause is what it is, as the leaves that decided it: gates, signals, figures, each with the three-valued state it has.
// Data only; the words are the renderers'.
import type { Condition } from "../model/condition.ts";
import type { Reason } from "../model/evaluation.ts";
import type { Clause } from "./clause.ts";
import { FAILS, type Frame, HOLDS, negate, stateName, type Truth } from "./frame.ts";

export type Mode = "logic" | "headline";

/** The parts of a node that give it its truth, with the truth each has. */
export function deciding(clause: Clause, truth: Truth, frame: Frame, mode: Mode): [Clause, Truth][] {
  const parts = clause.parts.map(part => [part, part[mode](frame)] as [Clause, Truth]);
  const { condition } = clause;
  if ("not" in condition) return parts.filter(([, part]) => part === negate(truth));
  if ("any" in condition && truth === FAILS) return parts;
  if ("all" in condition && truth === HOLDS) return parts;
  return parts.filter(([, part]) => part === truth);
}

/** The leaves that make a clause what it is now; each once. */
export function reasons(clause: Clause, frame: Frame, mode: Mode): Reason[] {
  const found = new Map<string, Reason>();
  const walk = (at: Clause, truth: Truth): void => {
    const ref = refOf(at.condition);
    if (ref !== null) found.set(ref, { ref, state: stateName(refTruth(at, frame)) });
    else for (const [part, partTruth] of deciding(at, truth, frame, mode)) walk(part, partTruth);
  };
  walk(clause, clause[mode](frame));
  return [...found.values()];
}

/** A yes/no leaf tells its three-valued state; what only the headline or the record knows tells that. */
function refTruth({ condition, headline, logic, asItIs }: Clause, frame: Frame): Truth {
  const ofHeadline = ["partner", "step", "known", "state"].some(key => key in condition);
  return ofHeadline || asItIs ? headline(frame) : logic(frame);
}

const kinds = [
  ...["criterion", "dimension", "measure", "fact", "gate", "signal", "condition"],
  ...["reached", "phase", "partner", "step", "stakeholder", "profile"],
];

/** "gate:g1", "reached:II:established", "profile:lanes:emerging"; null for a node. */
export function refOf(condition: Condition): string | null {
  const kind = kinds.find(one => one in condition);
  if (kind === undefined) return null;
  const status = "status" in condition ? `:${condition.status}` : "profile" in condition ? `:${condition.is}` : "";
  return `${kind}:${(condition as unknown as Record<string, string>)[kind]}${status}`;
}
