// Lists of page one: the figures, the profile, the advice. Nothing is decided here: what is said follows the evaluation.
import type { AdviceView, Evaluation, MeasureView } from "../../model/evaluation.ts";
import type { Advice } from "../../model/questionnaire.ts";
import { digitsOf, printFigure, printInterval } from "../figures.ts";
import type { View } from "../view.ts";
import type { Item } from "./index.ts";

export interface ProfileBrief {
  title: string;
  text: string;
  parts: Item[];
}

/** The measures that the questionnaire wants printed, with what is still open as an interval. */
export function figureItems(view: View, { measures }: Evaluation): Item[] {
  const { questionnaire, words } = view;
  return (questionnaire.measures ?? []).flatMap(({ id, title, unit = "", report }) => {
    const figure = measures.find(one => one.id === id);
    if (!report || !figure) return [];
    return [{ text: words.figure(title, printFigure(words, figure, unit)), detail: capDetail(view, figure) }];
  });
}

/** What a figure is without the caps that lower it. */
function capDetail({ titles, words }: View, { cappedBy, uncapped }: MeasureView): string {
  if (cappedBy.length === 0 || !uncapped) return "";
  const without = printInterval(words, uncapped, digitsOf(uncapped));
  return words.capped(
    without,
    cappedBy.map(id => titles.title("cap", id)),
  );
}

export function profileBrief({ questionnaire, titles, words }: View, { profile }: Evaluation): ProfileBrief | null {
  if (!questionnaire.profile) return null;
  const { title, text = "" } = questionnaire.profile;
  const stateOf = (state: string | null) => (state === null ? words.notKnown : titles.title("profileState", state));
  return {
    title,
    text,
    parts: profile.map(({ id, state }) => ({ text: titles.title("dimension", id), detail: stateOf(state) })),
  };
}

export function adviceItems({ titles, words }: View, holding: AdviceView[], all: Advice[] = []): Item[] {
  return holding.map(({ id, about }) => {
    const { title, text } = all.find(one => one.id === id)!;
    const parts = about.map(ref => titles.refTitle(ref));
    return { text: title, detail: parts.length > 0 ? `${text} ${words.about(parts)}` : text };
  });
}
