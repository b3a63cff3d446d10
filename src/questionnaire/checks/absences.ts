// What is not there: N/A where it is forbidden, and figures of the record, in which blanks are missing, where something is decided.
// Rule kept: no verdict rests on a figure that answers still to come may contradict.
import { type Findings, found, foundWarning } from "../../found.ts";
import { afterwards, type Site } from "../../model/condition.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { naPolicyOf, recordMeasures } from "../outline.ts";
import { conditionNodes, expressions, weighing } from "../walk.ts";

export function* absences(questionnaire: Questionnaire): Findings {
  yield* notApplicable(questionnaire);
  yield* recordFigures(questionnaire);
  const counting = new Set(
    [...expressions(questionnaire)].flatMap(({ expression, owner }) => (expression.count ? [owner] : [])),
  );
  for (const [i, { id, blanks }] of (questionnaire.measures ?? []).entries()) {
    if (!blanks || !counting.has(`measure:${id}`)) continue;
    yield found(["measures", i, "blanks"], "key-out-of-place", { key: "blanks", beside: "count" }, "key");
  }
}

function* notApplicable(questionnaire: Questionnaire): Findings {
  for (const [d, { criteria }] of questionnaire.dimensions.entries()) {
    for (const [c, criterion] of criteria.entries()) {
      const path = ["dimensions", d, "criteria", c];
      const { id, na, notApplicable } = criterion;
      const forbidden = naPolicyOf(questionnaire, criterion) === "forbidden";
      if (na !== undefined && forbidden) yield found([...path, "na"], "na-forbidden", { criterion: id }, "key");
      if (na === undefined && notApplicable !== undefined && !forbidden) {
        yield foundWarning([...path, "notApplicable"], "na-without-case", { criterion: id });
      }
    }
  }
}

/** Rules that follow from the verdict and decide nothing in it. */
const following: readonly Site[] = afterwards.filter(site => site !== "step");

function* recordFigures(questionnaire: Questionnaire): Findings {
  const records = recordMeasures(questionnaire);
  for (const { condition, path, site } of conditionNodes(questionnaire)) {
    const { measure, lowestOf } = condition;
    if (measure === undefined || following.includes(site)) continue;
    const read = [measure, ...(lowestOf ?? [])].find(id => records.has(id));
    if (read !== undefined) yield found([...path, "measure"], "record-figure-decides", { measure: read, site });
  }
  for (const { measure, path, owner } of weighing(questionnaire)) {
    if (owner !== "measure:index" || !records.has(measure)) continue;
    yield found(path, "record-figure-decides", { measure, site: "weight" });
  }
}
