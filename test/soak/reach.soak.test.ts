// How much work the search for witnesses does on large questionnaires, and what it finds for it. Counted in cells run, so that it is
// the same on every machine; what that takes beside reading the same file is for `npm run bench`.
import { expect, test } from "vitest";
import { compile } from "../../src/evaluate/program.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { type Reach, reachability } from "../../src/reach/reachability.ts";
import { largeBadge, manyCriteria, randomGates } from "../support/large.ts";

function counted(questionnaire: Questionnaire): { reach: Reach[]; cells: number; size: number } {
  const program = compile(questionnaire);
  const { pass, size } = program;
  let cells = 0;
  program.pass = order => {
    const run = pass(order);
    return frame => {
      cells += order.length;
      run(frame);
    };
  };
  const reach = reachability(program);
  return { reach, cells, size };
}

const without = (reach: Reach[], outcome: Reach["outcome"]) => reach.filter(one => one.outcome !== outcome);

test("a badge of 145 criteria: every level, for fewer than ten runs of all cells", () => {
  const { reach, cells, size } = counted(largeBadge(145));
  expect(without(reach, "witness")).toEqual([]);
  expect(cells).toBeLessThan(10 * size);
});

test("1,000 criteria with 4 phases: every rule, for fewer than ten runs of all cells", () => {
  const { reach, cells, size } = counted(manyCriteria(1000));
  expect(without(reach, "witness")).toEqual([]);
  expect(cells).toBeLessThan(10 * size);
});

test("0.9 MB of random gates: nearly all of them shown or proven dead, for some hundred runs of all cells", () => {
  const { reach, cells, size } = counted(randomGates(390));
  expect(reach.filter(({ outcome }) => outcome === "witness").length).toBeGreaterThanOrEqual(320);
  expect(reach.filter(({ outcome }) => outcome === "not-searched").length).toBeLessThanOrEqual(6);
  expect(cells).toBeLessThan(500 * size);
}, 120_000);
