// What a completed assessment says against what was definite before it was completed. Empty when sound.
import type { Evaluation, Interval, MeasureView, TruthState } from "../../src/model/evaluation.ts";

type Stated = { id: string; state: TruthState };

/** `records`: the measures that speak of the record, about which nothing is promised. */
export function contradictions(before: Evaluation, after: Evaluation, records = new Set<string>()): string[] {
  const promised = ({ measures }: Evaluation) => measures.filter(({ id }) => !records.has(id));
  return [
    ...states("gate", before.gates, after.gates),
    ...states("signal", before.signals, after.signals),
    ...states("entered", before.phases.map(entered), after.phases.map(entered)),
    ...states("established", before.phases.flatMap(established), after.phases.flatMap(established)),
    ...figures("measure", promised(before), promised(after)),
    ...figures("uncapped", promised(before).flatMap(uncapped), promised(after).flatMap(uncapped)),
    ...caps(promised(before), promised(after)),
    ...profile(before, after),
    ...figures("dimension", before.dimensions, after.dimensions),
    ...figures("figure", [{ id: "index", ...before.index }], [{ id: "index", ...after.index }]),
    ...figures("capability", before.capabilities.map(leveled), after.capabilities.map(leveled)),
    ...stakeholders(before, after),
    ...grids(before, after),
    ...verdict(before, after),
  ];
}

const entered = ({ id, entered }: Evaluation["phases"][number]): Stated => ({ id, state: entered });
const established = ({ id, established }: Evaluation["phases"][number]): Stated[] =>
  established === null ? [] : [{ id, state: established }];
const leveled = ({ level, ...rest }: Evaluation["capabilities"][number]) => ({ ...rest, value: level });

const uncapped = ({ id, uncapped }: MeasureView) => (uncapped ? [{ id, ...uncapped }] : []);

/** A cap that certainly lowers a measure still does, or a lower one does. */
function caps(before: MeasureView[], after: MeasureView[]): string[] {
  return before.flatMap(({ id, cappedBy }, index) => {
    const later = after[index]!;
    const there = later.uncapped?.low !== null;
    return cappedBy.length > 0 && later.cappedBy.length === 0 && there ? [`${id}: by ${cappedBy}, then by none`] : [];
  });
}

function profile(before: Evaluation, after: Evaluation): string[] {
  return before.profile.flatMap(({ id, state }, index) => {
    const later = after.profile[index]!.state;
    return state === null || state === later ? [] : [`profile ${id}: ${state}, then ${later}`];
  });
}

function states(kind: string, before: Stated[], after: Stated[]): string[] {
  return before.flatMap(({ id, state }, index) => {
    const later = after[index]!.state;
    return state === "open" || state === later ? [] : [`${kind} ${id}: ${state}, then ${later}`];
  });
}

const tolerance = 1e-9;
const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

function figures(kind: string, before: ({ id: string } & Interval)[], after: ({ id: string } & Interval)[]): string[] {
  return before.flatMap(({ id, value, low, high }, index) => {
    const later = after[index]!;
    const said = `${kind} ${id}: ${value} in ${low}..${high}, then ${later.value} in ${later.low}..${later.high}`;
    const wrong =
      (value !== null && !isStill(value, later)) ||
      outside(later.value, low, high) ||
      outside(later.low, low, null) ||
      outside(later.high, null, high);
    return wrong ? [said] : [];
  });
}

/** By its value, or by bounds that leave no other. */
const isStill = (value: number, { value: later, low, high }: Interval): boolean =>
  later === null ? low !== null && high !== null && near(low, value) && near(high, value) : near(value, later);

function outside(value: number | null, low: number | null, high: number | null): boolean {
  if (value === null) return false;
  return (low !== null && value < low && !near(value, low)) || (high !== null && value > high && !near(value, high));
}

function stakeholders(before: Evaluation, after: Evaluation): string[] {
  return before.stakeholders.flatMap(({ role, state }, index) => {
    const later = after.stakeholders[index]!.state;
    return state === "open" || state === later ? [] : [`stakeholder ${role}: ${state}, then ${later}`];
  });
}

/** Of grids the findings stay, but for hints, which speak of the rows filled so far; tallies stay within their bounds. */
function grids(before: Evaluation, after: Evaluation): string[] {
  const told = ({ findings }: Evaluation) =>
    findings.flatMap(one => (one.kind === "grid" && !one.hint ? [`${one.grid} ${one.refs} ${one.check}`] : []));
  const later = told(after);
  const tallies = before.grids.flatMap(({ tallies }, g) =>
    tallies.flatMap(({ id, section, low, high }, t) => {
      const then = after.grids[g]!.tallies[t]!;
      return then.low < low || then.high > high
        ? [`tally ${id} of ${section}: ${low}..${high}, then ${then.low}..${then.high}`]
        : [];
    }),
  );
  return [...tallies, ...told(before).filter(one => !later.includes(one))];
}

/** What a reader would act on: phase, status, step, partner. */
export const decisionOf = ({ verdict: { phase, status }, nextStep, partner }: Evaluation) => ({
  phase,
  status,
  step: nextStep?.id ?? null,
  partner: partner?.id ?? null,
});

function verdict(before: Evaluation, after: Evaluation): string[] {
  const [first, last] = [decisionOf(before), decisionOf(after)];
  const { provisional, possible } = before.verdict;
  const changed = JSON.stringify(first) !== JSON.stringify(last);
  return [
    ...(!provisional && changed ? [`proven: ${JSON.stringify(first)}, then ${JSON.stringify(last)}`] : []),
    ...(!provisional && after.verdict.provisional ? ["proven, then provisional"] : []),
    // What is possible speaks of the end; on the way there a headline that is provisional may be any careful one.
    ...(after.verdict.provisional ? [first] : [first, last]).flatMap(({ phase, step, partner }) => [
      ...(phase !== null && !possible.phases.includes(phase) ? [`phase ${phase} was not possible`] : []),
      ...(step !== null && !possible.steps.includes(step) ? [`step ${step} was not possible`] : []),
      ...(partner !== null && !possible.partners.includes(partner) ? [`partner ${partner} was not possible`] : []),
    ]),
  ];
}

/** What is still open in an assessment that leaves nothing open. */
export function openIn({ verdict, gates, signals, phases, profile }: Evaluation): string[] {
  const open = (kind: string) => (one: Stated) => (one.state === "open" ? [`${kind} ${one.id}`] : []);
  return [
    ...gates.flatMap(open("gate")),
    ...signals.flatMap(open("signal")),
    ...phases.map(entered).flatMap(open("entered")),
    ...phases.flatMap(established).flatMap(open("established")),
    ...profile.flatMap(({ id, state }) => (state === null ? [`profile ${id}`] : [])),
    ...(verdict.provisional ? ["verdict"] : []),
  ];
}
