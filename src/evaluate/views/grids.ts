// The grids as the evaluation shows them: how each row was filled in, the tallies of each section, what is to be mended.
import { FAILS, HOLDS } from "../../calculate/truth.ts";
import type { Finding, GridView, RowView, TallyView } from "../../model/evaluation.ts";
import type { Cells, Counted, GridCheck, Tally } from "../../model/grid.ts";
import { checkedRows, countedColumns } from "../../questionnaire/outline.ts";
import { checkAt, columnsWith, type FilledGrid, type FilledRow, holdersOf, tallyAt } from "../grids.ts";

export function gridView(filled: FilledGrid): GridView {
  const { id, sections, tallies = [] } = filled.grid;
  return {
    id,
    rows: filled.rows.map(rowView),
    tallies: tallies.flatMap(tally => sections.map(section => tallyView(filled, tally, section.id))),
  };
}

function rowView({ row: { id }, answers, fillings }: FilledRow): RowView {
  const [cells = null, another] = fillings;
  if (another) return { id, state: "disputed", cells: null, answers };
  return { id, state: cells ? "filled" : "unanswered", cells, answers };
}

function tallyView(filled: FilledGrid, tally: Tally, section: string): TallyView {
  const rows = filled.rows.filter(({ row }) => row.section === section);
  const truths = rows.map(row => tallyAt(filled, tally, row));
  return {
    id: tally.id,
    section,
    low: truths.filter(truth => truth === HOLDS).length,
    high: truths.filter(truth => truth !== FAILS).length,
    filled: rows.filter(({ fillings }) => fillings.length > 0).length,
    rows: rows.length,
  };
}

/** Row by row: that people differ, then the checks that hold by every filling. */
export function gridFindings(filled: FilledGrid): Finding[] {
  const { id: grid, checks = [] } = filled.grid;
  const asked = new Map(checks.map(check => [check, new Set(checkedRows(filled.grid, check))]));
  return filled.rows.flatMap((row): Finding[] => {
    const refs = [row.row.id];
    const inside = row.answers.filter(({ outside }) => !outside);
    const roles = [...new Set(inside.flatMap(({ role }) => role ?? []))];
    const held = checks.filter(
      check => asked.get(check)!.has(row.row) && checkAt(filled, check, row, "ignored") === HOLDS,
    );
    return [
      ...(row.fillings.length > 1 ? [{ kind: "grid-disputed" as const, refs, grid, roles }] : []),
      ...held.map(check => ({
        kind: "grid" as const,
        refs,
        grid,
        check: check.id,
        hint: check.hint ?? false,
        columns: columnsNamed(filled, check, row),
      })),
    ];
  });
}

/** The parties that a finding is about, by every filling of the row. */
function columnsNamed({ grid }: FilledGrid, check: GridCheck, { fillings }: FilledRow): string[] {
  const named = fillings.map(cells =>
    "marks" in check ? (tooFew(check) ? missing(check, cells) : columnsWith(grid, check, cells)) : holder(cells),
  );
  return named.reduce((some, others) => some.filter(id => others.includes(id)));

  function holder(cells: Cells): string[] {
    return "holder" in check ? holdersOf(grid, check.holder, cells) : [];
  }

  /** Where any column would do, none of them is missing. */
  function missing(counted: Counted, cells: Cells): string[] {
    if (!counted.columns) return [];
    const there = columnsWith(grid, counted, cells);
    return countedColumns(grid, counted).flatMap(({ id }) => (there.includes(id) ? [] : [id]));
  }
}

/** A check that one more cell could settle finds too few of them. */
const tooFew = ({ atLeast, above }: Counted): boolean => atLeast === undefined && above === undefined;
