// Seeks answers that reach a goal, one after the other, and takes the last one back where nothing that is left could reach it. In: a
// frame with nothing answered, the goal and what it rests on. Out: the answers, or that there are none among those worth trying, or
// that the allowance was used up first; the frame is as before. Rule kept: after an answer only what it can change is run again.

import { FAILS } from "../../calculate/truth.ts";
import type { Frame } from "../frame.ts";
import type { Program } from "../program.ts";
import { actionGround, settlePhase, settleStep } from "../verdict.ts";
import type { Goal } from "./goals.ts";
import type { Candidate, Leaf } from "./leaves.ts";
import type { Net } from "./net.ts";
import type { Reading } from "./reading.ts";
import type { Rerun } from "./rerun.ts";
import { type Taste, wish } from "./wishes.ts";

export interface Ground {
  program: Program;
  net: Net;
  frame: Frame;
}

/** A goal, and what its search varies and runs. */
export interface Task {
  goal: Goal;
  reading: Reading;
  leaves: Leaf[];
  rerun: Rerun;
}

export interface Found {
  outcome: "reached" | "none" | "cut";
  answers: Candidate[];
  tried: number;
  work: number;
}

interface Choice {
  leaf: Leaf;
  /** The best first. */
  answers: Candidate[];
  next: number;
}

/** Settles those parts of the headline that a goal reads. */
export function settle(program: Program, frame: Frame, { heading }: Reading): void {
  if (heading.phase) settlePhase(program, frame);
  if (heading.step) settleStep(program, frame);
  if (heading.action) frame.headline.action = actionGround(program, frame).action;
}

/** Runs all that a reading rests on; what that costs. */
export function runAll({ program, net, frame }: Ground, reading: Reading): number {
  program.pass(reading.order)(frame);
  settle(program, frame, reading);
  return reading.order.reduce((sum, cell) => sum + net.cost[cell]!, 0);
}

export function search(ground: Ground, { goal, reading, leaves, rerun }: Task, taste: Taste, most: number): Found {
  const { program, frame } = ground;
  const { inputs } = frame;
  const byCell = new Map(leaves.flatMap(leaf => leaf.cells.map(cell => [cell, leaf] as const)));
  const answered = new Set<Leaf>();
  const stack: Choice[] = [];
  let tried = 0;
  let work = 0;
  const spend = (more: number) => {
    work += more;
  };
  // The rest that no wish leads to, in the order of the questionnaire.
  const rest = taste.backwards ? leaves.toReversed() : leaves;

  const next = (): Choice | null => {
    const wished = wish({ program, frame, leaves: byCell, answered, taste, spend }, goal);
    const leaf = wished?.leaf ?? rest.find(one => !answered.has(one));
    if (!leaf) return null;
    spend(leaf.candidates.length);
    return { leaf, answers: wished ? ranked(leaf, wished.rank) : leaf.candidates, next: 0 };
  };

  const change = (leaf: Leaf): void => {
    spend(rerun(leaf) + goal.cost);
    settle(program, frame, reading);
  };

  const end = (outcome: Found["outcome"]): Found => {
    const answers = stack.map(choice => choice.answers[choice.next - 1]!);
    for (const { leaf } of stack) leaf.clear(inputs);
    if (stack.length > 0) work += runAll(ground, reading);
    return { outcome, answers, tried, work };
  };

  for (;;) {
    tried++;
    if (goal.reached(frame)) return end("reached");
    if (work > most) return end("cut");
    const choice = goal.possible(frame) === FAILS ? null : next();
    if (choice) {
      answered.add(choice.leaf);
      stack.push(choice);
    }
    for (let top = stack.at(-1); top && top.next === top.answers.length; top = stack.at(-1)) {
      stack.pop();
      answered.delete(top.leaf);
      top.leaf.clear(inputs);
      change(top.leaf);
    }
    const top = stack.at(-1);
    if (!top) return end("none");
    top.answers[top.next++]!.set(inputs);
    change(top.leaf);
  }
}

function ranked({ candidates }: Leaf, rank: (candidate: Candidate) => number): Candidate[] {
  return candidates
    .map(candidate => ({ candidate, rank: rank(candidate) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}
