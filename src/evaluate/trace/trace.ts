// The trace of an evaluation: every figure and every decision with what it is made of, down to who answered what. In: a
// program, an assessment and what is asked for. Out: nodes. Rule kept: it tells the engine's own figures and states, read from the
// same frame and the same compiled recipes; nothing is evaluated a second way.

import type { Assessment } from "../../model/assessment.ts";
import type { Explanation, Node, Ref } from "../../model/explanation.ts";
import { bind } from "../consensus.ts";
import { createFrame } from "../frame.ts";
import { cellOf, nameOf } from "../names.ts";
import type { Program } from "../program.ts";
import { decide } from "../verdict.ts";
import { decisions } from "./decision.ts";
import { figureHow, figureOf } from "./figure.ts";
import { gridHow } from "./grid.ts";

/** What was asked for and everything below it, each node once, in reading order. */
export function trace(program: Program, assessment: Assessment, subjects: Ref[]): Explanation {
  const { inputs, voices, heard, grids } = bind(program, assessment);
  const frame = createFrame(inputs, program.size);
  decide(program, frame);
  const nodes: Node[] = [];
  const asked = new Set<Ref>();

  function visit(ref: Ref): void {
    if (asked.has(ref)) return;
    asked.add(ref);
    const below: Ref[] = [];
    const see = (other: Ref): Ref => {
      below.push(other);
      return other;
    };
    nodes.push(nodeOf(ref, see));
    below.forEach(visit);
  }

  function nodeOf(ref: Ref, see: (ref: Ref) => Ref): Node {
    const { kind, id, part } = nameOf(ref);
    const tracing = { program, frame, see };
    const decision = decisions[kind];
    if (decision) return { ref, figure: null, ...decision(tracing, id, part) };
    if (kind === "grid" && part === undefined) {
      return { ref, state: null, figure: null, how: gridHow(tracing, grids, id) };
    }
    const cell = cellOf(program, ref);
    const how = figureHow(tracing, { assessment, voices, heard, grids }, cell);
    return { ref, state: null, figure: figureOf(frame, cell), how };
  }

  subjects.forEach(visit);
  return {
    questionnaire: { id: program.questionnaire.id, version: program.questionnaire.version },
    organization: assessment.organization,
    lineOfBusiness: assessment.lineOfBusiness ?? null,
    date: assessment.date ?? null,
    subjects,
    nodes,
  };
}
