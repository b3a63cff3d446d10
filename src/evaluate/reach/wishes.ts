// Which answer to give next, and what it had best be: from what a goal wants back through conditions and figures to something that is
// not answered yet. In: a frame in which some is answered. Out: a leaf and an order of its answers; null where nothing is found.
// Rule kept: this only orders a search, and proves nothing.

import { ABSENT } from "../../calculate/sheet.ts";
import { FAILS, HOLDS, negate, OPEN, type Truth } from "../../calculate/truth.ts";
import { type ByLeaf, type Comparators, onLeaf } from "../../model/condition.ts";
import type { Clause } from "../clause.ts";
import type { Frame } from "../frame.ts";
import type { Program } from "../program.ts";
import type { Mode } from "../reasons.ts";
import { choiceOf } from "../verdict.ts";
import { aimOf, away, type Bounds, distance, levelOf } from "./aims.ts";
import { type Goal, stepGoal } from "./goals.ts";
import type { Candidate, Leaf } from "./leaves.ts";

export interface Wish {
  leaf: Leaf;
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
  leaves: ReadonlyMap<number, Leaf>;
  answered: ReadonlySet<Leaf>;
  taste: Taste;
  /** Counts what is looked at. */
  spend(work: number): void;
}

/** What can be asked of a cell or a step; below these the truths that a cell may be wanted to have. */
const asksStep = 3;
const asksVisible = 4;
const asksFigure = 5;
const questions = 6;
type Question = Truth | typeof asksStep | typeof asksVisible | typeof asksFigure;

const states = ["answered", "na", "unknown", "unanswered"];

export function wish({ program, frame, leaves, answered, taste, spend }: Wishing, goal: Goal): Wish | null {
  const seen = new Set<number>();
  /** What was asked before found nothing. */
  const first = (question: Question, cell: number): boolean => {
    spend(1);
    const key = cell * questions + question;
    return !seen.has(key) && seen.add(key).size > 0;
  };

  function firstOf<Part>(parts: readonly Part[], ask: (part: Part, at: number) => Wish | null): Wish | null {
    for (let step = 0; step < parts.length; step++) {
      const forwards = (taste.start + step) % parts.length;
      const at = taste.backwards ? parts.length - 1 - forwards : forwards;
      const found = ask(parts[at]!, at);
      if (found) return found;
    }
    return null;
  }

  const unanswered = (cell: number, rank: Wish["rank"]): Wish | null => {
    const leaf = leaves.get(cell);
    return leaf && !answered.has(leaf) ? { leaf, rank } : null;
  };

  function seekGoal(goal: Goal): Wish | null {
    return firstOf(goal.wants(frame), want =>
      "cell" in want ? seekTruth(want.cell, want.truth) : seekClause(want.clause, want.truth, want.mode),
    );
  }

  function seekClause(clause: Clause, truth: Truth, mode: Mode): Wish | null {
    spend(1);
    const { parts, condition, leaf } = clause;
    if (clause[mode](frame) === truth) return null;
    if (leaf) return onLeaf<[Clause, Truth], Wish | null>(seeks, leaf, clause, truth);
    const partTruth = "not" in condition ? negate(truth) : truth;
    return firstOf(parts, part => seekClause(part, partTruth, mode));
  }

  const seeks = {
    level: seekCompared,
    dimension: seekCompared,
    measure: seekCompared,
    fact: seekCompared,
    state: ({ state }, { cell }, truth) =>
      seekRecord(cell!, truth, candidate => state.some(one => one === states[candidate.state])),
    evidence: (_, { cell }, truth) => seekRecord(cell!, truth, ({ evidence }) => evidence > 0),
    includes: ({ criterion, includes }, { cell }, truth) => {
      const { options = [] } = program.criteria[program.criterionIndex.get(criterion)!]!;
      const bit = options.findIndex(({ id }) => id === includes);
      return seekRecord(cell!, truth, candidate => ((candidate.options >>> bit) & 1) === 1);
    },
    known: ({ fact, known }, _, truth) =>
      unanswered(program.cell("fact", fact), ({ state }) => ((state === 0) === (known === (truth === HOLDS)) ? 0 : 1)),
    gate: seekCell,
    signal: seekCell,
    condition: seekCell,
    stakeholder: seekCell,
    profile: seekCell,
    reached: (leaf, _, truth) => seekPhase(leaf, truth),
    phase: (leaf, _, truth) => seekPhase(leaf, truth),
    step: (leaf, _, truth) =>
      truth === HOLDS ? seekStep(program.steps.findIndex(({ step }) => step.id === leaf.step)) : null,
    partner: ({ partner }, _, truth) => (truth === HOLDS ? seekAction(partner) : null),
  } satisfies ByLeaf<[Clause, Truth], Wish | null>;

  function seekCompared(leaf: Comparators, { cell, among, test }: Clause, truth: Truth): Wish | null {
    if (among) {
      const [own, others] = truth === HOLDS ? [-Infinity, Infinity] : [Infinity, -Infinity];
      return seekFigure(cell!, own) ?? firstOf(among, other => (other === cell ? null : seekFigure(other, others)));
    }
    const bounds: Bounds = [frame.lo[cell!]!, frame.hi[cell!]!];
    const aim = aimOf(test!, truth, bounds, leaf, taste.enough);
    return seekFigure(cell!, aim, figure => (test!(figure, figure) === truth ? 0 : 1));
  }

  function seekCell(_: object, { cell }: Clause, truth: Truth): Wish | null {
    return cell === undefined ? null : seekTruth(cell, truth);
  }

  function seekStep(at: number): Wish | null {
    return first(asksStep, at) ? seekGoal(stepGoal(program, at)) : null;
  }

  /** How a criterion stands, what is chosen there, and what it is shown by. */
  function seekRecord(cell: number, truth: Truth, met: (candidate: Candidate) => boolean): Wish | null {
    return unanswered(cell, candidate => (met(candidate) === (truth === HOLDS) ? 0 : 1)) ?? seekVisible(cell);
  }

  function seekVisible(cell: number): Wish | null {
    if (!first(asksVisible, cell)) return null;
    return firstOf(program.recipeOf(cell).clauses, clause => seekClause(clause, HOLDS, "logic"));
  }

  function seekPhase(
    condition: { phase: string; status?: string } | { reached: string; status?: string },
    truth: Truth,
  ) {
    const exactly = "phase" in condition;
    const at = program.phases.findIndex(({ id }) => id === (exactly ? condition.phase : condition.reached));
    const { entered, established } = program.phases[at]!;
    const own = condition.status === "established" ? [entered, established] : [entered];
    const left = exactly && condition.status === "entered" ? [established] : [];
    const later = program.phases.slice(at + 1).map(phase => phase.entered);
    return (
      firstOf(own, cell => seekTruth(cell, truth)) ??
      firstOf(left, cell => seekTruth(cell, negate(truth))) ??
      // What lies beyond stands in the way of exactly this one, and is another way to have reached it.
      firstOf(later, cell => seekTruth(cell, exactly ? negate(truth) : truth))
    );
  }

  /** The present partner first, then a step whose partner makes that action of it, then the rules that say so. */
  function seekAction(action: string): Wish | null {
    const { partners } = program.questionnaire;
    if (!partners?.current) return null;
    const fact = unanswered(program.cell("fact", partners.current), ({ state }) => state);
    if (fact) return fact;
    const current = choiceOf(program, frame, partners.current);
    const breadthOf = (id: string | undefined) => partners.types.find(type => type.id === id)?.breadth;
    const own = breadthOf(current ?? undefined);
    const actionAt = (wanted: string | undefined) => {
      const breadth = breadthOf(wanted);
      if (wanted === current) return "keep";
      return own === undefined || breadth === undefined ? null : own < breadth ? "change" : "check";
    };
    const rules = (partners.actions ?? []).flatMap(one => (one.action === action ? program.clause(one.when) : []));
    return (
      firstOf(program.steps, ({ step }, at) =>
        actionAt(step.partner) === action && couldBe(at) ? seekStep(at) : null,
      ) ?? firstOf(rules, clause => seekClause(clause, HOLDS, "headline"))
    );
  }

  const couldBe = (at: number): boolean => stepGoal(program, at).possible(frame) !== FAILS;

  function seekTruth(cell: number, truth: Truth): Wish | null {
    if (frame.truth[cell] === truth || !first(truth, cell)) return null;
    return firstOf(program.recipeOf(cell).clauses, clause => seekClause(clause, truth, "logic"));
  }

  /** Below a figure something that brings it towards an aim; of what is answered itself, `rank` tells which answers serve. */
  function seekFigure(cell: number, aim: number, rank: (figure: number) => number = () => 0): Wish | null {
    if (leaves.has(cell)) {
      const own = unanswered(cell, ({ figure }) =>
        Number.isNaN(figure) ? 1e300 : rank(figure) * 1e9 + distance(figure, aim),
      );
      if (own) return own;
    }
    if (!first(asksFigure, cell)) return null;
    const { operator, members, clauses, table, weights = [] } = program.recipeOf(cell);
    const raising = aim > frame.lo[cell]!;
    switch (operator) {
      case "criterion":
        return seekCaps(members, raising) ?? seekVisible(cell);
      case "capped":
        return seekFigure(members[0]!, aim) ?? seekCaps(members.slice(1), raising);
      case "level":
      case "table":
        return seekFigure(members[0]!, table ? levelOf(table, aim) : aim);
      case "count": {
        const truth = raising ? HOLDS : FAILS;
        return (
          firstOf(members, member => seekTruth(member, truth)) ??
          firstOf(clauses, clause => (clause.logic(frame) === OPEN ? seekClause(clause, truth, "logic") : null))
        );
      }
      case "mean":
        return firstOf(members, member => seekFigure(member, shareOf(members, aim)));
      case "sum":
      case "add":
        return firstOf(members, (member, at) => {
          const weight = typeof weights[at] === "number" ? weights[at] : 1;
          return seekFigure(
            member,
            weight < 0 ? -restOf(cell, member, -aim) : restOf(cell, member, aim) / (weight || 1),
          );
        });
      case "subtract":
        return firstOf(members, (member, at) =>
          seekFigure(member, at === 0 ? restOf(cell, member, aim) : away(aim, raising)),
        );
      case "multiply":
      case "divide":
        return firstOf(members, (member, at) => seekFigure(member, factorOf(operator, members, at, aim, raising)));
      default:
        return firstOf(members, member => seekFigure(member, aim));
    }
  }

  const seekCaps = (caps: readonly number[], raising: boolean): Wish | null =>
    firstOf(caps, cap => seekTruth(cap, raising ? FAILS : HOLDS));

  /** What the open members of a mean have to be for it to come to the aim. */
  function shareOf(members: readonly number[], aim: number): number {
    if (!Number.isFinite(aim)) return aim;
    spend(members.length);
    let open = 0;
    let counted = 0;
    let sum = 0;
    for (const member of members) {
      if (frame.absent[member] === ABSENT) continue;
      counted++;
      if (frame.lo[member] === frame.hi[member]) sum += frame.lo[member]!;
      else open++;
    }
    return open === 0 ? aim : (aim * counted - sum) / open;
  }

  /** What is left of an aim for one member, with the others at their lowest. */
  function restOf(cell: number, member: number, aim: number): number {
    const rest = aim - (frame.lo[cell]! - frame.lo[member]!);
    return Number.isNaN(rest) ? aim : rest;
  }

  /** What one factor has to be; only where the other is known and positive is it more than a direction. */
  function factorOf(operator: string, members: readonly number[], at: number, aim: number, raising: boolean): number {
    const other = members[at === 0 ? 1 : 0];
    const known = members.length === 2 && other !== undefined ? frame.value[other]! : Number.NaN;
    const inverted = operator === "divide" && at > 0;
    if (!(known > 0)) return inverted ? away(aim, raising) : raising ? Infinity : -Infinity;
    if (inverted) return known / aim;
    return operator === "divide" ? aim * known : aim / known;
  }

  return seekGoal(goal);
}
