// How sure the verdict is: what could change it, who answered, what rests on evidence, who differs and who was not heard.
import type { Evaluation } from "../../model/evaluation.ts";
import { printShare } from "../figures.ts";
import type { View } from "../view.ts";
import { gridCoverage } from "./grids.ts";

export function sureSentences(view: View, evaluation: Evaluation): string[] {
  const { words, titles } = view;
  const { verdict, coverage, signals, findings, criteria, grids } = evaluation;
  const asked = coverage.answered + coverage.unknown + coverage.na + coverage.unanswered;
  const given = coverage.answered + coverage.na;
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
    roles.size > 0 ? words.coverage(given, asked, people.size, roles.size) : words.coverageUnnamed(given, asked),
    words.evidence(coverage.withEvidence, printShare(words, coverage.withEvidence, given)),
    ...grids.map(grid => gridCoverage(view, grid)),
    ...(unheard.size > 0 ? [words.unheard(titles.roles(unheard))] : []),
    ...(disputed.length > 0 ? [words.disagreements(shortened(view, disputed.map(words.quote)))] : []),
  ].filter(Boolean);
}

const mostNamed = 3;

/** The first few of a list, and how many more there are. */
function shortened({ words }: View, items: string[]): string {
  const rest = items.length - mostNamed;
  return words.and(rest > 1 ? [...items.slice(0, mostNamed), words.others(rest)] : items);
}
