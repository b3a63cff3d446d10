// The lists of an interview that are no question: places to go to, people and what was agreed, departments, two readings of a number.
// In: the state. Out: a title, the entries, and which of them is highlighted; null where none is shown.
import { answerOf, isAnswered, screens } from "../interview/given.ts";
import { type Target, targetsOf } from "../interview/jump.ts";
import { countOf, type Entry, entriesOf } from "../interview/people.ts";
import { rolesAsked, type Screen } from "../interview/screens.ts";
import type { State } from "../interview/state.ts";
import type { InterviewWords } from "../locales/index.ts";
import type { Agreed } from "../model/assessment.ts";
import { criteriaOf } from "../questionnaire/outline.ts";
import { numbered, personText, type Shown } from "./screen-texts.ts";

export interface List {
  title: string;
  choices: Shown[];
  cursor: number;
}

export function listOf(words: InterviewWords, state: State): List | null {
  const { mode, assessment, questionnaire } = state;
  switch (mode.kind) {
    case "jump":
      return {
        title: mode.words === null ? words.jump : words.found(mode.words),
        choices: placesWith(words, state, mode.words),
        cursor: mode.cursor,
      };
    case "people":
      return {
        title: words.people,
        choices: numbered(entriesOf(state).map(entry => entryText(words, state, entry))),
        cursor: mode.cursor,
      };
    case "role-of": {
      const roles = rolesAsked(questionnaire).map(({ title }) => title);
      const title = words.roleOf(assessment.responses![mode.response]!.respondent ?? words.unnamed);
      return { title, choices: numbered([...roles, words.noRole]), cursor: mode.cursor };
    }
    case "which":
      return { title: words.which, choices: numbered(mode.values.map(String)), cursor: state.cursor };
    default:
      return null;
  }
}

/** The parts, or the questions that have the words. */
export function placesWith(words: InterviewWords, state: State, sought: string | null): Shown[] {
  const asked = screens(state);
  return targetsOf(state, sought).map(target => ({
    label: "",
    text: placeText(words, state, asked, target),
    chosen: false,
  }));
}

function placeText(words: InterviewWords, state: State, asked: Screen[], target: Target): string {
  switch (target.kind) {
    case "question":
      return questionText(words, target.screen);
    case "section": {
      const { grid, section } = target;
      const rows = asked.filter(one => one.kind === "row" && one.grid.id === grid.id && one.row.section === section);
      const { title } = grid.sections.find(({ id }) => id === section)!;
      const filled = rows.filter(one => isAnswered(state, one)).length;
      return `${words.sectionOf(grid.title, title)} (${words.rows(filled, rows.length)})`;
    }
    case "dimension": {
      const { id, title } = target.dimension;
      const criteria = asked.flatMap(one => (one.kind === "criterion" && one.dimension.id === id ? one.criterion : []));
      const done = criteria.filter(one => answerOf(state, one.id) !== undefined).length;
      return `${title} (${words.progress(done, 0, criteria.length)})`;
    }
    default:
      return words.target[target.kind];
  }
}

function questionText(words: InterviewWords, screen: Screen): string {
  if (screen.kind === "fact") return screen.fact.question;
  if (screen.kind === "criterion") return `${screen.criterion.question} (${screen.dimension.title})`;
  return screen.kind === "row" ? words.sectionOf(screen.grid.title, screen.row.title) : "";
}

function entryText(words: InterviewWords, state: State, entry: Entry): string {
  if (entry.kind === "person")
    return `${personText(words, state, entry.said)}, ${words.answersOf(countOf(entry.said))}`;
  const { title = entry.id } = criteriaOf(state.questionnaire).find(({ id }) => id === entry.id) ?? {};
  return words.agreed(title, agreedText(words, entry.said), entry.said.because);
}

function agreedText(words: InterviewWords, agreed: Agreed): string {
  if ("level" in agreed) return words.level(agreed.level);
  return "options" in agreed ? agreed.options.join(", ") : words.answered.na(agreed.na);
}
