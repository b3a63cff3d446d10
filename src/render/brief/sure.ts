// How sure the verdict is: what could change it, who answered, what rests on evidence, who differs and who was not heard.
import type { PhaseStatus } from "../../model/condition.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { printShare } from "../figures.ts";
import type { View } from "../view.ts";
import { gridCoverage } from "./grids.ts";

export function sureSentences(view: View, evaluation: Evaluation): string[] {
  const { words, titles } = view;
  const { verdict, coverage, signals, findings, criteria, grids } = evaluation;
  const asked = coverage.answered + coverage.unknown + coverage.na + coverage.unanswered;
  const answers = [
    ...criteria.map(({ responses }) => responses),
    ...grids.flatMap(({ rows }) => rows.map(row => row.answers)),
  ];
  const voices = answers.flat().filter(({ outside }) => !outside);
  const people = new Set(voices.map(({ respondent, role }) => `${respondent}\n${role}`));
  const roles = new Set(voices.flatMap(({ role }) => role ?? []));
  const undecided = signals.filter(({ state }) => state === "open").map(({ id }) => titles.title("signal", id));
  const settledTogether = new Set(criteria.filter(({ agreed }) => agreed).map(({ id }) => id));
  const among = (wanted: string) =>
    findings.flatMap(({ kind, refs }) => (kind === wanted ? refs.filter(ref => !settledTogether.has(ref)) : []));
  const straddled = among("straddle");
  const disputed = [...new Set([...straddled, ...among("disagreement")])].map(titles.itemTitle);
  const unheard = new Set(
    findings.flatMap(one => (one.kind === "missing-voice" && one.gate && one.bestPlaced ? one.roles.slice(0, 1) : [])),
  );
  const decides = evaluation.phases.length > 0 || evaluation.nextStep !== null;
  const factsOpen = evaluation.facts.some(({ value }) => value === null);
  const rowsOpen = grids.some(({ rows }) => rows.some(({ state }) => state === "unanswered"));
  const certain =
    coverage.unanswered + coverage.unknown === 0 && !rowsOpen && !factsOpen ? words.complete : words.certain;
  const settled = straddled.length > 0 ? words.disputed : certain;
  return [
    verdict.provisional
      ? words.provisional(
          verdict.possible.phases.map(view.phaseName),
          verdict.possible.steps.map(id => titles.title("step", id)),
        )
      : decides
        ? settled
        : "",
    ...(verdict.possible.steps.length > 1 && undecided.length > 0
      ? [words.measureFirst(shortened(view, undecided.map(words.quote)), undecided.length)]
      : []),
    ...(decides && !verdict.provisional ? movable(view, evaluation) : []),
    ...naDecides(view, evaluation),
    roles.size > 0
      ? words.coverage(coverage.answered, coverage.na, asked, people.size, roles.size)
      : words.coverageUnnamed(coverage.answered, coverage.na, asked),
    words.evidence(coverage.withEvidence, printShare(words, coverage.withEvidence, coverage.answered)),
    ...grids.map(grid => gridCoverage(view, grid)),
    ...(unheard.size > 0 ? [words.unheard(titles.roles(unheard))] : []),
    ...(disputed.length > 0 ? [words.disagreements(shortened(view, disputed.map(words.quote)))] : []),
  ].filter(Boolean);
}

/** Certain is the verdict against what is open; what is answered may still be moved by those who were not heard. */
function movable({ words, titles }: View, { unheard: { refs, roles, canChange } }: Evaluation): string[] {
  return refs.length > 0 ? [words.movable(refs.length, titles.roles(roles), canChange)] : [];
}

export function naDecides(view: View, { findings, verdict }: Evaluation, most = mostNamed): string[] {
  const { words, titles } = view;
  const told = (phase: string | null, status: PhaseStatus | null) =>
    phase === null ? null : words.phaseStatus(view.phaseName(phase), statusWord(view, status));
  return findings.flatMap(one => {
    if (one.kind !== "na-decides") return [];
    const named = shortened(
      view,
      one.refs.map(id => words.quote(titles.itemTitle(id))),
      most,
    );
    const now = told(verdict.phase, verdict.status)!;
    return words.naDecides(named, one.refs.length, now, told(one.without.phase, one.without.status));
  });
}

const statusWord = (view: View, status: PhaseStatus | null): string =>
  status !== null && view.hasStatus ? view.words.status[status] : "";

const mostNamed = 3;

/** The first few of a list, and how many more there are. */
function shortened({ words }: View, items: string[], most = mostNamed): string {
  const rest = items.length - most;
  return words.and(rest > 1 ? [...items.slice(0, most), words.others(rest)] : items);
}
