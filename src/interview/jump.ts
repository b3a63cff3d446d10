// Where one can jump to: the organisation and its facts, the first question of each dimension, the first row of each section of a
// grid, the end, the people; and every question that has the words one looks for.
import type { Grid } from "../model/grid.ts";
import type { Dimension } from "../model/questionnaire.ts";
import { screens } from "./given.ts";
import { entriesOf, openPeople } from "./people.ts";
import type { Screen } from "./screens.ts";
import { go, type Mode, type State, say } from "./state.ts";

export type Target = { at: number } & (
  | { kind: "organization" | "facts" }
  | { kind: "dimension"; dimension: Dimension }
  | { kind: "section"; grid: Grid; section: string }
  | { kind: "end" }
  | { kind: "people" }
  | { kind: "question"; screen: Screen }
);

/** `words` null: the parts; else the questions with these words. */
export const targetsOf = (state: State, words: string | null): Target[] =>
  words === null ? partsOf(state) : questionsWith(state, words);

function partsOf(state: State): Target[] {
  const met = new Set<Dimension | string>();
  const first = (part: Dimension | string) => !met.has(part) && met.add(part).size > 0;
  const parts = screens(state).flatMap((screen, at): Target[] => {
    if (screen.kind === "organization" || screen.kind === "end") return [{ kind: screen.kind, at }];
    if (screen.kind === "fact" && first("facts")) return [{ kind: "facts", at }];
    if (screen.kind === "criterion" && first(screen.dimension))
      return [{ kind: "dimension", dimension: screen.dimension, at }];
    if (screen.kind === "row" && first(`${screen.grid.id} ${screen.row.section}`))
      return [{ kind: "section", grid: screen.grid, section: screen.row.section, at }];
    return [];
  });
  return entriesOf(state).length > 0 ? [...parts, { kind: "people", at: Number.POSITIVE_INFINITY }] : parts;
}

/** Every word has to be there, in any order, in any of what a question is known by; case and accents do not count. */
function questionsWith(state: State, words: string): Target[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return screens(state).flatMap((screen, at): Target[] => {
    const known = folded(knownBy(screen).join(" "));
    return wanted.every(word => known.includes(word)) ? [{ kind: "question", screen, at }] : [];
  });
}

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function knownBy(screen: Screen): string[] {
  switch (screen.kind) {
    case "fact":
      return [screen.fact.id, screen.fact.title, screen.fact.question];
    case "criterion": {
      const { criterion, dimension } = screen;
      return [criterion.id, criterion.title, criterion.question, dimension.id, dimension.title];
    }
    case "row": {
      const { grid, row } = screen;
      const section = grid.sections.find(({ id }) => id === row.section);
      return [row.id, row.title, grid.id, grid.title, section?.title ?? ""];
    }
    default:
      return [];
  }
}

/** The list of places, with the present one highlighted. */
export function openJump(state: State): State {
  const cursor = targetsOf(state, null).findLastIndex(({ at }) => at <= state.at);
  return { ...state, mode: { kind: "jump", cursor: Math.max(0, cursor), words: null } };
}

/** A line for words to look for. */
export const openFind = (state: State): State => ({ ...state, text: "", mode: { kind: "find" } });

/** The questions with these words; the only one at once. */
export function find(state: State, text: string): State {
  const words = text.trim();
  if (words === "") return openJump(state);
  const [first, ...others] = targetsOf(state, words);
  if (first === undefined) return say({ ...state, text: words }, { code: "nothing-found", words });
  return others.length === 0 ? go(state, first.at) : { ...state, text: "", mode: { kind: "jump", cursor: 0, words } };
}

export function jump(state: State, { cursor, words }: Extract<Mode, { kind: "jump" }>, name: string): State {
  const targets = targetsOf(state, words);
  const to = (index: number): State => ({ ...state, mode: { kind: "jump", cursor: index, words } });
  if (name === "up") return to(cursor === 0 ? targets.length - 1 : cursor - 1);
  if (name === "down") return to((cursor + 1) % targets.length);
  if (name === "enter") {
    const target = targets[cursor]!;
    return target.kind === "people" ? openPeople(state) : go(state, target.at);
  }
  if (name === "/") return openFind(state);
  return ["escape", "j", "left", "b"].includes(name) ? { ...state, mode: { kind: "ask" } } : state;
}
