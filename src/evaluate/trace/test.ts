// A condition as a test for a reader: what it asks, of which node, how it comes out in the reading that counts at its place, and
// which of its parts make it so. The states are the engine's own: each clause is asked again, nothing is worked out here.
import { type ByLeaf, type Comparators, comparators, onLeaf } from "../../model/condition.ts";
import type { Asked, Ref, Test } from "../../model/explanation.ts";
import type { Clause } from "../clause.ts";
import { type Frame, stateName } from "../frame.ts";
import { refOf } from "../names.ts";
import type { Program } from "../program.ts";
import { deciding, type ReadingMode } from "../reasons.ts";
import { actionRef } from "./subjects.ts";

/** What every part of the trace works with; `see` has a node joined to the trace and gives its name back. */
export interface Tracing {
  program: Program;
  frame: Frame;
  see(ref: Ref): Ref;
}

export function traceTest(tracing: Tracing, clause: Clause, mode: ReadingMode, decides = true): Test {
  const { frame } = tracing;
  const truth = clause[mode](frame);
  const telling = new Set(decides ? deciding(clause, truth, frame, mode).map(([part]) => part) : []);
  const parts = clause.parts.map(part => traceTest(tracing, part, mode, telling.has(part)));
  const [state, logic] = [stateName(truth), stateName(clause.logic(frame))];
  const reading = { ...(logic !== state && { logic }), ...(clause.asItIs && { asItIs: true as const }) };
  return { ...asked(tracing, clause, parts), state, ...reading, decides };
}

function asked(tracing: Tracing, clause: Clause, parts: Test[]): Asked {
  const { condition, leaf } = clause;
  if ("all" in condition) return { by: "all", parts };
  if ("any" in condition) return { by: "any", parts };
  if ("not" in condition) return { by: "not", parts };
  if ("of" in condition) return { by: "atLeast", count: condition.atLeast, parts };
  return onLeaf<[Tracing, Clause], Asked>(leafAsked, leaf!, tracing, clause);
}

const seen = ({ program, see }: Tracing, { cell }: Clause): Ref => see(refOf(program.nameOf(cell!)));

const leafAsked = {
  level: compared,
  state: ({ state }, tracing, clause) => ({ by: "record", of: seen(tracing, clause), asked: { state } }),
  includes: ({ includes }, tracing, clause) => ({ by: "record", of: seen(tracing, clause), asked: { includes } }),
  evidence: ({ evidence }, tracing, clause) => ({ by: "record", of: seen(tracing, clause), asked: { evidence } }),
  dimension: compared,
  measure: compared,
  fact: compared,
  known: ({ fact, known }, { see }) => ({ by: "known", of: see(`fact:${fact}`), known }),
  gate: passed,
  signal: passed,
  condition: passed,
  reached: ({ reached, status = null }, { see }) => ({ by: "reached", of: see(`phase:${reached}`), status }),
  phase: ({ phase, status = null }, { see }) => ({ by: "phase", of: see(`phase:${phase}`), status }),
  partner: ({ partner }, { see }) => ({ by: "partner", of: see(actionRef), action: partner }),
  step: ({ step }, { see }) => ({ by: "step", of: see(`step:${step}`) }),
  // The whole department, or part, is to be explained, not one of its states.
  stakeholder: (leaf, tracing, clause) => {
    tracing.see(`stakeholder:${leaf.stakeholder}`);
    return passed(leaf, tracing, clause);
  },
  profile: (leaf, tracing, clause) => {
    tracing.see(`profile:${leaf.profile}`);
    return passed(leaf, tracing, clause);
  },
} satisfies ByLeaf<[Tracing, Clause], Asked>;

function passed(_: unknown, tracing: Tracing, clause: Clause): Asked {
  return { by: "passed", of: seen(tracing, clause) };
}

function compared(leaf: Comparators & { na?: "holds" }, tracing: Tracing, clause: Clause): Asked {
  const of = seen(tracing, clause);
  const naHolds = leaf.na === "holds";
  const among = clause.among?.map(one => tracing.see(refOf(tracing.program.nameOf(one))));
  if (among) return { by: "lowest", of, among, naHolds };
  const limits = comparators.flatMap(name => (leaf[name] === undefined ? [] : [[name, leaf[name]]]));
  if (limits.length === 0) return { by: "there", of };
  return { by: "compare", of, with: Object.fromEntries(limits), naHolds };
}
