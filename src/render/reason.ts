// One reason of the trace as words: "gate:g2-entry" that fails becomes “Commitment and sponsor” is not met.
import type { LeafHead } from "../model/condition.ts";
import type { Evaluation, Reason, TruthState } from "../model/evaluation.ts";
import { indexText, printFigure, printInterval } from "./figures.ts";
import { splitRef } from "./titles.ts";
import type { View } from "./view.ts";

export function reasonText(view: View, evaluation: Evaluation, { ref, state }: Reason): string {
  const [kind, rest] = splitRef(ref);
  const [id = "", beside] = rest.split(":");
  const title = () => view.titles.title(kind, id);
  return texts[kind as LeafHead]({ view, evaluation, id, title, state, beside });
}

interface Told {
  view: View;
  evaluation: Evaluation;
  id: string;
  title(): string;
  state: TruthState;
  /** What a reason names beside its id: a status. */
  beside: string | undefined;
}

/** What is said of each thing that a leaf is about. */
const texts = {
  criterion: ({ view: { words }, evaluation, id, title }) =>
    words.reason.criterion(title(), evaluation.criteria.find(one => one.id === id)?.level ?? null),
  dimension: ({ view: { words }, evaluation, id, title }) => {
    const found = evaluation.dimensions.find(one => one.id === id)!;
    const level = found.mean === null ? null : printInterval(words, { value: found.mean, low: null, high: null }, 2);
    return words.reason.dimension(title(), printInterval(words, found), level);
  },
  measure: measureText,
  fact: ({ view, evaluation, id, title }) => view.words.reason.fact(title(), factValue(view, evaluation, id)),
  gate: ({ view: { words }, title, state }) => words.reason.gate(title(), state),
  signal: ({ view: { words }, title, state }) => words.reason.signal(title(), state),
  condition: ({ view: { words }, title, state }) => words.reason.condition(title(), state),
  reached: ({ view: { words, phaseName }, id, state, beside }) =>
    words.reason[beside === "established" ? "established" : "reached"](phaseName(id), state),
  phase: ({ view: { words, phaseName }, id, state }) => words.reason.phase(phaseName(id), state),
  partner: ({ view: { words } }) => words.reason.partner,
  step: ({ view: { words }, title }) => words.reason.step(title()),
  stakeholder: ({ view: { words }, evaluation, id, title }) =>
    words.reason.stakeholder(
      title(),
      words.stakeholder[evaluation.stakeholders.find(one => one.role === id)?.state ?? "open"],
    ),
  profile: ({ view: { words, titles }, evaluation, id, title }) => {
    const is = evaluation.profile.find(one => one.id === id)?.state ?? null;
    return words.reason.profile(title(), is === null ? words.notKnown : words.quote(titles.title("profileState", is)));
  },
} satisfies Record<LeafHead, (told: Told) => string>;

/** A choice or a text stands in quotes: it may be a sentence of its own. */
function factValue(view: View, { facts }: Evaluation, id: string): string | null {
  const shown = view.factText(id, facts.find(one => one.id === id)?.value ?? null);
  return shown === null || view.titles.fact(id).type === "number" ? shown : view.words.quote(shown);
}

function measureText({ view: { titles, words, questionnaire }, evaluation, id }: Told): string {
  if (id === "signals") {
    return words.reason.signals(
      evaluation.signals.filter(one => one.state === "holds").length,
      evaluation.signals.length,
    );
  }
  if (id === "index") return indexText({ words }, evaluation);
  const capability = evaluation.capabilities.find(one => one.id === id);
  const figure = capability
    ? { ...capability, value: capability.level }
    : evaluation.measures.find(one => one.id === id)!;
  const unit = questionnaire.measures?.find(one => one.id === id)?.unit ?? "";
  return words.reason.measure(titles.title("measure", id), printFigure(words, figure, unit));
}
