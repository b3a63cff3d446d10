// A condition as a test for a reader: what it asks, of which node, how it comes out in the reading that counts at its place, and
// which of its parts make it so. The states are the engine's own: each clause is asked again, nothing is worked out here.
import type { Asked, Ref, Test } from "../../model/explanation.ts";
import type { Clause } from "../clause.ts";
import { type Frame, stateName } from "../frame.ts";
import type { Program } from "../program.ts";
import { deciding, type Mode } from "../reasons.ts";
import { actionRef } from "./subjects.ts";

/** What every part of the trace works with; `see` has a node joined to the trace and gives its name back. */
export interface Tracing {
  program: Program;
  frame: Frame;
  see(ref: Ref): Ref;
}

export function traceTest(tracing: Tracing, clause: Clause, mode: Mode, decides = true): Test {
  const { frame } = tracing;
  const truth = clause[mode](frame);
  const telling = new Set(decides ? deciding(clause, truth, frame, mode).map(([part]) => part) : []);
  const parts = clause.parts.map(part => traceTest(tracing, part, mode, telling.has(part)));
  const [state, logic] = [stateName(truth), stateName(clause.logic(frame))];
  const reading = { ...(logic !== state && { logic }), ...(clause.asItIs && { asItIs: true as const }) };
  return { ...asked(tracing, clause, parts), state, ...reading, decides };
}

function asked({ program, see }: Tracing, { condition, cell, among }: Clause, parts: Test[]): Asked {
  if ("all" in condition) return { by: "all", parts };
  if ("any" in condition) return { by: "any", parts };
  if ("not" in condition) return { by: "not", parts };
  if ("of" in condition) return { by: "atLeast", count: condition.atLeast, parts };
  if ("partner" in condition) return { by: "partner", of: see(actionRef), action: condition.partner };
  if ("step" in condition) return { by: "step", of: see(`step:${condition.step}`) };
  if ("reached" in condition)
    return { by: "reached", of: see(`phase:${condition.reached}`), status: condition.status ?? null };
  if ("phase" in condition)
    return { by: "phase", of: see(`phase:${condition.phase}`), status: condition.status ?? null };
  if ("fact" in condition && "known" in condition)
    return { by: "known", of: see(`fact:${condition.fact}`), known: condition.known };
  const of = see(program.keyOf(cell!));
  if ("stakeholder" in condition) see(`stakeholder:${condition.stakeholder}`);
  if ("profile" in condition) see(`profile:${condition.profile}`);
  if ("gate" in condition || "signal" in condition || "condition" in condition) return { by: "passed", of };
  if ("stakeholder" in condition || "profile" in condition) return { by: "passed", of };
  if ("state" in condition) return { by: "record", of, asked: { state: condition.state } };
  if ("includes" in condition) return { by: "record", of, asked: { includes: condition.includes } };
  if ("evidence" in condition) return { by: "record", of, asked: { evidence: condition.evidence } };
  const naHolds = condition.na === "holds";
  if (among) return { by: "lowest", of, among: among.map(one => see(program.keyOf(one))), naHolds };
  if (condition.atLeast === Number.NEGATIVE_INFINITY) return { by: "there", of };
  const { atLeast, atMost, above, below, is, in: oneOf } = condition;
  const limits = Object.entries({ atLeast, atMost, above, below, is, in: oneOf });
  return {
    by: "compare",
    of,
    with: Object.fromEntries(limits.filter(([, limit]) => limit !== undefined)),
    naHolds,
  };
}
