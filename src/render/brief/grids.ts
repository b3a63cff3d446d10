// A grid on page one: how far it is filled in, how its sections compare, and what is to be mended, one item a check.
import type { Evaluation, Finding, GridView, TallyView } from "../../model/evaluation.ts";
import type { Grid } from "../../model/grid.ts";
import type { View } from "../view.ts";
import type { Item } from "./index.ts";

export interface GridBrief {
  title: string;
  sentences: string[];
  items: Item[];
  left: number;
}

const mostItems = 5;

/** Null for a grid that nobody filled in. */
export function gridBrief(view: View, evaluation: Evaluation, { id, rows, tallies }: GridView): GridBrief | null {
  if (rows.every(({ state }) => state === "unanswered")) return null;
  const grid = view.titles.grid(id);
  const items = gridItems(view, evaluation, grid);
  return {
    title: grid.title,
    sentences: (grid.tallies ?? []).flatMap(tally => {
      const shares = tallies.filter(one => one.id === tally.id && one.filled > 0).map(one => shareOf(view, grid, one));
      return shares.length > 0 ? [view.words.grid.tally(tally.title, shares)] : [];
    }),
    items: items.slice(0, mostItems),
    left: Math.max(0, items.length - mostItems),
  };
}

export function gridCoverage({ titles, words }: View, { id, rows }: GridView): string {
  const filled = rows.filter(({ state }) => state !== "unanswered").length;
  const disputed = rows.filter(({ state }) => state === "disputed").length;
  return words.grid.coverage(titles.grid(id).title, filled, rows.length, disputed);
}

/** Of the rows that were filled in. */
export function shareOf({ words }: View, grid: Grid, { section, low, high, filled, rows }: TallyView): string {
  const { title } = grid.sections.find(({ id }) => id === section)!;
  return words.grid.share(title, low, high - (rows - filled), filled);
}

/** Rows filled in differently, then each check with the rows at which it holds; hints come last. */
export function gridItems({ words }: View, { findings }: Evaluation, grid: Grid): Item[] {
  const title = (id: string) => grid.rows.find(row => row.id === id)!.title;
  const party = (id: string) => grid.columns.find(column => column.id === id)!.title;
  const own = findings.filter((one): one is GridFinding => "grid" in one && one.grid === grid.id);
  const disputed = own.flatMap(one => (one.kind === "grid-disputed" ? one.refs.map(title) : []));
  const checks = (grid.checks ?? []).toSorted((a, b) => Number(a.hint ?? false) - Number(b.hint ?? false));
  return [
    ...(disputed.length > 0
      ? [
          {
            text: words.grid.finding(
              words.grid.disputed,
              disputed.map(one => words.grid.row(one, [])),
            ),
            detail: words.grid.settle,
          },
        ]
      : []),
    ...checks.flatMap(check => {
      const { id, title: what, text, hint } = check;
      // A check of one party says itself whom it is about.
      const named = "marks" in check && check.columns?.length === 1 ? () => [] : (ids: string[]) => ids.map(party);
      const held = own.flatMap(one =>
        one.kind === "grid" && one.check === id
          ? one.refs.map(ref => words.grid.row(title(ref), named(one.columns)))
          : [],
      );
      if (held.length === 0) return [];
      return [{ text: words.grid.finding(what, held), detail: hint ? words.grid.hint(text) : text }];
    }),
  ];
}

type GridFinding = Extract<Finding, { grid: string }>;
