// Where what is said of a grid comes from: its rows, each as people filled it, and the rows at which each check holds. In: grids as
// filled in. Out: the nodes of a grid and of its checks. The states are those that measures count and findings are made of.
import type { CheckHow, GridHow } from "../../model/explanation.ts";
import type { Counted, GridCheck } from "../../model/grid.ts";
import { checkedRows } from "../../questionnaire/outline.ts";
import { stateName } from "../frame.ts";
import { checkAt, type FilledGrid } from "../grids.ts";
import { gridFindings, gridView } from "../views/grids.ts";
import type { Tracing } from "./test.ts";

export function gridHow({ see }: Tracing, grids: FilledGrid[], id: string): GridHow {
  const filled = grids.find(({ grid }) => grid.id === id)!;
  const { rows, checks = [], tallies = [] } = filled.grid;
  const view = gridView(filled);
  return {
    by: "grid",
    rows: view.rows.map((row, at) => ({ ...row, section: rows[at]!.section })),
    checks: checks.map(check => see(`grid:${id}:${check.id}`)),
    tallies: view.tallies.map(tally => ({ ...tally, asked: countedOf(tallies.find(one => one.id === tally.id)!) })),
  };
}

export function checkHow({ see }: Tracing, grids: FilledGrid[], id: string, checkId: string): CheckHow {
  const filled = grids.find(({ grid }) => grid.id === id)!;
  const check = filled.grid.checks!.find(one => one.id === checkId)!;
  const asked = new Set(checkedRows(filled.grid, check));
  const found = gridFindings(filled).flatMap(one => (one.kind === "grid" && one.check === checkId ? one : []));
  return {
    by: "check",
    of: see(`grid:${id}`),
    asked: askedBy(check),
    rows: filled.rows
      .filter(({ row }) => asked.has(row))
      .map(row => ({
        row: row.row.id,
        state: stateName(checkAt(filled, check, row, "open")),
        named: found.find(({ refs }) => refs[0] === row.row.id)?.columns ?? null,
      })),
  };
}

const askedBy = (check: GridCheck): CheckHow["asked"] =>
  "marks" in check ? countedOf(check) : { holder: check.holder, nowhere: check.nowhere };

const countedOf = ({ marks, columns, atLeast, atMost, above, below, is }: Counted): Counted => {
  const given = Object.entries({ columns, atLeast, atMost, above, below, is }).filter(([, one]) => one !== undefined);
  return { marks, ...Object.fromEntries(given) };
};
