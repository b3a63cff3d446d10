// A grid as blocks of markdown, for the report: who does what, row by row under its sections, with a column for each party; then the
// tallies side by side, and what is to be mended. A table too wide to be read raw numbers its parties and names them above.
import type { Evaluation, GridView, RowView } from "../model/evaluation.ts";
import type { Grid, GridRow } from "../model/grid.ts";
import { rowsInSections } from "../questionnaire/outline.ts";
import { gridItems, shareOf } from "./brief/grids.ts";
import { cleanMarkdown as md } from "./clean.ts";
import { bullets, paragraph, table } from "./page.ts";
import type { View } from "./view.ts";

const widest = 100;

export function gridBlocks(view: View, evaluation: Evaluation, shown: GridView): string[] {
  const { words, titles } = view;
  const grid = titles.grid(shown.id);
  const items = gridItems(view, evaluation, grid);
  return [
    ...gridFrame(view, grid, row => rowCells(words, grid, shown.rows.find(one => one.id === row.id)!, row.title)),
    ...(grid.tallies ?? []).flatMap(tally => {
      const shares = shown.tallies
        .filter(one => one.id === tally.id && one.filled > 0)
        .map(one => shareOf(view, grid, one));
      return shares.length > 0 ? [paragraph(md(words.grid.tally(tally.title, shares)))] : [];
    }),
    ...(items.length > 0 ? [bullets(items.map(({ text, detail }) => `**${md(text)}.** ${md(detail)}`))] : []),
  ];
}

/** What the marks mean, and the activities by section with a column for each party; `cellsOf` a row begins with its name. */
export function gridFrame({ words }: View, grid: Grid, cellsOf: (row: GridRow) => string[]): string[] {
  const parties = grid.columns.map(({ title }) => title);
  const numbers = parties.map((_, at) => String(at + 1));
  const rows = grid.sections.flatMap(({ id, title }) => [
    [`**${md(title)}**`, ...parties.map(() => "")],
    ...rowsInSections(grid)
      .filter(({ section }) => section === id)
      .map(cellsOf),
  ]);
  const headed = (heads: string[]) => table([words.grid.rows, ...heads.map(md)], rows);
  const full = headed(parties);
  const legend = paragraph(md(grid.marks.map(({ id, title, text }) => words.grid.mark(id, title, text)).join(" · ")));
  if (full.split("\n", 1)[0]!.length <= widest) return [legend, full];
  return [legend, paragraph(md(parties.map((title, at) => `${numbers[at]} ${title}`).join(" · "))), headed(numbers)];
}

/** The marks of a row; where people differ, all that were given, each once. */
function rowCells(
  { grid: words }: View["words"],
  grid: Grid,
  { state, answers, cells }: RowView,
  title: string,
): string[] {
  const name = { filled: title, disputed: words.differs(title), unanswered: words.unanswered(title) }[state];
  const ways = cells ? [cells] : answers.filter(({ outside }) => !outside).map(answer => answer.cells);
  const marks = grid.columns.map(({ id }) => {
    const given = [...new Set(ways.map(way => way[id] ?? ""))];
    return given.map(mark => (mark === "" && given.length > 1 ? words.none : mark)).join(" / ");
  });
  return [md(name), ...marks];
}
