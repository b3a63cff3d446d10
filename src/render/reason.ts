// One reason of the trace as words: "gate:g2-entry" that fails becomes “Commitment and sponsor” is not met.
import type { Evaluation, Reason } from "../model/evaluation.ts";
import { indexText, printFigure, printInterval } from "./figures.ts";
import { splitRef } from "./titles.ts";
import type { View } from "./view.ts";

export function reasonText(view: View, evaluation: Evaluation, { ref, state }: Reason): string {
  const { titles, words, phaseName } = view;
  const [kind, rest] = splitRef(ref);
  const [id = "", status] = rest.split(":");
  const title = titles.title(kind, id);
  const { reason } = words;
  switch (kind) {
    case "gate":
      return reason.gate(title, state);
    case "condition":
      return reason.condition(title, state);
    case "signal":
      return reason.signal(title, state);
    case "phase":
      return reason.phase(phaseName(id), state);
    case "reached":
      return status === "established" ? reason.established(phaseName(id), state) : reason.reached(phaseName(id), state);
    case "criterion":
      return reason.criterion(title, evaluation.criteria.find(one => one.id === id)?.level ?? null);
    case "fact":
      return reason.fact(title, factValue(view, evaluation, id));
    case "stakeholder":
      return reason.stakeholder(
        title,
        words.stakeholder[evaluation.stakeholders.find(one => one.role === id)?.state ?? "open"],
      );
    case "profile": {
      const is = evaluation.profile.find(one => one.id === id)?.state ?? null;
      return reason.profile(title, is === null ? words.notKnown : words.quote(titles.title("profileState", is)));
    }
    case "partner":
      return reason.partner;
    case "step":
      return reason.step(title);
    default:
      return measureText(view, evaluation, kind, id);
  }
}

/** A choice or a text stands in quotes: it may be a sentence of its own. */
function factValue(view: View, { facts }: Evaluation, id: string): string | null {
  const shown = view.factText(id, facts.find(one => one.id === id)?.value ?? null);
  return shown === null || view.titles.fact(id).type === "number" ? shown : view.words.quote(shown);
}

function measureText({ titles, words, questionnaire }: View, evaluation: Evaluation, kind: string, id: string): string {
  if (id === "signals") {
    return words.reason.signals(
      evaluation.signals.filter(one => one.state === "holds").length,
      evaluation.signals.length,
    );
  }
  if (id === "index") return indexText({ words }, evaluation);
  if (kind === "dimension") {
    const found = evaluation.dimensions.find(one => one.id === id)!;
    const level = found.mean === null ? null : printInterval(words, { value: found.mean, low: null, high: null }, 2);
    return words.reason.dimension(titles.title(kind, id), printInterval(words, found), level);
  }
  const capability = evaluation.capabilities.find(one => one.id === id);
  const figure = capability
    ? { ...capability, value: capability.level }
    : evaluation.measures.find(one => one.id === id)!;
  const unit = questionnaire.measures?.find(one => one.id === id)?.unit ?? "";
  return words.reason.measure(titles.title("measure", id), printFigure(words, figure, unit));
}
