// What the gates of the flagship ask for, read off their conditions anew: which criteria, at which level, and what is missing.
import type { CriterionView } from "../../../src/model/evaluation.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import type { Sentence } from "./expected-sentences.ts";

/** Each once, as English lists things. */
export const listed = (all: string[]): string => {
  const items = [...new Set(all)];
  return items.length < 3 ? items.join(" and ") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
};

/** The criteria of a gate's leaves and capabilities, and the one level that it asks of them; gates on facts alone have none. */
export function gateNeeds(questionnaire: Questionnaire) {
  const members = new Map((questionnaire.capabilities ?? []).map(({ id, criteria }) => [id, criteria]));
  return (questionnaire.gates ?? []).flatMap(({ title, when }) => {
    const written = JSON.stringify(when);
    const leaves = [...written.matchAll(/"(?:criterion|measure)":"([^"]+)"/g)].map(([, id]) => id!);
    const ids = leaves.flatMap(id => members.get(id) ?? [id]);
    const [need, ...others] = new Set([...written.matchAll(/"atLeast":(\d)/g)].map(([, level]) => Number(level)));
    if (need === undefined) return [];
    if (others.length > 0) throw new Error(`${title} asks for several levels`);
    return [{ title, need, criteria: criteriaOf(questionnaire).filter(({ id }) => ids.includes(id)) }];
  });
}

/** Each gate with the criteria that are too low, and those that are open. */
export function gateSentences(questionnaire: Questionnaire, viewOf: (id: string) => CriterionView): Sentence[] {
  return gateNeeds(questionnaire).map(({ title, need, criteria }) => {
    const low = criteria.flatMap(one => {
      const { level } = viewOf(one.id);
      return level !== null && level < need ? [`“${one.title}” (level ${level}, needs ${need})`] : [];
    });
    const open = criteria.flatMap(one =>
      ["unknown", "unanswered"].includes(viewOf(one.id).state) ? [`“${one.title}” (needs level ${need})`] : [],
    );
    const state = low.length > 0 ? "not met" : open.length > 0 ? "not known yet" : "met";
    const lacks = [
      ...(low.length > 0 ? [`Too low: ${listed(low)}.`] : []),
      ...(open.length > 0 ? [`Not known yet: ${listed(open)}.`] : []),
    ];
    const form = new RegExp(`^${title}: ((?:not met|met|not known yet)\\..*)$`, "g");
    return { form, due: () => [[`${state}.`, ...lacks].join(" ")] };
  });
}
