// A grid in an explanation: each row with its marks and who put them there, then what is looked for and the rows at which it is found.

import type { RowView } from "../../model/evaluation.ts";
import type { CheckHow, GridHow, Ref } from "../../model/explanation.ts";
import type { Counted, Grid } from "../../model/grid.ts";
import { shareOf } from "../brief/grids.ts";
import { splitRef } from "../titles.ts";
import type { Writer } from "../writer.ts";
import { fullName, outcomeOf, roleTitle, type Teller } from "./names.ts";
import { writeMarked } from "./tests.ts";

export function writeGrid(teller: Teller, writer: Writer, ref: Ref, how: GridHow): void {
  const { words, view, nodes } = teller;
  const grid = view.titles.grid(splitRef(ref)[1]);
  const item = (text: string) => writer.paragraph(text, { indent: "  - ", hanging: "    " });
  writer.paragraph(words.grid.asked(grid.question));
  writer.paragraph(grid.marks.map(({ id, title, text }) => view.words.grid.mark(id, title, text)).join(" · "));
  for (const { id, title } of grid.sections) {
    writer.paragraph(title, { mark: view.style.strong });
    for (const row of how.rows.filter(one => one.section === id)) writeRow(teller, writer, grid, row);
  }
  if (how.checks.length > 0) writer.paragraph(words.grid.checks, { mark: view.style.strong });
  for (const check of how.checks) {
    const { how: made } = nodes.get(check)!;
    item(words.line(fullName(teller, check), outcomeOf(teller, check)));
    if (made.by !== "check") continue;
    for (const row of made.rows.filter(one => one.named)) {
      writer.paragraph(foundText(teller, grid, row), { indent: "      ", hanging: "        " });
    }
  }
  for (const { id, title } of grid.tallies ?? []) {
    const shares = how.tallies.filter(one => one.id === id && one.filled > 0).map(one => shareOf(view, grid, one));
    if (shares.length > 0) writer.paragraph(view.words.grid.tally(title, shares));
  }
}

/** Where it holds; how the rows were filled in stands at the grid. */
export function writeCheck(teller: Teller, writer: Writer, { of, asked, rows }: CheckHow): void {
  const { words, view } = teller;
  const grid = view.titles.grid(splitRef(of)[1]);
  const marks = (ids: string[]) => ids.map(id => titleIn(grid.marks, id));
  writer.paragraph(
    "marks" in asked
      ? words.grid.counted(
          marks(asked.marks),
          asked.columns?.map(id => titleIn(grid.columns, id)) ?? null,
          limitText(teller, asked),
        )
      : words.grid.apart(
          titleIn(grid.marks, asked.holder),
          marks(asked.nowhere.marks),
          asked.nowhere.sections.map(id => titleIn(grid.sections, id)),
        ),
  );
  for (const row of rows) writeMarked(teller, writer, row.state, foundText(teller, grid, row), "    ");
  writer.paragraph(words.grid.rowsOf(fullName(teller, of)));
}

const titleIn = (items: { id: string; title: string }[], id: string): string => items.find(one => one.id === id)!.title;

function limitText({ words }: Teller, { marks, columns, ...bounds }: Counted): string {
  const entries = Object.entries(bounds) as [keyof typeof bounds, number][];
  return words.test.asked(entries.map(([name, limit]) => [name, [`${limit}`]]));
}

function foundText({ words }: Teller, grid: Grid, { row, state, named }: CheckHow["rows"][number]): string {
  const parties = (named ?? []).map(id => titleIn(grid.columns, id));
  return words.grid.found(titleIn(grid.rows, row), parties, named !== null && state === "open");
}

function writeRow(teller: Teller, writer: Writer, grid: Grid, { id, state, cells, answers }: RowView): void {
  const { words } = teller;
  const marks = (given: RowView["cells"]) =>
    words.grid.marks(
      grid.columns.flatMap(column => {
        const mark = given?.[column.id];
        return mark === undefined ? [] : [words.grid.party(column.title, mark)];
      }),
    );
  const who = ({ respondent, role, outside }: RowView["answers"][number]) => {
    const name = words.answers.who(respondent, roleTitle(teller.view, role));
    return outside ? words.answers.outside(name) : name;
  };
  const inside = answers.filter(({ outside }) => !outside);
  const said = state === "filled" ? words.grid.by(marks(cells), inside.map(who)) : words.grid[state];
  writer.paragraph(words.grid.row(titleIn(grid.rows, id), said), { indent: "  - ", hanging: "    " });
  for (const answer of state === "disputed" ? answers : answers.filter(({ outside }) => outside)) {
    writer.paragraph(words.answers.voice(who(answer), marks(answer.cells)), { indent: "      ", hanging: "        " });
  }
}
