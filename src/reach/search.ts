// Seeks answers that reach a goal, one after the other, and takes the last one back where nothing that is left could reach it. In: a
// frame with nothing answered, the goal and what it rests on. Out: the answers, or that there are none among those worth trying, or
// that the allowance was used up first; the frame is as before. Rule kept: after an answer only what it can change is run again.

import { FAILS } from "../calculate/truth.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import { actionGround, settlePhase, settleStep } from "../evaluate/verdict.ts";
import type { Goal } from "./goals.ts";
import type { Net } from "./net.ts";
import type { Reading } from "./reading.ts";
import type { Rerun } from "./rerun.ts";
import type { Candidate, Slot } from "./slots.ts";
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
  slots: Slot[];
  rerun: Rerun;
}

export interface Searched {
  outcome: "reached" | "none" | "cut";
  answers: Candidate[];
  tried: number;
  work: number;
}

interface Trial {
  slot: Slot;
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

export function search(ground: Ground, { goal, reading, slots, rerun }: Task, taste: Taste, most: number): Searched {
  const { program, frame } = ground;
  const { inputs } = frame;
  const byCell = new Map(slots.flatMap(slot => slot.cells.map(cell => [cell, slot] as const)));
  const answered = new Set<Slot>();
  const stack: Trial[] = [];
  let tried = 0;
  let work = 0;
  const spend = (more: number) => {
    work += more;
  };
  // The rest that no wish leads to, in the order of the questionnaire.
  const rest = taste.backwards ? slots.toReversed() : slots;

  const next = (): Trial | null => {
    const wished = wish({ program, frame, slots: byCell, answered, taste, spend }, goal);
    const slot = wished?.slot ?? rest.find(one => !answered.has(one));
    if (!slot) return null;
    spend(slot.candidates.length);
    return { slot, answers: wished ? ranked(slot, wished.rank) : slot.candidates, next: 0 };
  };

  const change = (slot: Slot): void => {
    spend(rerun(slot) + goal.cost);
    settle(program, frame, reading);
  };

  const end = (outcome: Searched["outcome"]): Searched => {
    const answers = stack.map(choice => choice.answers[choice.next - 1]!);
    for (const { slot } of stack) slot.clear(inputs);
    if (stack.length > 0) work += runAll(ground, reading);
    return { outcome, answers, tried, work };
  };

  for (;;) {
    tried++;
    if (goal.reached(frame)) return end("reached");
    if (work > most) return end("cut");
    const choice = goal.possible(frame) === FAILS ? null : next();
    if (choice) {
      answered.add(choice.slot);
      stack.push(choice);
    }
    for (let top = stack.at(-1); top && top.next === top.answers.length; top = stack.at(-1)) {
      stack.pop();
      answered.delete(top.slot);
      top.slot.clear(inputs);
      change(top.slot);
    }
    const top = stack.at(-1);
    if (!top) return end("none");
    top.answers[top.next++]!.set(inputs);
    change(top.slot);
  }
}

function ranked({ candidates }: Slot, rank: (candidate: Candidate) => number): Candidate[] {
  return candidates
    .map(candidate => ({ candidate, rank: rank(candidate) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}
