// Seeks one rule: what it rests on, everything that people outside may say of it, one manner of seeking after the other. In: a case
// and how much work it may take. Out: an outcome, noted in the case; none where the work did not suffice.

import { setFact } from "../evaluate/consensus.ts";
import { createFrame, createInputs, type Frame } from "../evaluate/frame.ts";
import { filledGrids, setHeld } from "../evaluate/grids.ts";
import type { Program } from "../evaluate/program.ts";
import type { Goal } from "./goals.ts";
import { hear, nobody, type Outside, outsideSets } from "./outside.ts";
import { type Reading, readingOf } from "./reading.ts";
import { createRerun } from "./rerun.ts";
import { type Ground, runAll, search, type Task } from "./search.ts";
import type { SlotMaker } from "./slots.ts";
import type { Taste } from "./wishes.ts";
import type { AnswerSet } from "./witness.ts";

export type Settled =
  | { outcome: "witness"; set: AnswerSet }
  | { outcome: "dead"; because: "intervals" | "every-answer-tried" }
  | { outcome: "no-witness"; tried: number };

export interface Case {
  goal: Goal;
  /** Null until it was worth making. */
  reading: Reading | null;
  found: Settled | null;
  tried: number;
}

export interface Seeking {
  ground: Ground;
  makeSlots: SlotMaker;
  /** Work that may still be done. */
  left: number;
}

export const createCase = (goal: Goal): Case => ({ goal, reading: null, found: null, tried: 0 });

/** Nobody has answered anything. */
export function emptyFrame(program: Program): Frame {
  const inputs = createInputs(program.criteria.length, program.facts.length);
  for (const [index, fact] of program.facts.entries()) setFact(inputs, index, fact, undefined);
  setHeld(inputs, filledGrids(program.questionnaire, []));
  return createFrame(inputs, program.size);
}

/** Seeks one rule in several manners, until an outcome is certain or the allowance is used up. */
export function seek(seeking: Seeking, one: Case, manners: [Taste, number][], allowance: number): void {
  const { program, net, frame } = seeking.ground;
  const reading = one.reading ?? readingOf(program, net, one.goal.roots, allowance);
  const cost = one.reading ? 0 : (reading?.cost ?? allowance);
  seeking.left -= cost;
  one.reading = reading;
  if (!reading) return;
  const { goal } = one;
  const slots = seeking.makeSlots(reading, !goal.growing);
  const task: Task = { goal, reading, slots, rerun: createRerun(program, net, frame, reading) };
  let left = allowance - cost;
  for (const [taste, share] of manners) {
    const before = seeking.left;
    one.found = attempt(seeking, one, task, taste, left * share);
    left -= before - seeking.left;
    if (one.found) return;
  }
}

/** One manner of seeking, for everything that people outside may say. Null where it was cut short. */
function attempt(seeking: Seeking, one: Case, task: Task, taste: Taste, allowance: number): Settled | null {
  const { reading, slots } = task;
  const { ground } = seeking;
  const { program, net, frame } = ground;
  const { sets, complete } = outsideSets(program, net, reading);
  const listen = (outside: Outside): void => {
    hear(frame.inputs, outside);
    seeking.left -= runAll(ground, reading);
  };
  let left = allowance;
  let cut = false;
  let atOnce = true;
  let set: AnswerSet | null = null;
  for (const [at, outside] of sets.entries()) {
    if (outside !== nobody || at > 0) listen(outside);
    const { outcome, answers, tried, work } = search(ground, task, taste, left / (sets.length - at));
    one.tried += tried;
    left -= work;
    seeking.left -= work;
    cut ||= outcome === "cut";
    atOnce &&= outcome === "none" && tried === 1;
    if (outcome === "reached") set = { answers, outside };
    if (set) break;
  }
  if (sets.length > 1) listen(nobody);
  if (set) return { outcome: "witness", set };
  if (cut) return null;
  if (atOnce && complete) return { outcome: "dead", because: "intervals" };
  if (complete && slots.every(slot => slot.complete)) return { outcome: "dead", because: "every-answer-tried" };
  return { outcome: "no-witness", tried: one.tried };
}
