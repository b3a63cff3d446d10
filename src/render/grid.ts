// A grid as blocks of markdown, for the report: who does what, row by row under its sections, with a column for each party; then the
// tallies side by side, and what is to be mended. A table too wide to be read raw numbers its parties and names them above.
import type { Evaluation, GridView, RowView } from "../model/evaluation.ts";
import type { Grid } from "../model/grid.ts";
import { rowsInSections } from "../questionnaire/outline.ts";
import { cleanMarkdown as md } from "./clean.ts";
import { gridItems, shareOf } from "./grid-brief.ts";
import { bullets, paragraph, table } from "./page.ts";
import type { View } from "./view.ts";

const widest = 100;

export function gridBlocks(view: View, evaluation: Evaluation, shown: GridView): string[] {
  const { words, titles } = view;
  const grid = titles.grid(shown.id);
  const parties = grid.columns.map(({ title }) => title);
  const numbers = parties.map((_, at) => String(at + 1));
  const full = gridTable(view, grid, shown, parties);
  const narrow = full.split("\n", 1)[0]!.length <= widest;
  const legend = grid.marks.map(({ id, title, text }) => words.grid.mark(id, title, text));
  const items = gridItems(view, evaluation, grid);
  return [
    paragraph(md(legend.join(" · "))),
    narrow ? "" : paragraph(md(parties.map((title, at) => `${numbers[at]} ${title}`).join(" · "))),
    narrow ? full : gridTable(view, grid, shown, numbers),
    ...(grid.tallies ?? []).map(tally =>
      paragraph(
        md(
          words.grid.tally(
            tally.title,
            shown.tallies.filter(one => one.id === tally.id).map(one => shareOf(view, grid, one)),
          ),
        ),
      ),
    ),
    bullets(items.map(({ text, detail }) => `**${md(text)}.** ${md(detail)}`)),
  ].filter(Boolean);
}

function gridTable({ words }: View, grid: Grid, shown: GridView, heads: string[]): string {
  const rows = grid.sections.flatMap(({ id, title }) => [
    [`**${md(title)}**`, ...heads.map(() => "")],
    ...rowsInSections(grid)
      .filter(({ section }) => section === id)
      .map(({ id, title }) => rowCells(words, grid, shown.rows.find(row => row.id === id)!, title)),
  ]);
  return table([words.grid.rows, ...heads.map(md)], rows);
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
