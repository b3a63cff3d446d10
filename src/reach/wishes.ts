// Which answer to give next, and what it had best be: from what a goal wants back through conditions and figures to something that is
// not answered yet. In: a frame in which some is answered. Out: a slot (a place that takes an answer) and an order of its answers; null where nothing is found.
// Rule kept: this only orders a search, and proves nothing.

import type { Ends } from "../calculate/arithmetic.ts";
import { FAILS, HOLDS, negate, OPEN, type Truth } from "../calculate/truth.ts";
import type { Clause } from "../evaluate/clause.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import type { ReadingMode } from "../evaluate/reasons.ts";
import { choiceOf } from "../evaluate/verdict.ts";
import { type ByLeaf, type Comparators, onLeaf } from "../model/condition.ts";
import { aimOf, away, distance, factorOf, levelOf, restOf, shareOf } from "./aims.ts";
import { type Goal, stepGoal } from "./goals.ts";
import type { Candidate, Slot } from "./slots.ts";

export interface Wish {
  slot: Slot;
  /** Lower is better. */
  rank(candidate: Candidate): number;
}

/** How answers are preferred: as much as there is or just as much as is needed; from which part on, and forwards or backwards. */
export interface Taste {
  enough: boolean;
  backwards: boolean;
  start: number;
}

export interface Wishing {
  program: Program;
  frame: Frame;
  /** By the cell that takes the answer in. */
  slots: ReadonlyMap<number, Slot>;
  answered: ReadonlySet<Slot>;
  taste: Taste;
  /** Counts what is looked at. */
  spend(work: number): void;
}

/** What can be asked of a cell or a step; below these the truths that a cell may be wanted to have. */
const asksStep = 3;
const asksVisible = 4;
const asksFigure = 5;
const questions = 6;
type Asking = Truth | typeof asksStep | typeof asksVisible | typeof asksFigure;

/** A wish being sought. */
interface Wanting extends Wishing {
  /** Questions, by cell. */
  asked: Set<number>;
}

const states = ["answered", "na", "unknown", "unanswered"];

export const wish = (wishing: Wishing, goal: Goal): Wish | null => seekGoal({ ...wishing, asked: new Set() }, goal);

/** What was asked before found nothing. */
const first = (seeking: Wanting, question: Asking, cell: number): boolean => {
  seeking.spend(1);
  const key = cell * questions + question;
  return !seeking.asked.has(key) && seeking.asked.add(key).size > 0;
};

function firstOf<Part>(
  seeking: Wanting,
  parts: readonly Part[],
  ask: (part: Part, at: number) => Wish | null,
): Wish | null {
  for (let step = 0; step < parts.length; step++) {
    const forwards = (seeking.taste.start + step) % parts.length;
    const at = seeking.taste.backwards ? parts.length - 1 - forwards : forwards;
    const found = ask(parts[at]!, at);
    if (found) return found;
  }
  return null;
}

const unanswered = (seeking: Wanting, cell: number, rank: Wish["rank"]): Wish | null => {
  const slot = seeking.slots.get(cell);
  return slot && !seeking.answered.has(slot) ? { slot, rank } : null;
};

function seekGoal(seeking: Wanting, goal: Goal): Wish | null {
  return firstOf(seeking, goal.wants(seeking.frame), want =>
    "cell" in want
      ? seekTruth(seeking, want.cell, want.truth)
      : seekClause(seeking, want.clause, want.truth, want.mode),
  );
}

function seekClause(seeking: Wanting, clause: Clause, truth: Truth, mode: ReadingMode): Wish | null {
  seeking.spend(1);
  const { parts, condition, leaf } = clause;
  if (clause[mode](seeking.frame) === truth) return null;
  if (leaf) return onLeaf<[Wanting, Clause, Truth], Wish | null>(seeks, leaf, seeking, clause, truth);
  const partTruth = "not" in condition ? negate(truth) : truth;
  return firstOf(seeking, parts, part => seekClause(seeking, part, partTruth, mode));
}

const seeks = {
  level: seekCompared,
  dimension: seekCompared,
  measure: seekCompared,
  fact: seekCompared,
  state: ({ state }, seeking, { cell }, truth) =>
    seekRecord(seeking, cell!, truth, candidate => state.some(one => one === states[candidate.state])),
  evidence: (_, seeking, { cell }, truth) => seekRecord(seeking, cell!, truth, ({ evidence }) => evidence > 0),
  includes: ({ criterion, includes }, seeking, { cell }, truth) => {
    const { options = [] } = seeking.program.criteria[seeking.program.criterionIndex.get(criterion)!]!;
    const bit = options.findIndex(({ id }) => id === includes);
    return seekRecord(seeking, cell!, truth, candidate => ((candidate.options >>> bit) & 1) === 1);
  },
  known: ({ fact, known }, seeking, _, truth) =>
    unanswered(seeking, seeking.program.cell("fact", fact), ({ state }) =>
      (state === 0) === (known === (truth === HOLDS)) ? 0 : 1,
    ),
  gate: seekCell,
  signal: seekCell,
  condition: seekCell,
  stakeholder: seekCell,
  profile: seekCell,
  reached: (leaf, seeking, _, truth) => seekPhase(seeking, leaf, truth),
  phase: (leaf, seeking, _, truth) => seekPhase(seeking, leaf, truth),
  step: (leaf, seeking, _, truth) =>
    truth === HOLDS
      ? seekStep(
          seeking,
          seeking.program.steps.findIndex(({ step }) => step.id === leaf.step),
        )
      : null,
  partner: ({ partner }, seeking, _, truth) => (truth === HOLDS ? seekAction(seeking, partner) : null),
} satisfies ByLeaf<[Wanting, Clause, Truth], Wish | null>;

function seekCompared(leaf: Comparators, seeking: Wanting, { cell, among, test }: Clause, truth: Truth): Wish | null {
  if (among) {
    const [own, others] = truth === HOLDS ? [-Infinity, Infinity] : [Infinity, -Infinity];
    return (
      seekFigure(seeking, cell!, own) ??
      firstOf(seeking, among, other => (other === cell ? null : seekFigure(seeking, other, others)))
    );
  }
  const bounds: Ends = [seeking.frame.lo[cell!]!, seeking.frame.hi[cell!]!];
  const aim = aimOf(test!, truth, bounds, leaf, seeking.taste.enough);
  return seekFigure(seeking, cell!, aim, figure => (test!(figure, figure) === truth ? 0 : 1));
}

function seekCell(_: object, seeking: Wanting, { cell }: Clause, truth: Truth): Wish | null {
  return cell === undefined ? null : seekTruth(seeking, cell, truth);
}

function seekStep(seeking: Wanting, at: number): Wish | null {
  return first(seeking, asksStep, at) ? seekGoal(seeking, stepGoal(seeking.program, at)) : null;
}

/** How a criterion stands, what is chosen there, and what it is shown by. */
function seekRecord(seeking: Wanting, cell: number, truth: Truth, met: (candidate: Candidate) => boolean): Wish | null {
  return (
    unanswered(seeking, cell, candidate => (met(candidate) === (truth === HOLDS) ? 0 : 1)) ?? seekVisible(seeking, cell)
  );
}

function seekVisible(seeking: Wanting, cell: number): Wish | null {
  if (!first(seeking, asksVisible, cell)) return null;
  return firstOf(seeking, seeking.program.recipeOf(cell).clauses, clause =>
    seekClause(seeking, clause, HOLDS, "logic"),
  );
}

function seekPhase(
  seeking: Wanting,
  condition: { phase: string; status?: string } | { reached: string; status?: string },
  truth: Truth,
) {
  const exactly = "phase" in condition;
  const at = seeking.program.phases.findIndex(({ id }) => id === (exactly ? condition.phase : condition.reached));
  const { entered, established } = seeking.program.phases[at]!;
  const own = condition.status === "established" ? [entered, established] : [entered];
  const left = exactly && condition.status === "entered" ? [established] : [];
  const later = seeking.program.phases.slice(at + 1).map(phase => phase.entered);
  return (
    firstOf(seeking, own, cell => seekTruth(seeking, cell, truth)) ??
    firstOf(seeking, left, cell => seekTruth(seeking, cell, negate(truth))) ??
    // What lies beyond stands in the way of exactly this one, and is another way to have reached it.
    firstOf(seeking, later, cell => seekTruth(seeking, cell, exactly ? negate(truth) : truth))
  );
}

/** The present partner first, then a step whose partner makes that action of it, then the rules that say so. */
function seekAction(seeking: Wanting, action: string): Wish | null {
  const { partners } = seeking.program.questionnaire;
  if (!partners?.current) return null;
  const fact = unanswered(seeking, seeking.program.cell("fact", partners.current), ({ state }) => state);
  if (fact) return fact;
  const current = choiceOf(seeking.program, seeking.frame, partners.current);
  const breadthOf = (id: string | undefined) => partners.types.find(type => type.id === id)?.breadth;
  const own = breadthOf(current ?? undefined);
  const actionAt = (wanted: string | undefined) => {
    const breadth = breadthOf(wanted);
    if (wanted === current) return "keep";
    return own === undefined || breadth === undefined ? null : own < breadth ? "change" : "check";
  };
  const rules = (partners.actions ?? []).flatMap(one =>
    one.action === action ? seeking.program.clause(one.when) : [],
  );
  return (
    firstOf(seeking, seeking.program.steps, ({ step }, at) =>
      actionAt(step.partner) === action && couldBe(seeking, at) ? seekStep(seeking, at) : null,
    ) ?? firstOf(seeking, rules, clause => seekClause(seeking, clause, HOLDS, "headline"))
  );
}

const couldBe = (seeking: Wanting, at: number): boolean =>
  stepGoal(seeking.program, at).possible(seeking.frame) !== FAILS;

function seekTruth(seeking: Wanting, cell: number, truth: Truth): Wish | null {
  if (seeking.frame.truth[cell] === truth || !first(seeking, truth, cell)) return null;
  return firstOf(seeking, seeking.program.recipeOf(cell).clauses, clause =>
    seekClause(seeking, clause, truth, "logic"),
  );
}

/** Below a figure something that brings it towards an aim; of what is answered itself, `rank` tells which answers serve. */
function seekFigure(
  seeking: Wanting,
  cell: number,
  aim: number,
  rank: (figure: number) => number = () => 0,
): Wish | null {
  if (seeking.slots.has(cell)) {
    const own = unanswered(seeking, cell, ({ figure }) =>
      Number.isNaN(figure) ? 1e300 : rank(figure) * 1e9 + distance(figure, aim),
    );
    if (own) return own;
  }
  if (!first(seeking, asksFigure, cell)) return null;
  const { program, frame } = seeking;
  const { operator, members, clauses, table, weights = [] } = program.recipeOf(cell);
  const raising = aim > frame.lo[cell]!;
  switch (operator) {
    case "criterion":
      return seekCaps(seeking, members, raising) ?? seekVisible(seeking, cell);
    case "capped":
      return seekFigure(seeking, members[0]!, aim) ?? seekCaps(seeking, members.slice(1), raising);
    case "level":
    case "table":
      return seekFigure(seeking, members[0]!, table ? levelOf(table, aim) : aim);
    case "count": {
      const truth = raising ? HOLDS : FAILS;
      return (
        firstOf(seeking, members, member => seekTruth(seeking, member, truth)) ??
        firstOf(seeking, clauses, clause =>
          clause.logic(seeking.frame) === OPEN ? seekClause(seeking, clause, truth, "logic") : null,
        )
      );
    }
    case "mean":
      return seekShare(seeking, members, aim);
    case "sum":
    case "add":
      return firstOf(seeking, members, (member, at) => {
        const weight = typeof weights[at] === "number" ? weights[at] : 1;
        return seekFigure(
          seeking,
          member,
          weight < 0 ? -restOf(frame, cell, member, -aim) : restOf(frame, cell, member, aim) / (weight || 1),
        );
      });
    case "subtract":
      return firstOf(seeking, members, (member, at) =>
        seekFigure(seeking, member, at === 0 ? restOf(frame, cell, member, aim) : away(aim, raising)),
      );
    case "multiply":
    case "divide":
      return firstOf(seeking, members, (member, at) =>
        seekFigure(seeking, member, factorOf(frame, operator, members, at, aim, raising)),
      );
    default:
      return firstOf(seeking, members, member => seekFigure(seeking, member, aim));
  }
}

function seekShare(seeking: Wanting, members: readonly number[], aim: number): Wish | null {
  seeking.spend(members.length);
  const share = shareOf(seeking.frame, members, aim);
  return firstOf(seeking, members, member => seekFigure(seeking, member, share));
}

const seekCaps = (seeking: Wanting, caps: readonly number[], raising: boolean): Wish | null =>
  firstOf(seeking, caps, cap => seekTruth(seeking, cap, raising ? FAILS : HOLDS));
