// What can be answered, and how: each criterion, fact and grid below a goal with the answers worth trying. In: a reading. Out: its
// slots. Rule kept: a slot is `complete` only if every answer that is not tried comes to the same as one that is.

import { setFact } from "../evaluate/consensus.ts";
import { factBounds } from "../evaluate/criteria.ts";
import { casesOf } from "../evaluate/deciding.ts";
import {
  ANSWERED,
  EVIDENCE_TEXT,
  EVIDENCE_URL,
  type Inputs,
  NOT_APPLICABLE,
  UNANSWERED,
  UNKNOWN,
} from "../evaluate/frame.ts";
import { filledGrids, setHeld } from "../evaluate/grids.ts";
import type { Program } from "../evaluate/program.ts";
import type { Cells } from "../model/grid.ts";
import type { Criterion, Fact } from "../model/questionnaire.ts";
import { highestOf } from "../questionnaire/outline.ts";
import { filledAlike, fillingsOf } from "./fillings.ts";
import type { Intake, Net } from "./net.ts";
import type { Reading } from "./reading.ts";
import type { Witness } from "./witness.ts";

/** One way of answering; that nobody answers is one of them where a rule may wait for that. */
export interface Candidate {
  /** The level, or the number or choice of a fact; NaN for none. */
  figure: number;
  state: number;
  options: number;
  evidence: number;
  set(inputs: Inputs): void;
  tell(witness: Witness): void;
}

export interface Slot {
  cells: number[];
  candidates: Candidate[];
  complete: boolean;
  /** Takes the answer back. */
  clear(inputs: Inputs): void;
}

/** Makes slots, each once for the same questions; `open`: whether leaving something open is a way of answering it. */
export type SlotMaker = (reading: Reading, open: boolean) => Slot[];

export function createSlotMaker(program: Program, net: Net): SlotMaker {
  const { questionnaire } = program;
  const made = new Map<string, Slot>();
  const firstCheck: number[] = [];
  const gridCells = (questionnaire.grids ?? []).map(() => [] as number[]);
  for (const [cell, input] of net.inputs.entries()) if (input?.kind === "grid") gridCells[input.index]!.push(cell);
  let checks = 0;
  for (const grid of questionnaire.grids ?? []) {
    firstCheck.push(checks);
    checks += grid.checks?.length ?? 0;
  }

  function make({ kind, index }: Intake, cell: number, reading: Reading, open: boolean): Slot {
    if (kind === "grid") return gridSlot(program, index, gridCells[index]!, firstCheck[index]!, open);
    if (kind === "fact") return factSlot(program.facts[index]!, index, cell, reading, open);
    const criterion = program.criteria[index]!;
    return criterionSlot(criterion, index, cell, highestOf(questionnaire, criterion), reading, open);
  }

  return (reading, open) => {
    const found = new Set<Slot>();
    for (const cell of reading.order) {
      const input = net.inputs[cell];
      if (!input || input.kind === "outside") continue;
      const { kind, index } = input;
      const asked = kind === "fact" ? [reading.cuts, reading.computed] : [reading.options, reading.evidence];
      const details = asked.map(one =>
        one instanceof Map ? [...(one.get(index) ?? [])].sort().join() : one.has(index),
      );
      const key = [kind, index, open, kind === "criterion" && reading.states.has(index), ...details].join(" ");
      const slot = made.get(key) ?? make(input, cell, reading, open);
      made.set(key, slot);
      found.add(slot);
    }
    return [...found];
  };
}

const nothing = { figure: Number.NaN, state: UNANSWERED, options: 0, evidence: 0 };

function criterionSlot(
  criterion: Criterion,
  index: number,
  cell: number,
  top: number,
  reading: Reading,
  open: boolean,
): Slot {
  const { id, na, options } = criterion;
  const candidate = (state: number, level: number, bits: number, evidence: number): Candidate => ({
    figure: level,
    state,
    options: bits,
    evidence,
    set: inputs => {
      inputs.state[index] = state;
      inputs.level[index] = level;
      inputs.options[index] = bits;
      inputs.evidence[index] = evidence;
    },
    tell: witness => {
      if (state === UNANSWERED) return;
      const chosen = options?.flatMap((option, bit) => ((bits >>> bit) & 1 ? [option.id] : [])) ?? level;
      witness.answers[id] = state === ANSWERED ? chosen : state === UNKNOWN ? "unknown" : "na";
      if (evidence > 0) witness.evidence[id] = kindsOf(evidence);
    },
  });
  const shown = evidenceOf([...(reading.evidence.get(index) ?? [])]);
  const { sets, complete } = options
    ? choicesOf(
        options.length,
        [...(reading.options.get(index) ?? [])].map(one => options.findIndex(o => o.id === one)),
      )
    : { sets: Array.from({ length: top + 1 }, (_, at) => ({ level: top - at, bits: 0 })), complete: true };
  const unanswered = candidate(UNANSWERED, Number.NaN, 0, 0);
  const candidates = [
    ...sets.flatMap(({ level, bits }) => shown.map(evidence => candidate(ANSWERED, level, bits, evidence))),
    ...(na === undefined ? [] : [candidate(NOT_APPLICABLE, Number.NaN, 0, 0)]),
    ...(open && reading.states.has(index) ? [candidate(UNKNOWN, Number.NaN, 0, 0)] : []),
    ...(open ? [unanswered] : []),
  ];
  return { cells: [cell], candidates, complete, clear: unanswered.set };
}

const kindsOf = (evidence: number) => [
  ...(evidence & EVIDENCE_TEXT ? ["text" as const] : []),
  ...(evidence & EVIDENCE_URL ? ["url" as const] : []),
];

/** What an answer can be shown by, as far as anything asks: the most first. */
function evidenceOf(asked: number[]): number[] {
  const both = EVIDENCE_TEXT | EVIDENCE_URL;
  if (asked.every(mask => mask === both)) return asked.length > 0 ? [both, 0] : [0];
  const kinds = new Set(asked);
  if (kinds.size === 1) return [asked[0]!, 0];
  return [both, EVIDENCE_TEXT, EVIDENCE_URL, 0];
}

/** As many subsets as twelve options have. */
const mostSets = 4096;

/** Sets of options: every combination of those that something asks for, each with every number of the others. */
function choicesOf(count: number, asked: number[]): { sets: { level: number; bits: number }[]; complete: boolean } {
  const others = Array.from({ length: count }, (_, bit) => bit).filter(bit => !asked.includes(bit));
  const complete = 2 ** asked.length * (others.length + 1) <= mostSets;
  const combinations = complete ? everySet(asked) : someSets(asked);
  const sets = combinations.flatMap(bits =>
    Array.from({ length: others.length + 1 }, (_, more) => setOf([...bits, ...others.slice(0, more)])),
  );
  return { sets: sets.sort((a, b) => b.level - a.level), complete };
}

const setOf = (bits: number[]) => ({
  level: bits.length,
  bits: bits.reduce((set, bit) => (set | (1 << bit)) >>> 0, 0),
});

const everySet = (bits: number[]): number[][] =>
  bits.reduce<number[][]>((sets, bit) => sets.flatMap(set => [[...set, bit], set]), [[]]);

/** None, all, one, all but one, two, the first or the last few. */
function someSets(bits: number[]): number[][] {
  const without = (...gone: number[]) => bits.filter(bit => !gone.includes(bit));
  return [
    ...bits.flatMap((bit, at) => [[bit], without(bit), bits.slice(0, at + 1), bits.slice(at + 1)]),
    ...bits.flatMap((one, at) => bits.slice(at + 1).map(other => [one, other])),
  ];
}

function factSlot(fact: Fact, index: number, cell: number, reading: Reading, open: boolean): Slot {
  const candidate = (value: number | string | undefined): Candidate => ({
    ...nothing,
    figure: fact.type === "choice" ? fact.choices.findIndex(one => one.id === value) : Number(value),
    state: value === undefined ? UNANSWERED : ANSWERED,
    set: inputs => setFact(inputs, index, fact, value),
    tell: witness => {
      if (value !== undefined) witness.facts[fact.id] = value;
    },
  });
  const { values, complete } = valuesOf(fact, [...(reading.cuts.get(index) ?? [])], reading.computed.has(index));
  const unknown = candidate(undefined);
  return {
    cells: [cell],
    complete,
    clear: unknown.set,
    candidates: [...values.map(candidate), ...(open ? [unknown] : [])],
  };
}

const mostWhole = 64;
const samples = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** The values of a fact worth trying: each choice; of a number one value in every case that a comparison tells apart, which is all
 * there is to try unless something computes with it; of few whole numbers each. */
function valuesOf(fact: Fact, cuts: number[], computed: boolean): { values: (number | string)[]; complete: boolean } {
  if (fact.type === "choice") return { values: fact.choices.map(choice => choice.id), complete: true };
  if (fact.type === "text") return { values: ["text"], complete: true };
  const bounds = factBounds(fact);
  const first = Math.ceil(bounds[0]);
  const count = Math.floor(bounds[1]) - first + 1;
  if (fact.whole && count <= mostWhole) {
    return { values: Array.from({ length: Math.max(0, count) }, (_, at) => first + at), complete: true };
  }
  const cases = casesOf(bounds, computed ? [...cuts, ...samples] : cuts);
  const inside = fact.whole
    ? cases.map(([lo, hi]): [number, number] => [Math.ceil(lo), Math.floor(hi)]).filter(([lo, hi]) => lo <= hi)
    : cases;
  const ends = computed ? bounds.filter(end => Number.isFinite(end) && (!fact.whole || Number.isInteger(end))) : [];
  return { values: [...new Set([...inside.map(typical), ...ends])], complete: !computed };
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

/** Rows that are filled in differently are too many to be tried. */
function gridSlot(program: Program, index: number, cells: number[], first: number, open: boolean): Slot {
  const { questionnaire } = program;
  const grid = questionnaire.grids![index]!;
  const held = (filling: Cells | undefined) => {
    const filled = filledAlike([grid], filling ? { [grid.id]: filling } : {});
    const alone: Pick<Inputs, "heldLow" | "heldHigh"> = { heldLow: new Float64Array(), heldHigh: new Float64Array() };
    setHeld(alone as Inputs, filledGrids({ ...questionnaire, grids: [grid] }, [{ answers: {}, grids: filled }]));
    return alone;
  };
  const candidate = (filling: Cells | undefined): Candidate => {
    const { heldLow, heldHigh } = held(filling);
    return {
      ...nothing,
      state: filling ? ANSWERED : UNANSWERED,
      set: inputs => {
        inputs.heldLow.set(heldLow, first);
        inputs.heldHigh.set(heldHigh, first);
      },
      tell: witness => {
        if (filling) witness.grids[grid.id] = filling;
      },
    };
  };
  const empty = candidate(undefined);
  const candidates = [...fillingsOf(grid).map(candidate), ...(open ? [empty] : [])];
  return { cells, candidates, complete: false, clear: empty.set };
}
