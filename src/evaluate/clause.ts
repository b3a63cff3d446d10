// Conditions, compiled: each becomes a clause that can be asked in two ways. `logic` is three-valued and holds only what every
// completion grants. `headline` reads gates, signals, phases and records as the yes/no they have now; its other
// leaves stay three-valued, so ignorance never grants anything.

import { type Comparing, compare, lowestOf, testOf } from "../calculate/comparison.ts";
import { ABSENT, MAYBE, truthAt } from "../calculate/sheet.ts";
import { type Ask, all, any, decided, FAILS, HOLDS, negate, not, OPEN, several } from "../calculate/truth.ts";
import {
  type AnswerState,
  asLeaf,
  type ByLeaf,
  type Comparators,
  type Condition,
  type KnownLeaf,
  type Leaves,
  onLeaf,
  type PhaseStatus,
  rowOf,
} from "../model/condition.ts";
import {
  ANSWERED,
  EVIDENCE_TEXT,
  EVIDENCE_URL,
  type Frame,
  type Headline,
  NOT_APPLICABLE,
  UNANSWERED,
  UNKNOWN,
} from "./frame.ts";
import type { CellKind } from "./names.ts";

export interface Clause {
  condition: Condition;
  /** The condition as a leaf, with what it is called in a reason; null for a node. */
  leaf: (KnownLeaf & { ref: string }) | null;
  parts: Clause[];
  logic: Ask<Frame>;
  headline: Ask<Frame>;
  /** Of a leaf: the cell whose figure or truth it reads. */
  cell?: number;
  /** Of a lowest: the cells that it is sought among. */
  among?: number[];
  /** Of a leaf: it tells how things stand on the record, about which nothing is certain. */
  asItIs?: true;
  /** Of a comparison: the test itself, to apply it to what the figure is made of. */
  test?: Comparing;
}

/** Where a clause finds what it names. Ask<Frame> for a cell also records that the clause depends on it. */
export interface Scope {
  cell(kind: CellKind, id: string, part?: string): number;
  criterion(id: string): { index: number; naAllowed: boolean; option(id: string): number };
  fact(id: string): { index: number; choice(id: string): number };
  /** Whether a measure speaks of the record as it is. */
  isRecord(measure: string): boolean;
  phase(id: string): number;
  step(id: string): number;
  phaseIds: string[];
  /** In the conditions of a phase: its index; only earlier ones may be read. */
  withinPhase: number | null;
}

/** Compiles one condition. Ids are known to exist: `check` comes first. */
export function clause(condition: Condition, scope: Scope): Clause {
  const node = (parts: Clause[], join: (asks: Ask<Frame>[]) => Ask<Frame>): Clause => ({
    condition,
    leaf: null,
    parts,
    logic: join(parts.map(part => part.logic)),
    headline: join(parts.map(part => part.headline)),
  });
  const list = (conditions: Condition[]) => conditions.map(part => clause(part, scope));
  if ("all" in condition) return node(list(condition.all), all);
  if ("any" in condition) return node(list(condition.any), any);
  if ("of" in condition) return node(list(condition.of), asks => several(condition.atLeast, asks));
  if ("not" in condition) return node(list([condition.not]), ([ask]) => not(ask!));
  const leaf = asLeaf(condition)!;
  return { condition, leaf: { ...leaf, ref: refOf(leaf) }, parts: [], ...onLeaf<[Scope], Asks>(asks, leaf, scope) };
}

/** "gate:g1", "reached:II:established", "profile:lanes:emerging". */
function refOf({ kind, leaf }: KnownLeaf): string {
  const { head, beside } = rowOf(kind);
  const values = leaf as unknown as Record<string, string | undefined>;
  const more = beside && values[beside];
  return `${head}:${values[head]}${more === undefined ? "" : `:${more}`}`;
}

/** The leaves below a clause. */
export const leavesIn = ({ leaf, parts }: Clause): KnownLeaf[] => (leaf ? [leaf] : parts.flatMap(leavesIn));

type Asks = Omit<Clause, "condition" | "leaf" | "parts">;

const same = (ask: Ask<Frame>, more: Partial<Clause> = {}): Asks => ({ logic: ask, headline: ask, ...more });

/** What is true of a cell, three-valued in both readings. */
const truthOf = (cell: number): Asks => same(frame => truthAt(frame, cell), { cell });

/** What only the headline knows. */
const ofHeadline = (ask: (headline: Headline) => boolean): Asks => ({
  logic: () => OPEN,
  headline: ({ headline }) => decided(ask(headline)),
});

const asks = {
  level: (leaf, scope) => comparison(scope.cell("criterion", leaf.criterion), leaf),
  state: criterionState,
  includes: (leaf, scope) => {
    const { index, option } = scope.criterion(leaf.criterion);
    const bit = 1 << option(leaf.includes);
    return onRecord(leaf, scope, ({ inputs }) => (inputs.options[index]! & bit) !== 0);
  },
  evidence: (leaf, scope) => {
    const { index } = scope.criterion(leaf.criterion);
    const bits = { any: EVIDENCE_TEXT | EVIDENCE_URL, text: EVIDENCE_TEXT, url: EVIDENCE_URL }[leaf.evidence];
    return onRecord(leaf, scope, ({ inputs }) => (inputs.evidence[index]! & bits) !== 0);
  },
  dimension: (leaf, scope) => figure(leaf.as === "percent" ? "percent" : "dimension", leaf.dimension, leaf, scope),
  measure,
  fact: (leaf, scope) => {
    const { choice } = scope.fact(leaf.fact);
    return comparison(scope.cell("fact", leaf.fact), leaf, value =>
      typeof value === "string" ? choice(value) : value,
    );
  },
  known: (leaf, scope) => {
    const { index } = scope.fact(leaf.fact);
    return {
      logic: frame => (frame.inputs.known[index] ? decided(leaf.known) : OPEN),
      headline: frame => decided(Boolean(frame.inputs.known[index]) === leaf.known),
    };
  },
  gate: (leaf, scope) => yesNo(scope.cell("gate", leaf.gate)),
  signal: (leaf, scope) => yesNo(scope.cell("signal", leaf.signal)),
  condition: (leaf, scope) => truthOf(scope.cell("condition", leaf.condition)),
  reached: (leaf, scope) => phase(leaf.reached, leaf.status, false, scope),
  phase: (leaf, scope) => phase(leaf.phase, leaf.status, true, scope),
  partner: leaf => ofHeadline(({ action }) => action === leaf.partner),
  step: (leaf, scope) => {
    const at = scope.step(leaf.step);
    return ofHeadline(({ step }) => step === at);
  },
  stakeholder: (leaf, scope) => truthOf(scope.cell("stakeholder", leaf.stakeholder, leaf.is)),
  profile: (leaf, scope) => truthOf(scope.cell("profile", leaf.profile, leaf.is)),
} satisfies ByLeaf<[Scope], Asks>;

function measure(leaf: Leaves["measure"], scope: Scope): Asks {
  const compared = figure("measure", leaf.measure, leaf, scope);
  const { cell, test } = compared;
  // The record will change with the answers to come: nothing is certain about it.
  if ([leaf.measure, ...(leaf.lowestOf ?? [])].some(scope.isRecord)) {
    return { ...compared, logic: () => OPEN, asItIs: true };
  }
  if (leaf.measure !== "signals" || !test) return compared;
  return { ...compared, headline: frame => test(frame.lo[cell!]!, frame.lo[cell!]!) };
}

function figure(
  kind: "dimension" | "percent" | "measure",
  id: string,
  leaf: Leaves["dimension" | "measure"],
  scope: Scope,
): Asks {
  const cell = scope.cell(kind, id);
  if (!leaf.lowestOf) return comparison(cell, leaf);
  const among = leaf.lowestOf.map(other => scope.cell(kind, other));
  return same(lowestOf(cell, among, leaf.na === "holds"), { cell, among });
}

type Missable = { na?: "holds" };

function comparison(
  cell: number,
  leaf: Comparators & Missable,
  number = Number as (value: number | string) => number,
): Asks {
  const test = testOf(leaf, number);
  return same(compare(cell, test, leaf.na === "holds"), { cell, test });
}

/** A gate or a signal: the headline knows only passed and not passed. */
function yesNo(cell: number): Asks {
  return { cell, logic: frame => truthAt(frame, cell), headline: frame => decided(frame.truth[cell] === HOLDS) };
}

function phase(id: string, status: PhaseStatus | undefined, exactly: boolean, scope: Scope): Asks {
  const at = scope.phase(id);
  const ids = scope.phaseIds;
  const own = scope.cell(status === "established" ? "established" : "entered", id);
  const established = status === "entered" ? scope.cell("established", id) : null;
  const later = ids.slice(at + 1, scope.withinPhase ?? ids.length).map(id => scope.cell("entered", id));
  const beyond: Ask<Frame> = any(later.map(cell => frame => truthAt(frame, cell)));
  const here: Ask<Frame> = frame => truthAt(frame, own);
  const logic: Ask<Frame> = exactly
    ? all([
        here,
        frame => negate(beyond(frame)),
        ...(established === null ? [] : [(frame: Frame) => negate(truthAt(frame, established))]),
      ])
    : any([here, beyond]);
  if (scope.withinPhase !== null) return same(logic);
  return {
    logic,
    headline: ({ headline }) => {
      if (headline.phase !== at) return decided(!exactly && headline.phase > at);
      if (status === undefined) return HOLDS;
      return decided(status === "established" ? headline.established : !exactly || !headline.established);
    },
  };
}

const recorded = { answered: ANSWERED, na: NOT_APPLICABLE, unknown: UNKNOWN, unanswered: UNANSWERED } as const;

function criterionState(condition: Leaves["state"], scope: Scope): Asks {
  const { index, naAllowed } = scope.criterion(condition.criterion);
  const visibility = scope.cell("criterion", condition.criterion);
  const has = (state: AnswerState) => condition.state.includes(state);
  const states = new Set(
    Object.entries(recorded).flatMap(([name, code]) => (has(name as AnswerState) ? [code as number] : [])),
  );
  const record = (frame: Frame) => decided(states.has(frame.inputs.state[index]!));
  return {
    cell: visibility,
    headline: frame => (frame.truth[visibility] === FAILS ? decided(has("hidden")) : record(frame)),
    logic: frame => {
      if (frame.truth[visibility] === FAILS) return decided(has("hidden"));
      const settled = [ANSWERED, NOT_APPLICABLE].includes(frame.inputs.state[index]! as typeof ANSWERED);
      // Until then it may end in any state, and on the way there stay as it is for a while.
      const ends = settled
        ? [record(frame) === HOLDS]
        : [has("answered"), naAllowed && has("na"), has("unknown"), has("unanswered")];
      if (frame.truth[visibility] === OPEN) ends.push(has("hidden"));
      if (!ends.includes(true)) return FAILS;
      return settled && !ends.includes(false) ? HOLDS : OPEN;
    },
  };
}

/** What a criterion's record says, three-valued: open while unanswered or its visibility is, false when N/A or hidden. */
function onRecord({ criterion }: { criterion: string }, scope: Scope, says: (frame: Frame) => boolean): Asks {
  const { index } = scope.criterion(criterion);
  const cell = scope.cell("criterion", criterion);
  const ask: Ask<Frame> = frame => {
    if (frame.absent[cell] === ABSENT || frame.inputs.state[index] === NOT_APPLICABLE) return FAILS;
    if (frame.inputs.state[index] !== ANSWERED) return OPEN;
    const yes = says(frame);
    return frame.absent[cell] === MAYBE && yes ? OPEN : decided(yes);
  };
  return same(ask, { cell });
}
