// Whole answer sets that show much at once: everything at its top, at its bottom, in between, not applicable, in turns, and a few at
// random. In: the rules that are left. Out: witnesses of those that come true, noted in their cases. Rule kept: the same on every
// machine.
import { ANSWERED, NOT_APPLICABLE } from "../evaluate/frame.ts";
import { decide } from "../evaluate/verdict.ts";
import { hear, outsideSets } from "./outside.ts";
import { readingOf } from "./reading.ts";
import { type Case, emptyFrame, type Seeking } from "./seek.ts";
import type { Candidate, Slot } from "./slots.ts";

/** Asks all rules that are left of answer sets in which everything is answered. */
export function tryWhole(seeking: Seeking, cases: Case[]): void {
  const { program, net } = seeking.ground;
  const frame = emptyFrame(program);
  const reading = readingOf(program, net, {
    cells: program.sorted(),
    clauses: cases.flatMap(({ goal }) => goal.roots.clauses),
    heading: { phase: true, step: true, action: true },
  })!;
  const { sets } = outsideSets(program, net, reading);
  const slots = seeking.makeSlots(reading, true);
  for (const [at, answers] of wholeSets(slots).entries()) {
    const outside = sets[at % sets.length]!;
    for (const answer of answers) answer.set(frame.inputs);
    hear(frame.inputs, outside);
    decide(program, frame);
    seeking.left -= net.total;
    const whole = { answers, outside };
    for (const one of cases) {
      if (one.found) continue;
      one.tried++;
      seeking.left -= one.goal.cost;
      if (!one.goal.reached(frame)) continue;
      const { reading } = one;
      const told = reading && answers.filter((_, slot) => slots[slot]!.cells.some(cell => reading.within.has(cell)));
      one.found = { outcome: "witness", set: told ? { answers: told, outside } : whole };
    }
  }
}

type Pick = (answers: Candidate[], slot: Slot, at: number) => Candidate | undefined;

/** From the highest answer, 0, to the lowest, 1. */
const part =
  (share: number): Pick =>
  answers =>
    answers[Math.round((answers.length - 1) * share)];
const top = part(0);
const bottom = part(1);
const absent: Pick = (answers, { candidates }) =>
  candidates.find(({ state }) => state === NOT_APPLICABLE) ?? answers[0];
const inTurns =
  (...picks: Pick[]): Pick =>
  (answers, slot, at) =>
    picks[at % picks.length]!(answers, slot, at);

const randomSets = 8;

function wholeSets(slots: Slot[]): Candidate[][] {
  const roll = dice();
  const random: Pick = (_, { candidates }) => candidates[Math.floor(roll() * candidates.length)];
  const randoms = Array.from({ length: randomSets }, () => random);
  const picks = [
    top,
    bottom,
    part(0.25),
    part(0.5),
    part(0.75),
    absent,
    inTurns(top, bottom),
    inTurns(bottom, top),
    ...randoms,
  ];
  const answersOf = slots.map(({ candidates }) => candidates.filter(({ state }) => state === ANSWERED));
  return picks.map(pick => slots.map((slot, at) => pick(answersOf[at]!, slot, at) ?? slot.candidates[0]!));
}

/** A linear congruential generator: chance that does not change. */
function dice(): () => number {
  let state = 20_261_121;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
