// A row of a grid as a line of text. In: "R stores, e-commerce; A marketing", "stores: R, marketing: A", or a mark for each party in
// order with - for none ("R R - A - - -"); - alone for nobody. Out: the cells, or what cannot be read. Rule kept: nothing is guessed.
import type { Cells, Grid } from "../model/grid.ts";
import { nearest } from "../nearest.ts";
import type { Message } from "./state.ts";

type Parsed = { cells: Cells } | Message;

export function parseRow(grid: Grid, text: string): Parsed {
  const line = text.trim();
  if (line === "-") return { cells: {} };
  return inOrder(grid, line) ?? byName(grid, line);
}

export const markOf = ({ marks }: Grid, word: string): string | undefined =>
  marks.find(({ id }) => id.toLowerCase() === word.toLowerCase())?.id;

/** Marks and dashes alone; null for anything else. */
function inOrder(grid: Grid, line: string): Parsed | null {
  const signs = [...line.replace(/[\s,;|]+/g, "")];
  if (!signs.every(sign => sign === "-" || markOf(grid, sign))) return null;
  const { columns } = grid;
  if (signs.length !== columns.length) return { code: "row-length", found: signs.length, parties: columns.length };
  const pairs = columns.map(({ id }, at) => [id, markOf(grid, signs[at]!)] as const);
  return { cells: Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined)) };
}

function byName(grid: Grid, line: string): Parsed {
  const cells = new Map<string, string>();
  let before: string | undefined;
  for (const part of line.split(/[,;]/)) {
    const { groups, carries } = groupsOf(grid, part.split(/[\s:=]+/).filter(Boolean), before);
    for (const { mark, names } of groups) {
      if (names.length === 0) return { code: "row-party-missing", mark: mark! };
      const parties = partiesIn(grid, names);
      if ("code" in parties) return parties;
      if (mark === undefined) return { code: "row-mark-missing", word: names.join(" ") };
      for (const { id, title } of parties.found) {
        if ((cells.get(id) ?? mark) !== mark) return { code: "row-twice", party: title };
        cells.set(id, mark);
      }
    }
    before = carries;
  }
  return { cells: Object.fromEntries(cells) };
}

interface Marked {
  mark: string | undefined;
  names: string[];
}

interface Groups {
  groups: Marked[];
  /** The mark that holds for the next part too. */
  carries: string | undefined;
}

/** Words by the mark before them ("R stores"), which carries on to the next part; read from the end where the mark comes after. */
function groupsOf(grid: Grid, words: string[], before: string | undefined): Groups {
  const isMark = (word: string) => markOf(grid, word) !== undefined;
  const trails = words.some(isMark) && !isMark(words[0]!);
  const first: Marked = { mark: trails ? undefined : before, names: [] };
  const groups = (trails ? words.toReversed() : words).reduce(
    (some, word) => {
      const mark = markOf(grid, word);
      if (mark !== undefined) some.push({ mark, names: [] });
      else if (trails) some.at(-1)!.names.unshift(word);
      else some.at(-1)!.names.push(word);
      return some;
    },
    [first],
  );
  return {
    groups: first.names.length > 0 ? groups : groups.slice(1),
    carries: trails ? undefined : groups.at(-1)!.mark,
  };
}

type Party = Grid["columns"][number];

/** The parties that words name one after the other; of names that begin alike the longest. */
function partiesIn(grid: Grid, words: string[]): { found: Party[] } | Message {
  const found: Party[] = [];
  for (let at = 0; at < words.length; ) {
    const ends = Array.from({ length: words.length - at }, (_, less) => words.length - less);
    const end = ends.find(end => partyOf(grid, words.slice(at, end).join(" ")));
    const party = end && partyOf(grid, words.slice(at, end).join(" "));
    if (!end || !party) return unreadable(grid, words.slice(at).join(" "));
    found.push(party);
    at = end;
  }
  return { found };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** By number, id or title, or by the beginning of one of its words if no other party has one that begins so. */
function partyOf({ columns, marks }: Grid, word: string): Party | undefined {
  const wanted = plain(word);
  const numbered = !marks.some(({ id }) => /\d/.test(id)) && /^\d+$/.test(word) ? columns[Number(word) - 1] : undefined;
  const whole = columns.find(({ id, title }) => plain(id) === wanted || plain(title) === wanted);
  if (numbered || whole) return numbered ?? whole;
  const begun = columns.filter(({ id, title }) => {
    const words = [id, ...title.split(" ")].map(plain);
    return [...words, plain(title)].some(one => one.startsWith(wanted));
  });
  return wanted.length > 1 && begun.length === 1 ? begun[0] : undefined;
}

function unreadable({ columns }: Grid, word: string): Message {
  const close = nearest(
    word,
    columns.flatMap(({ id, title }) => [title, id]),
  );
  const party = columns.find(({ id, title }) => id === close || title === close);
  return { code: "row-unreadable", word, suggestion: party?.title ?? null };
}
