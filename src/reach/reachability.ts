// Can each phase and rule come true? For every one an answer set that makes it so (a witness), or that there is none. In: a compiled
// questionnaire and how much work may be done. Out: an outcome for each rule: `dead` is proven, by bounds or by trying every answer;
// `no-witness` means that nothing was found among all that was worth trying; `not-searched` that the work was used up before the end.

import type { Clause } from "../evaluate/clause.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { ReadingMode } from "../evaluate/reasons.ts";
import { decide } from "../evaluate/verdict.ts";
import type { Conflict } from "../model/conflict.ts";
import { conflictOf } from "./conflict.ts";
import { clausesGoal, goalsOf, type RulePath } from "./goals.ts";
import { createNet } from "./net.ts";
import { hear } from "./outside.ts";
import { type Case, createCase, emptyFrame, type Seeking, seek } from "./seek.ts";
import { createSlotMaker } from "./slots.ts";
import { tryWhole } from "./whole.ts";
import type { Taste } from "./wishes.ts";
import { type AnswerSet, type Witness, witnessOf } from "./witness.ts";

export type Reach = { rule: string; path: RulePath } & (
  | { outcome: "witness"; witness: Witness }
  | { outcome: "dead"; because: "intervals" | "every-answer-tried"; conflict: Conflict | null }
  | { outcome: "no-witness"; tried: number }
  | { outcome: "not-searched"; tried: number }
);

/** Work is counted in cells run and conditions asked, so that the outcome is the same on every machine: some for every
 * questionnaire, and more for a larger one, which takes longer to read as well. */
const usualWork = 20_000_000;
const workPerRun = 1000;

const quick: Taste = { enough: false, backwards: false, start: 0 };
/** Each with its share of what a rule may still take: one that went astray early is sooner begun anew than gone on with. */
const thorough: [Taste, number][] = [
  ...[0, 1, 2].flatMap(start =>
    [true, false].flatMap(enough =>
      [true, false].map((backwards): [Taste, number] => [{ enough, backwards, start }, 0.06]),
    ),
  ),
  [quick, 1],
];

/** First a short search for each rule, then answer sets that may show many at once, then a long search for what is left. `share`:
 * how much of the usual work may be done. */
export function reachability(program: Program, share = 1): Reach[] {
  const net = createNet(program);
  const most = share * (usualWork + workPerRun * net.total);
  const frame = emptyFrame(program);
  const seeking: Seeking = {
    ground: { program, net, frame },
    makeSlots: createSlotMaker(program, net),
    left: most,
  };
  decide(program, frame);
  const cases = goalsOf(program).map(createCase);
  const short = Math.min(most / 400, most / 4 / cases.length);
  for (const one of cases) seek(seeking, one, [[quick, 1]], short);
  if (cases.some(({ found }) => !found)) tryWhole(seeking, cases);
  const rest = cases.filter(({ found }) => !found);
  for (const [at, one] of rest.entries()) {
    seek(seeking, one, thorough, Math.min(most / 5, seeking.left / (rest.length - at)));
  }
  seeking.left = most / 20;
  return cases.map(one => reachOf(seeking, one, most / 4000));
}

function reachOf(seeking: Seeking, { goal, found, tried }: Case, allowance: number): Reach {
  const { rule, path } = goal;
  if (!found) return { rule, path, outcome: "not-searched", tried };
  if (found.outcome === "witness")
    return { rule, path, outcome: "witness", witness: witnessOf(seeking.ground.program, found.set) };
  if (found.outcome === "no-witness") return { rule, path, ...found };
  return { rule, path, ...found, conflict: conflictOf(goal, seeking.ground, together(seeking, goal.mode, allowance)) };
}

/** Whether some conditions can hold at once, as far as a short search tells. */
const together =
  (seeking: Seeking, mode: ReadingMode, allowance: number) =>
  (clauses: Clause[]): "never" | Frame | null => {
    const one = createCase(clausesGoal(seeking.ground.program, clauses, mode));
    if (seeking.left > 0) seek(seeking, one, [[quick, 1]], allowance);
    if (one.found?.outcome === "dead") return "never";
    return one.found?.outcome === "witness" ? frameOf(seeking.ground.program, one.found.set) : null;
  };

function frameOf(program: Program, { answers, outside }: AnswerSet): Frame {
  const frame = emptyFrame(program);
  for (const answer of answers) answer.set(frame.inputs);
  hear(frame.inputs, outside);
  decide(program, frame);
  return frame;
}
