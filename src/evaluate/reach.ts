// Can each phase and rule come true? For every one a search for an answer set that makes it so (a witness), by fixing one open
// answer after the other and giving up a branch as soon as no completion of it can succeed. Nothing found: `dead` when the search
// or the intervals prove that nothing can be, `no-witness` when the search was cut short or had to sample numbers.
import type { Cells } from "../model/grid.ts";
import type { Fact, Questionnaire } from "../model/questionnaire.ts";
import { highestOf } from "../questionnaire/outline.ts";
import { setFact } from "./consensus.ts";
import { factBounds } from "./criteria.ts";
import { filledAlike, fillingsOf } from "./fillings.ts";
import {
  ANSWERED,
  createFrame,
  createInputs,
  EVIDENCE_TEXT,
  EVIDENCE_URL,
  FAILS,
  NOT_APPLICABLE,
  UNANSWERED,
  UNKNOWN,
} from "./frame.ts";
import { type Goal, goalsOf, waysOf } from "./goals.ts";
import { filledGrids, setHeld } from "./grids.ts";
import { casesOf } from "./policy.ts";
import { decide, type Engine } from "./verdict.ts";

/** Answers by criterion id, values by fact id, fillings by grid id; what is not named is unanswered. */
export interface Witness {
  facts: { [fact: string]: number | string };
  answers: { [criterion: string]: number | string[] | "unknown" | "na" };
  /** How every row of a grid is filled in. */
  grids: { [grid: string]: Cells };
  /** Every answer comes with evidence. */
  evidence: boolean;
  /** A voice from outside answers every criterion, at its lowest or its highest level. */
  outside: "none" | "lowest" | "highest";
}

export type Reach = { rule: string } & (
  | { outcome: "witness"; witness: Witness }
  | { outcome: "dead"; because: "intervals" | "every-answer-tried" }
  | { outcome: "no-witness"; tried: number }
);

const mostTries = 2000;

export function reachability(engine: Engine): Reach[] {
  return goalsOf(engine).map(goal => {
    const outcomes = waysOf(engine, goal).map(way => search(engine, way));
    const best = ["witness", "no-witness", "dead"].flatMap(outcome => outcomes.filter(one => one.outcome === outcome));
    return best[0]!;
  });
}

/** What a rule may read beside levels and facts; where one does, intervals alone prove nothing about it. */
interface Record {
  evidence: boolean;
  /** Voices from outside: none, all at the lowest level, or all at the highest. */
  outside: "none" | "lowest" | "highest";
}

const plain: Record = { evidence: false, outside: "none" };

/** The records worth trying, by what the questionnaire's conditions and measures read. */
function recordsOf(questionnaire: Questionnaire): { records: Record[]; readsState: boolean } {
  const text = JSON.stringify({
    ...questionnaire,
    grids: [],
    dimensions: questionnaire.dimensions.map(({ criteria }) => criteria.map(one => one.visible)),
  });
  const readsEvidence = /"evidence":"(any|text|url)"/.test(text);
  const readsOutside = text.includes('"voice":"outside"');
  return {
    records: [
      plain,
      ...(readsEvidence ? [{ ...plain, evidence: true }] : []),
      ...(readsOutside
        ? [
            { ...plain, outside: "lowest" as const },
            { ...plain, outside: "highest" as const },
          ]
        : []),
    ],
    readsState: /"state":\[/.test(text),
  };
}

function search(engine: Engine, goal: Goal): Reach {
  const { records, readsState } = recordsOf(engine.program.questionnaire);
  const outcomes = records.map(record => searchBothWays(engine, goal, record, readsState));
  const found = outcomes.find(({ outcome }) => outcome === "witness");
  if (found || (records.length === 1 && !readsState)) return found ?? outcomes[0]!;
  const tried = outcomes.reduce((sum, one) => sum + ("tried" in one ? one.tried : 0), 0);
  return { rule: goal.rule, outcome: "no-witness", tried };
}

/** From the first question on, and where that takes too long, from the last: what a cap rests on may stand at either end. */
function searchBothWays(engine: Engine, goal: Goal, record: Record, readsState: boolean): Reach {
  const forwards = searchWith(engine, goal, record, readsState, 1);
  if (forwards.outcome !== "no-witness") return forwards;
  const backwards = searchWith(engine, goal, record, readsState, -1);
  return backwards.outcome === "no-witness" ? { ...backwards, tried: backwards.tried + forwards.tried } : backwards;
}

function searchWith(engine: Engine, goal: Goal, record: Record, readsState: boolean, order: 1 | -1): Reach {
  const { program } = engine;
  const inputs = createInputs(program.criteria.length, program.facts.length);
  for (const [index, fact] of program.facts.entries()) setFact(inputs, index, fact, undefined);
  const tops = program.criteria.map(criterion => highestOf(program.questionnaire, criterion));
  setHeld(inputs, filledGrids(program.questionnaire, []));
  if (record.evidence) inputs.evidence.fill(EVIDENCE_TEXT | EVIDENCE_URL);
  if (record.outside !== "none") inputs.outside.set(tops.map(top => (record.outside === "lowest" ? 0 : top)));
  const frame = createFrame(inputs, program.size);
  const witness: Witness = { facts: {}, answers: {}, grids: {}, evidence: record.evidence, outside: record.outside };
  const left = new Set<number>();
  let tried = 0;
  let sampled = false;

  const attempt = (): boolean => {
    if (++tried > mostTries) return false;
    decide(engine, frame);
    if (goal.reached(frame)) return true;
    if (!readsState && goal.possible(frame) === FAILS) return false;
    const cell = [...goal.open(frame)].filter(open => !left.has(open)).sort((a, b) => order * (a - b))[0];
    if (cell === undefined) return false;
    const [kind, id] = program.keyOf(cell).split(":") as [string, string];
    left.add(cell);
    const found = kind === "fact" ? tryFact(id) : kind === "grid" ? tryGrid(id) : tryCriterion(id);
    if (!found) left.delete(cell);
    return found;
  };

  function tryFact(id: string): boolean {
    const index = program.factIndex.get(id)!;
    const fact = program.facts[index]!;
    const { values, complete } = candidatesOf(engine, fact, index);
    sampled ||= !complete;
    for (const value of values) {
      setFact(inputs, index, fact, value);
      witness.facts[id] = value;
      if (attempt()) return true;
    }
    setFact(inputs, index, fact, undefined);
    delete witness.facts[id];
    return attempt();
  }

  function tryGrid(id: string): boolean {
    const grid = program.questionnaire.grids!.find(one => one.id === id)!;
    // Rows that are filled in differently are too many to be tried.
    sampled = true;
    for (const cells of fillingsOf(grid)) {
      witness.grids[id] = cells;
      setGrids();
      if (attempt()) return true;
    }
    delete witness.grids[id];
    setGrids();
    return attempt();
  }

  function setGrids(): void {
    const grids = filledAlike(program.questionnaire.grids, witness.grids);
    setHeld(inputs, filledGrids(program.questionnaire, [{ answers: {}, grids }]));
  }

  function tryCriterion(id: string): boolean {
    const index = program.criterionIndex.get(id)!;
    const { options, na } = program.criteria[index]!;
    for (let level = tops[index]!; level >= 0; level--) {
      inputs.state[index] = ANSWERED;
      inputs.level[index] = level;
      inputs.options[index] = (1 << level) - 1;
      witness.answers[id] = options ? options.slice(0, level).map(option => option.id) : level;
      if (attempt()) return true;
    }
    inputs.level[index] = Number.NaN;
    inputs.options[index] = 0;
    const others = [...(na === undefined ? [] : [[NOT_APPLICABLE, "na"] as const]), [UNKNOWN, "unknown"] as const];
    for (const [state, answer] of others) {
      inputs.state[index] = state;
      witness.answers[id] = answer;
      if (attempt()) return true;
    }
    inputs.state[index] = UNANSWERED;
    delete witness.answers[id];
    return readsState && attempt();
  }

  decide(engine, frame);
  const { rule } = goal;
  if (!readsState && goal.possible(frame) === FAILS && !goal.reached(frame))
    return { rule, outcome: "dead", because: "intervals" };
  if (attempt()) return { rule, outcome: "witness", witness };
  const exhausted = tried <= mostTries && !sampled && !program.criteria.some(criterion => criterion.options);
  return exhausted ? { rule, outcome: "dead", because: "every-answer-tried" } : { rule, outcome: "no-witness", tried };
}

/** The values of a fact worth trying: each choice; of a number one value in every case, which is all there is to try only if
 * nothing computes with it. */
function candidatesOf(engine: Engine, fact: Fact, index: number): { values: (number | string)[]; complete: boolean } {
  if (fact.type === "choice") return { values: fact.choices.map(choice => choice.id), complete: true };
  if (fact.type === "text") return { values: ["text"], complete: true };
  const bounds = factBounds(fact);
  const cases = engine.policy.splits.find(split => split.fact === index)?.cases ?? [bounds];
  const samples = casesOf(bounds, [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]).map(typical);
  const whole = (value: number) => !fact.whole || Number.isInteger(value);
  return { values: [...new Set([...cases.map(typical), ...samples])].filter(whole), complete: false };
}

/** A plain number within a closed interval. */
function typical([lo, hi]: [number, number]): number {
  if (lo === hi) return lo;
  if (!Number.isFinite(hi)) return Number.isFinite(lo) ? Math.floor(lo) + 1 : 0;
  if (!Number.isFinite(lo)) return Math.ceil(hi) - 1;
  const middle = (lo + hi) / 2;
  const round = Math.round(middle);
  return round >= lo && round <= hi ? round : middle;
}
