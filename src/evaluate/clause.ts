// Conditions, compiled: each becomes a clause that can be asked in two ways. `logic` is three-valued and holds only what every
// completion grants. `headline` reads gates, signals, phases and records as the yes/no they have now (design 4.3); its other
// leaves stay three-valued, so ignorance never grants anything.
import type { Comparators, Condition } from "../model/condition.ts";
import { type Ask, compare, lowestOf, type Test, testOf } from "./comparison.ts";
import {
  ABSENT,
  ANSWERED,
  decided,
  EVIDENCE_TEXT,
  EVIDENCE_URL,
  FAILS,
  type Frame,
  HOLDS,
  MAYBE,
  NOT_APPLICABLE,
  negate,
  OPEN,
  type Truth,
  truthAt,
  UNANSWERED,
  UNKNOWN,
} from "./frame.ts";

export interface Clause {
  condition: Condition;
  parts: Clause[];
  logic: Ask;
  headline: Ask;
  /** Of a leaf: the cell whose figure or truth it reads. */
  cell?: number;
  /** Of a lowest: the cells that it is sought among. */
  among?: number[];
  /** Of a leaf: it tells how things stand on the record, about which nothing is certain. */
  asItIs?: true;
  /** Of a comparison: the test itself, to apply it to what the figure is made of. */
  test?: Test;
}

/** Where a clause finds what it names. Asking for a cell also records that the clause depends on it. */
export interface Scope {
  cell(kind: string, id: string): number;
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

const all =
  (asks: Ask[]): Ask =>
  frame => {
    let least: Truth = HOLDS;
    for (const ask of asks) {
      const truth = ask(frame);
      if (truth === FAILS) return FAILS;
      if (truth < least) least = truth;
    }
    return least;
  };

const any =
  (asks: Ask[]): Ask =>
  frame => {
    let most: Truth = FAILS;
    for (const ask of asks) {
      const truth = ask(frame);
      if (truth === HOLDS) return HOLDS;
      if (truth > most) most = truth;
    }
    return most;
  };

const several =
  (count: number, asks: Ask[]): Ask =>
  frame => {
    let sure = 0;
    let possible = 0;
    for (const ask of asks) {
      const truth = ask(frame);
      if (truth === HOLDS) sure++;
      if (truth !== FAILS) possible++;
    }
    return sure >= count ? HOLDS : possible >= count ? OPEN : FAILS;
  };

/** Compiles one condition. Ids are known to exist: `check` comes first. */
export function clause(condition: Condition, scope: Scope): Clause {
  const node = (parts: Clause[], join: (asks: Ask[]) => Ask): Clause => ({
    condition,
    parts,
    logic: join(parts.map(part => part.logic)),
    headline: join(parts.map(part => part.headline)),
  });
  const list = (conditions: Condition[]) => conditions.map(part => clause(part, scope));
  if ("all" in condition) return node(list(condition.all), all);
  if ("any" in condition) return node(list(condition.any), any);
  if ("of" in condition) return node(list(condition.of), asks => several(condition.atLeast, asks));
  if ("not" in condition) return node(list([condition.not]), asks => frame => negate(asks[0]!(frame)));
  return { condition, parts: [], ...leaf(condition, scope) };
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { of: unknown }>;
type Asks = Omit<Clause, "condition" | "parts">;

const same = (ask: Ask, more: Partial<Clause> = {}): Asks => ({ logic: ask, headline: ask, ...more });

function leaf(condition: Leaf, scope: Scope): Asks {
  if ("gate" in condition) return yesNo(scope.cell("gate", condition.gate));
  if ("signal" in condition) return yesNo(scope.cell("signal", condition.signal));
  if ("condition" in condition) {
    const cell = scope.cell("condition", condition.condition);
    return same(frame => truthAt(frame, cell), { cell });
  }
  if ("reached" in condition || "phase" in condition) return phase(condition, scope);
  if ("stakeholder" in condition || "profile" in condition) {
    const [kind, id] = "profile" in condition ? ["profile", condition.profile] : ["stakeholder", condition.stakeholder];
    const cell = scope.cell(kind!, `${id}:${condition.is}`);
    return same(frame => truthAt(frame, cell), { cell });
  }
  if ("partner" in condition)
    return { logic: () => OPEN, headline: frame => decided(frame.headline.action === condition.partner) };
  if ("step" in condition) {
    const step = scope.step(condition.step);
    return { logic: () => OPEN, headline: frame => decided(frame.headline.step === step) };
  }
  if ("criterion" in condition) {
    if ("state" in condition) return criterionState(condition, scope);
    if ("includes" in condition) return includes(condition, scope);
    if ("evidence" in condition) return evidence(condition, scope);
    return comparison(scope.cell("criterion", condition.criterion), condition);
  }
  if ("fact" in condition) {
    const { index, choice } = scope.fact(condition.fact);
    if ("known" in condition) {
      return {
        logic: frame => (frame.inputs.known[index] ? decided(condition.known) : OPEN),
        headline: frame => decided(Boolean(frame.inputs.known[index]) === condition.known),
      };
    }
    return comparison(scope.cell("fact", condition.fact), condition, value =>
      typeof value === "string" ? choice(value) : value,
    );
  }
  const kind = !("dimension" in condition) ? "measure" : condition.as === "percent" ? "percent" : "dimension";
  const id = "dimension" in condition ? condition.dimension : condition.measure;
  const compared = condition.lowestOf
    ? lowest(
        scope.cell(kind, id),
        condition.lowestOf.map(other => scope.cell(kind, other)),
        condition,
      )
    : comparison(scope.cell(kind, id), condition);
  if (kind !== "measure") return compared;
  // The record will change with the answers to come: nothing is certain about it.
  if ([id, ...(condition.lowestOf ?? [])].some(scope.isRecord)) return { ...compared, logic: () => OPEN, asItIs: true };
  if (id !== "signals" || !compared.test) return compared;
  return { ...compared, headline: frame => compared.test!(frame.lo[compared.cell!]!, frame.lo[compared.cell!]!) };
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

const lowest = (cell: number, among: number[], leaf: Missable): Asks =>
  same(lowestOf(cell, among, leaf.na === "holds"), { cell, among });

/** A gate or a signal: the headline knows only passed and not passed. */
function yesNo(cell: number): Asks {
  return { cell, logic: frame => truthAt(frame, cell), headline: frame => decided(frame.truth[cell] === HOLDS) };
}

function phase(
  condition: { reached: string; status?: string } | { phase: string; status?: string },
  scope: Scope,
): Asks {
  const exactly = "phase" in condition;
  const at = scope.phase(exactly ? condition.phase : condition.reached);
  const ids = scope.phaseIds;
  const own = scope.cell(condition.status === "established" ? "established" : "entered", ids[at]!);
  const established = condition.status === "entered" ? scope.cell("established", ids[at]!) : null;
  const later = ids.slice(at + 1, scope.withinPhase ?? ids.length).map(id => scope.cell("entered", id));
  const beyond = any(later.map(cell => frame => truthAt(frame, cell)));
  const here: Ask = frame => truthAt(frame, own);
  const logic: Ask = exactly
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
      if (condition.status === undefined) return HOLDS;
      return decided(condition.status === "established" ? headline.established : !exactly || !headline.established);
    },
  };
}

const recorded = { answered: ANSWERED, na: NOT_APPLICABLE, unknown: UNKNOWN, unanswered: UNANSWERED } as const;

function criterionState(condition: { criterion: string; state: string[] }, scope: Scope): Asks {
  const { index, naAllowed } = scope.criterion(condition.criterion);
  const visibility = scope.cell("criterion", condition.criterion);
  const has = (state: string) => condition.state.includes(state);
  const states = new Set(Object.entries(recorded).flatMap(([name, code]) => (has(name) ? [code as number] : [])));
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
function onRecord(frame: Frame, cell: number, index: number, yes: boolean): Truth {
  if (frame.absent[cell] === ABSENT || frame.inputs.state[index] === NOT_APPLICABLE) return FAILS;
  if (frame.inputs.state[index] !== ANSWERED) return OPEN;
  return frame.absent[cell] === MAYBE && yes ? OPEN : decided(yes);
}

function includes(condition: { criterion: string; includes: string }, scope: Scope): Asks {
  const { index, option } = scope.criterion(condition.criterion);
  const cell = scope.cell("criterion", condition.criterion);
  const bit = 1 << option(condition.includes);
  return same(frame => onRecord(frame, cell, index, (frame.inputs.options[index]! & bit) !== 0), { cell });
}

function evidence(condition: { criterion: string; evidence: "any" | "text" | "url" }, scope: Scope): Asks {
  const { index } = scope.criterion(condition.criterion);
  const cell = scope.cell("criterion", condition.criterion);
  const bits = { any: EVIDENCE_TEXT | EVIDENCE_URL, text: EVIDENCE_TEXT, url: EVIDENCE_URL }[condition.evidence];
  return same(frame => onRecord(frame, cell, index, (frame.inputs.evidence[index]! & bits) !== 0), { cell });
}
