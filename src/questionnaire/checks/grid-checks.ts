// Grids: marks that can be typed, and checks and tallies that some filling of a row meets and another does not.
import type { Path } from "../../document.ts";
import { type Findings, found } from "../../found.ts";
import { bounds, type Counted, type Grid, type GridCheck } from "../../model/grid.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { checkedRows, countedColumns, withinCount } from "../outline.ts";
import type { LooseGridCheck } from "../walk.ts";

export function* gridChecks({ grids = [] }: Questionnaire): Findings {
  for (const [g, grid] of grids.entries()) {
    const path = ["grids", g];
    yield* typable(grid, [...path, "marks"]);
    for (const [i, check] of (grid.checks ?? []).entries()) yield* checkProblems(grid, check, [...path, "checks", i]);
    for (const [i, tally] of (grid.tallies ?? []).entries()) yield* counting(grid, tally, [...path, "tallies", i]);
  }
}

/** Keys of the interview that no other key does. */
const reserved = ["j", "q"];

function* typable({ marks }: Grid, path: Path): Findings {
  for (const [i, { id }] of marks.entries()) {
    const here = [...path, i, "id"];
    if (reserved.includes(id.toLowerCase())) yield found(here, "mark-reserved", { mark: id });
    const other = marks.slice(0, i).find(one => one.id !== id && one.id.toLowerCase() === id.toLowerCase());
    if (other) yield found(here, "mark-clash", { mark: id, other: other.id });
  }
}

function* checkProblems(grid: Grid, check: LooseGridCheck, path: Path): Findings {
  const { id, rows, sections, marks, nowhere, hint } = check;
  const [first, second] = ["marks", "holder"].filter(key => key in check);
  if (!first) return yield found(path, "keys-needed", { keys: ["marks", "holder"] });
  if (second) return yield found([...path, second], "keys-exclusive", { keys: [first, second] }, "key");
  const strays = marks ? ["nowhere"] : ["columns", ...bounds];
  for (const key of strays) {
    if (key in check) yield found([...path, key], "key-out-of-place", { key, beside: first }, "key");
  }
  const inSections = grid.rows.map(({ section }) => section);
  if (!knows(grid.rows, rows) || !knows(grid.sections, [...(sections ?? []), ...inSections])) return;
  const asked = checkedRows(grid, check as GridCheck);
  if (asked.length === 0) yield found(path, "check-without-rows", { check: id });
  if (marks) return yield* counting(grid, check as LooseGridCheck & Counted, path);
  if (!nowhere) return yield found(path, "schema-missing-key", { key: "nowhere" });
  // Rows that are filled in later may bring the party a part: no finding rests on that.
  if (!hint) yield found(path, "schema-missing-key", { key: "hint" });
  if (!knows(grid.sections, nowhere.sections)) return;
  const elsewhere = grid.rows.filter(({ section }) => nowhere.sections.includes(section));
  if (elsewhere.length === 0) yield found([...path, "nowhere"], "check-without-rows", { check: id });
}

function* counting(grid: Grid, counted: Counted & { id: string }, path: Path): Findings {
  if (!bounds.some(bound => bound in counted)) return yield found(path, "keys-needed", { keys: [...bounds] });
  if (!knows(grid.columns, counted.columns)) return;
  const most = countedColumns(grid, counted).length;
  const met = Array.from({ length: most + 1 }, (_, count) => withinCount(counted, count));
  const holds = met[0]!;
  if (met.every(one => one === holds)) yield found(path, "check-settled", { check: counted.id, holds, most });
}

/** What is unknown is told elsewhere. */
const knows = (list: { id: string }[], ids: string[] = []): boolean => ids.every(id => list.some(one => one.id === id));
