// Why a rule can never hold, as far as one cause can be told. In: a goal without a witness, a frame with nothing answered, and a way to
// seek whether some conditions can hold together. Out: what stands in its way; null where it is more than can be said in a line.
import { HOLDS, negate, type Truth } from "../calculate/truth.ts";
import type { Clause } from "../evaluate/clause.ts";
import { type Frame, orNull } from "../evaluate/frame.ts";
import type { Conflict } from "../model/conflict.ts";
import type { Goal } from "./goals.ts";
import type { Ground } from "./search.ts";

/** Whether conditions can hold together: never, or in this frame, or nobody knows. */
export type Together = (clauses: Clause[]) => "never" | Frame | null;

export function conflictOf({ own, rivals }: Goal, { program, frame }: Ground, together: Together): Conflict | null {
  const clauses = own.flatMap(one => (typeof one === "number" ? program.recipeOf(one).clauses : one));
  for (const clause of clauses) {
    const found = blame(clause, HOLDS, frame);
    if (found) return found;
  }
  if (rivals) {
    const { kind, list } = rivals;
    const passed = (frame: Frame) => list.find(({ holds }) => holds(frame))?.ref ?? null;
    let ref = passed(frame);
    const alone = ref === null ? together(clauses) : null;
    if (alone && alone !== "never") ref = passed(alone);
    if (ref !== null) return { kind, ref };
  }
  return clash(clauses.flatMap(partsOf), together);
}

/** What makes a condition fail, or hold, whatever is answered. */
function blame(clause: Clause, wanted: Truth, frame: Frame): Conflict | null {
  if (clause.logic(frame) !== negate(wanted)) return null;
  const { parts, condition, leaf, cell, test } = clause;
  const within = "not" in condition ? negate(wanted) : wanted;
  for (const part of parts) {
    const found = blame(part, within, frame);
    if (found) return found;
  }
  if (!leaf) return null;
  const { ref } = leaf;
  if (test && cell !== undefined)
    return { kind: "bounds", ref, low: orNull(frame.lo[cell]!), high: orNull(frame.hi[cell]!) };
  return { kind: wanted === HOLDS ? "never" : "always", ref };
}

/** What has to hold at once. */
const partsOf = (clause: Clause): Clause[] => ("all" in clause.condition ? clause.parts.flatMap(partsOf) : [clause]);

const mostParts = 8;

/** The first two of several conditions that exclude each other; else all of them, if they are few. */
function clash(parts: Clause[], together: Together): Conflict | null {
  const few = parts.slice(0, mostParts);
  for (const [at, one] of few.entries()) {
    if (together([one]) === "never") return named([one]);
    for (const other of few.slice(0, at)) if (together([other, one]) === "never") return named([other, one]);
  }
  return named(parts);
}

const mostNames = 4;

function named(clauses: Clause[]): Conflict | null {
  const refs = [...new Set(clauses.flatMap(refsOf))];
  return refs.length > 0 && refs.length <= mostNames ? { kind: "together", refs } : null;
}

const refsOf = ({ leaf, parts }: Clause): string[] => (leaf ? [leaf.ref] : parts.flatMap(refsOf));
