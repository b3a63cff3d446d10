// One answer, or one result of a workshop, against its criterion. In: a questionnaire, then answers with their paths.
import type { Path } from "../document.ts";
import { type Findings, found } from "../found.ts";
import type { Agreed, Answer } from "../model/assessment.ts";
import type { Criterion, Questionnaire } from "../model/questionnaire.ts";
import { nearest } from "../nearest.ts";
import { criteriaOf, highestOf } from "../questionnaire/outline.ts";

type CheckAnswer = (id: string, answer: Answer | Agreed, path: Path) => Findings;

export function answerChecker(questionnaire: Questionnaire): CheckAnswer {
  const criteria = new Map(criteriaOf(questionnaire).map(criterion => [criterion.id, criterion]));
  return function* (id, answer, path) {
    const criterion = criteria.get(id);
    if (!criterion) {
      const suggestion = nearest(id, criteria.keys());
      return yield found(path, "unknown-id", { kind: "criterion", id, suggestion }, "key");
    }
    const highest = highestOf(questionnaire, criterion);
    if (typeof answer === "number") yield* level(criterion, answer, highest, path);
    else if (Array.isArray(answer)) yield* options(criterion, answer, highest, path);
    else if (typeof answer === "object") yield* detailed(criterion, answer, highest, path);
  };
}

function* detailed(
  criterion: Criterion,
  answer: Exclude<Answer | Agreed, number | string | string[]>,
  highest: number,
  path: Path,
): Findings {
  const kinds = "because" in answer ? ["level", "options", "na"] : ["level", "options", "unknown", "na"];
  const given = Object.keys(answer).filter(key => kinds.includes(key));
  if (given.length === 0) return yield found(path, "keys-needed", { keys: kinds }, "key");
  if (given.length > 1) return yield found([...path, given[1]!], "keys-exclusive", { keys: given }, "key");
  if ("level" in answer) yield* level(criterion, answer.level, highest, [...path, "level"]);
  if ("options" in answer) yield* options(criterion, answer.options, highest, [...path, "options"]);
  if ("na" in answer && criterion.na === undefined) {
    yield found([...path, "na"], "na-not-allowed", { criterion: criterion.id }, "key");
  }
}

function* level(criterion: Criterion, level: number, highest: number, path: Path): Findings {
  if (criterion.options) {
    const options = criterion.options.map(({ id }) => id);
    return yield found(path, "options-expected", { criterion: criterion.id, options });
  }
  if (!Number.isInteger(level))
    return yield found(path, "level-not-whole", { criterion: criterion.id, level, highest });
  if (level > highest) yield found(path, "level-not-in-criterion", { criterion: criterion.id, level, highest });
}

function* options(criterion: Criterion, chosen: string[], highest: number, path: Path): Findings {
  if (!criterion.options) return yield found(path, "level-expected", { criterion: criterion.id, highest });
  const known = criterion.options.map(({ id }) => id);
  for (const [i, option] of chosen.entries()) {
    if (!known.includes(option)) {
      yield found([...path, i], "unknown-id", { kind: "option", id: option, suggestion: nearest(option, known) });
    } else if (chosen.indexOf(option) < i) {
      yield found([...path, i], "option-twice", { criterion: criterion.id, option });
    }
  }
}
