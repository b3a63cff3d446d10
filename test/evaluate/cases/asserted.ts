// What a rule case may expect: each key with where the evaluation says it, cut to what the case speaks of. Another key is an error.
import type { Evaluation } from "../../../src/model/evaluation.ts";
import type { Expectation } from "./case.ts";

type Table = Record<string, unknown>;
type Look = (evaluation: Evaluation, expected: never) => unknown;

const looks: Record<string, Look> = {
  phase: ({ verdict }) => verdict.phase,
  provisional: ({ verdict }) => verdict.provisional,
  possible: ({ verdict }) => verdict.possible.phases,
  notes: ({ verdict }) => verdict.notes,
  profile: ({ profile }, parts: Table) => spoken(parts, profile, ({ state }) => state),
  counted: ({ criteria }, levels: Table) => spoken(levels, criteria, ({ level }) => level),
  means: ({ dimensions }, means: Table) => spoken(means, dimensions, one => one.mean ?? figure(levelsOf(one))),
  measures: ({ measures }, figures: Table) => spoken(figures, measures, figure),
  uncapped: ({ measures }, figures: Table) => spoken(figures, measures, ({ uncapped }) => uncapped && figure(uncapped)),
  caps: ({ criteria, measures }, caps: Table) =>
    Object.fromEntries(Object.keys(caps).map(cap => [cap, ids([...criteria, ...measures].filter(lowered(cap)))])),
  gates: ({ gates }, states: Table) => spoken(states, gates, ({ state }) => state),
  recommendations: ({ recommendations }) => ids(recommendations),
  first: ({ recommendations }) => recommendations[0]?.id,
  includes: ({ recommendations }, wanted: string[]) => wanted.filter(id => ids(recommendations).includes(id)),
  excludes: ({ recommendations }, unwanted: string[]) => unwanted.filter(id => !ids(recommendations).includes(id)),
  about: ({ recommendations }, subjects: Table) => spoken(subjects, recommendations, ({ about }) => about),
  warnings: ({ warnings }) => ids(warnings),
  groups: ({ roadmap }) => roadmap.groups.map(({ id, criteria }) => ({ id, criteria })),
  firstWork: ({ roadmap }, { length }: string[]) => roadmap.groups.flatMap(({ criteria }) => criteria).slice(0, length),
  quickWins: ({ roadmap }) => roadmap.quickWins,
  grid: ({ findings }, expected: { columns?: string[] }[]) =>
    findings
      .filter(finding => finding.kind === "grid")
      .map(({ refs: [row], check, hint, columns }, at) =>
        expected[at]?.columns ? { row, check, hint, columns } : { row, check, hint },
      ),
  disputed: ({ findings }) => refsOf(findings, "grid-disputed"),
  disagreements: ({ findings }) => refsOf(findings, "disagreement"),
  straddles: ({ findings }) => [...new Set(refsOf(findings, "straddle"))],
  capped: ({ findings }) => refsOf(findings, "capped"),
  stale: ({ findings }) => refsOf(findings, "stale-evidence"),
  tallies: ({ grids }) =>
    grids.flatMap(({ tallies }) =>
      tallies.map(({ id, section, filled, rows, low, high }) => ({ section, filled, rows, [id]: [low, high] })),
    ),
};

/** What was expected and what was found, in one shape, to be compared whole. */
export function asserted(evaluation: Evaluation, expectation: Expectation): { found: unknown; due: unknown } {
  const strange = Object.keys(expectation).filter(key => !Object.hasOwn(looks, key));
  if (strange.length > 0) throw new Error(`an expectation that no test knows: ${strange.join(", ")}`);
  const found = Object.entries(expectation).map(([key, value]) => [key, looks[key]!(evaluation, value as never)]);
  return { found: rounded(Object.fromEntries(found)), due: rounded(expectation) };
}

const ids = (all: { id: string }[]): string[] => all.map(({ id }) => id);
const lowered =
  (cap: string) =>
  ({ cappedBy }: { cappedBy: string[] }): boolean =>
    cappedBy.includes(cap);
const refsOf = (findings: Evaluation["findings"], kind: string): string[] =>
  findings.filter(finding => finding.kind === kind).flatMap(({ refs }) => refs);

/** The value of each thing that is spoken of; undefined, which nobody expects, where there is no such thing. */
const spoken = <Thing extends { id: string }>(of: Table, all: Thing[], value: (one: Thing) => unknown): Table =>
  Object.fromEntries(
    Object.keys(of).map(id => {
      const one = all.find(thing => thing.id === id);
      return [id, one === undefined ? undefined : value(one)];
    }),
  );

interface Bounds {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A number, [low, high] while it is open, null where there is none. */
const figure = ({ value, low, high }: Bounds): unknown => value ?? (low === null && high === null ? null : [low, high]);

/** A score of 100 on the scale from 0 to 4 on which the cases argue. */
const levelsOf = ({ low, high }: Bounds): Bounds => ({
  value: null,
  low: low === null ? null : low / 25,
  high: high === null ? null : high / 25,
});

const rounded = (value: unknown): unknown => {
  if (typeof value === "number") return Number(value.toFixed(9));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
};
