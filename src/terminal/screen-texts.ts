// The texts of an interview's screen: what is asked, what can be chosen, why it is asked, which keys there are.

import { answerOf, cellsOf, levelOf, optionsOf, screenAt } from "../interview/given.ts";
import { isTakable } from "../interview/moves.ts";
import { entriesOf } from "../interview/people.ts";
import { takesText } from "../interview/press.ts";
import type { Progress } from "../interview/progress.ts";
import { rolesAsked, type Screen } from "../interview/screens.ts";
import type { State } from "../interview/state.ts";
import type { InterviewWords } from "../locales/index.ts";
import { factValue, type Response } from "../model/assessment.ts";
import type { Grid } from "../model/grid.ts";
import { isSameName } from "../model/names.ts";
import { levelsOf, rowsInSections } from "../questionnaire/outline.ts";
import { boundsText } from "../render/bounds.ts";

interface AskedText {
  question: string;
  help: string;
  /** Who should answer, what to ask for. */
  beside: string[];
  /** What the marks of a grid mean. */
  marks?: string[];
}

const roleTitle = ({ questionnaire }: State, id: string) =>
  questionnaire.roles.find(role => role.id === id)?.title ?? id;

export function questionOf(words: InterviewWords, state: State, progress?: Progress): AskedText {
  const screen = screenAt(state);
  const { assessment } = state;
  const now = (value: string | number | undefined) =>
    value === undefined || value === "" ? "" : words.now(String(value));
  switch (screen.kind) {
    case "who":
      return {
        question: state.respondent === undefined ? words.who : words.whoSame(state.respondent),
        help: "",
        beside: [],
      };
    case "respondent":
      return { question: words.respondent, help: "", beside: [] };
    case "role":
      return { question: words.role, help: "", beside: [] };
    case "organization":
      return { question: words.organization, help: now(assessment.organization), beside: [] };
    case "line-of-business":
      return { question: words.lineOfBusiness, help: now(assessment.lineOfBusiness), beside: [] };
    case "fact": {
      const { fact } = screen;
      const given = assessment.facts?.[fact.id];
      const value = fact.type === "choice" ? undefined : factValue(given);
      const { by, date } = typeof given === "object" ? given : {};
      const giver = by === undefined || isSameName(by, state.respondent) ? "" : words.givenBy(by, date);
      return {
        question: fact.question,
        help: [boundsText(words.bounds, fact), fact.help, now(value), giver].filter(Boolean).join(" · "),
        beside: [],
      };
    }
    case "criterion": {
      const { question, help = "", roles, evidence } = screen.criterion;
      const who = words.askWho(roles.map(role => roleTitle(state, role)).join(", "));
      return { question, help, beside: [who, ...(evidence ? [words.evidence(evidence)] : [])] };
    }
    case "row": {
      const { grid, row } = screen;
      const who = words.askWho(grid.roles.map(role => roleTitle(state, role)).join(", "));
      // How to fill the grid in is said once; later it is a key away.
      const how = row === rowsInSections(grid)[0] ? grid.help : undefined;
      const help = [grid.question, row.help, how].filter(Boolean).join(" ");
      return {
        question: row.title,
        help,
        beside: [who, ...(grid.evidence ? [words.evidence(grid.evidence)] : [])],
        marks: grid.marks.map(({ id, title, text }) => words.mark(id, title, text)),
      };
    }
    case "end":
      return { question: words.end, help: progress ? leftText(words, state, progress) : "", beside: [] };
  }
}

export const mostNamed = 5;

/** What is open at the end: how much of one's own, and whatever the verdict waits for, with who can say it. */
function leftText(words: InterviewWords, state: State, { left, mine, others }: Progress): string {
  const { questionnaire } = state;
  const titled = [
    ...(questionnaire.facts ?? []),
    ...questionnaire.dimensions.flatMap(({ criteria }) => criteria),
    ...(questionnaire.grids ?? []),
  ];
  const waits = [...mine, ...others];
  const items = waits.slice(0, mostNamed).map(({ criterion, fact, grid, roles }) => {
    const id = (criterion ?? fact ?? grid)!;
    return words.decidesItem(
      titled.find(one => one.id === id)?.title ?? id,
      roles.map(role => roleTitle(state, role)),
    );
  });
  const rest = waits.length - items.length;
  return [
    words.left(left.facts, left.questions, others.length),
    ...(items.length > 0 ? [words.decides([...items, ...(rest > 0 ? [words.more(rest)] : [])])] : []),
  ].join(" ");
}

export interface Shown {
  label: string;
  text: string;
  /** The answer given before. */
  chosen: boolean;
}

export const numbered = (texts: string[], isChosen: (index: number) => boolean = () => false): Shown[] =>
  texts.map((text, index) => ({ label: String(index + 1), text, chosen: isChosen(index) }));

/** Somebody who answered: the name, and the department where there is one. */
export const personText = (words: InterviewWords, state: State, { respondent, role }: Response): string =>
  [respondent ?? words.unnamed, ...(role ? [roleTitle(state, role)] : [])].join(", ");

export function choicesText(words: InterviewWords, state: State): Shown[] {
  const { questionnaire, assessment } = state;
  const screen = screenAt(state);
  switch (screen.kind) {
    case "who": {
      const people = (assessment.responses ?? []).map(response => personText(words, state, response));
      return numbered([...people, words.someoneElse]);
    }
    case "role":
      return numbered([...rolesAsked(questionnaire).map(role => role.title), words.everyone]);
    case "fact": {
      const { fact } = screen;
      return fact.type === "choice"
        ? numbered(
            fact.choices.map(({ title }) => title),
            index => factValue(assessment.facts?.[fact.id]) === fact.choices[index]!.id,
          )
        : [];
    }
    case "criterion": {
      const answer = answerOf(state, screen.criterion.id);
      const { options } = screen.criterion;
      if (options) {
        const given = optionsOf(answer) ?? [];
        return options.map(({ id, text }, index) => ({
          label: `${index + 1} [${state.ticked.includes(id) ? "x" : " "}]`,
          text,
          chosen: given.includes(id),
        }));
      }
      return levelsOf(questionnaire, screen.criterion).map(({ text }, level) => ({
        label: String(level),
        text,
        chosen: levelOf(answer) === level,
      }));
    }
    case "row":
      return rowChoices(words, state, screen);
    default:
      return [];
  }
}

/** The parties with their marks, and where the row is saved. */
function rowChoices(words: InterviewWords, state: State, { grid, row }: Extract<Screen, { kind: "row" }>): Shown[] {
  const { cells } = state;
  const saved = cellsOf(state, { grid, row });
  const same = saved !== undefined && grid.columns.every(({ id }) => saved[id] === cells[id]);
  const numbered = numberedParties(grid);
  const parties = grid.columns.map(({ id, title }, index): Shown => {
    const mark = grid.marks.find(one => one.id === cells[id]);
    const number = index < numbered ? index + 1 : " ";
    return {
      label: `${number} [${mark?.id ?? " "}]`,
      text: mark ? words.partyMarked(title, mark.title) : title,
      chosen: false,
    };
  });
  return [...parties, { label: "     ", text: words.confirm(Object.keys(cells).length), chosen: same }];
}

/** How many parties a digit reaches: none where digits are marks. */
const numberedParties = ({ marks, columns }: Grid): number =>
  marks.some(({ id }) => /\d/.test(id)) ? 0 : Math.min(9, columns.length);

/** The question with everything there is to say about it: a low screen has no room for that beside the choices. */
export function whyOf(words: InterviewWords, state: State): string[] {
  const screen = screenAt(state);
  if (screen.kind !== "criterion" && screen.kind !== "row") return [];
  const asked = screen.kind === "criterion" ? [screen.criterion] : [screen.row, screen.grid];
  const why = asked.flatMap(one => one.why ?? []).join(" ");
  const cites = asked.flatMap(one => one.cites ?? []);
  const inference = asked.flatMap(one => one.inference ?? []).join(" ");
  const claims = cites.flatMap(id => {
    const claim = state.questionnaire.claims?.[id];
    return claim ? [`${id}: ${claim}`] : [];
  });
  const { question, help, beside, marks = [] } = questionOf(words, state);
  const how = screen.kind === "row" && screen.grid.help && !help.includes(screen.grid.help) ? [screen.grid.help] : [];
  return [
    question,
    ...(help ? [help] : []),
    ...how,
    ...marks,
    ...(screen.kind === "criterion" ? choicesText(words, state).map(({ label, text }) => `${label}: ${text}`) : []),
    ...(why ? [`${words.why}: ${why}`] : []),
    ...(claims.length > 0 ? [words.sources, ...claims] : []),
    ...(inference ? [words.ours(inference)] : []),
    ...beside,
    keysOf(words, { ...state, mode: { kind: "ask" } }).join(" · "),
  ];
}

export function keysOf(words: InterviewWords, state: State, linear = false): string[] {
  const screen = screenAt(state);
  const keys = { ...words.keys, ...(linear && words.linearKeys) };
  if (state.mode.kind === "why") return [keys.reading];
  if (state.mode.kind === "which") return [keys.which];
  if (state.mode.kind === "jump") return [keys.jumping];
  if (state.mode.kind === "find") return [keys.finding];
  if (state.mode.kind === "role-of") return [keys.roleOf];
  if (state.mode.kind === "people")
    return [entriesOf(state)[state.mode.cursor]!.kind === "person" ? keys.person : keys.agreement];
  if (state.mode.kind === "rename") return [linear && state.text !== "" ? words.linearKeys.noteAgain : keys.escape];
  if (state.mode.kind === "text") {
    const edits = state.mode.field === "note" && state.text !== "";
    return [!edits ? keys.escape : linear ? words.linearKeys.noteAgain : words.keys.noteAgain];
  }
  const takable = isTakable(state);
  if (takesText(screen)) {
    if (linear) return [keys.text, ...(takable ? [words.linearKeys.colonTakeBack] : [])];
    return [takable && state.text !== "" ? keys.textAgain : keys.text, keys.up, keys.down, keys.quitText];
  }
  if (screen.kind === "end") return [keys.finish, keys.back, keys.jump, keys.quit];
  if (screen.kind === "who" || screen.kind === "role") return [keys.fact, keys.back, keys.quit];
  if (screen.kind === "row") return rowKeys(words, screen.grid, linear, takable);
  const takeBack = takable ? [keys.takeBack] : [];
  if (screen.kind !== "criterion") return [keys.fact, keys.back, keys.skip, ...takeBack, keys.jump, keys.quit];
  const { na, options } = screen.criterion;
  const top = Math.max(0, levelsOf(state.questionnaire, screen.criterion).length - 1);
  return [
    options ? keys.option : keys.level(top),
    keys.back,
    keys.skip,
    ...takeBack,
    keys.unknown,
    ...(na === undefined ? [] : [keys.na]),
    keys.note,
    keys.evidence,
    keys.jump,
    keys.why,
    keys.quit,
  ];
}

function rowKeys(words: InterviewWords, grid: Grid, linear: boolean, takable: boolean): string[] {
  const { keys, linearKeys } = words;
  const ids = grid.marks.map(({ id }) => id);
  const taken = (key: string) => ids.some(id => id.toLowerCase() === key);
  const last = numberedParties(grid);
  const titles = grid.columns.map(({ title }) => title);
  const filling = linear
    ? [linearKeys.row(ids, titles)]
    : [keys.marks(ids), keys.noMark, last > 1 ? keys.partyNumber(last) : keys.party, keys.row];
  const [back, skip] = linear ? [linearKeys.colonBack, linearKeys.colonSkip] : [keys.arrowBack, keys.arrowSkip];
  const takeBack = !taken("x") ? keys.takeBack : linear ? linearKeys.colonTakeBack : keys.deleteBack;
  return [
    ...filling,
    taken("b") ? back : keys.back,
    taken("s") ? skip : keys.skip,
    ...(takable ? [takeBack] : []),
    keys.jump,
    keys.why,
    keys.quit,
  ];
}
