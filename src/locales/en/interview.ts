// The words of the interview in English.
import type { Message, TextField } from "../../interview/state.ts";
import type { Hints } from "../../model/hints.ts";
import { bounds } from "./bounds.ts";
import { and, count as many } from "./numbers.ts";

const field = {
  note: "Note on this question",
  na: "Why does it not apply?",
  "evidence-text": "Evidence: what was seen (a report, a demonstration)",
  "evidence-url": "Evidence: a link to it (Enter for none)",
  "evidence-date": "Evidence: its date, YYYY-MM-DD (Enter for none)",
} satisfies Record<TextField, string>;

const message = {
  "choose-first": "Choose first, with a number or the arrows.",
  "na-not-allowed": "This question always applies. If nobody can say, press u.",
  "needs-reason": "Not applicable needs a reason. Esc goes back.",
  "not-a-number": "That is not a number. Digits and a point, for example 2500000 or 0.05.",
  "read-as": ({ value }) => `Read as ${value}.`,
  "too-long": ({ longest }) => `That is too long: at most ${longest} characters.`,
  "not-a-key": ({ key }) => `${key} is no key here; these are:`,
  "date-to-come": "That day has not come yet.",
  "out-of-bounds": "That is outside what is possible here.",
  "not-a-date": "That is not a date. Year, month, day: 2026-11-22.",
  "draft-waits":
    "Your remark goes with an answer and is not saved yet. Answer first, or press the key again to drop it.",
  "row-empty": "Nobody has a mark yet. Enter again says that nobody does it.",
  "row-through": "That was the last party. Enter saves the row, ↑ goes back to a party.",
  "row-waits": "This row is not saved yet. Enter saves it, or press the key again to drop it.",
  "row-unreadable": ({ word, suggestion }) =>
    suggestion === null
      ? `“${word}” is none of the parties. Write the name, its beginning or its number.`
      : `“${word}” is none of the parties. Did you mean ${suggestion}?`,
  "row-mark-missing": ({ word }) => `What is “${word}”? Put a mark before the party.`,
  "row-party-missing": ({ mark }) => `Who has the mark ${mark}? Put the party after it.`,
  "row-length": ({ found, parties }) =>
    `These are ${found} marks for ${parties} parties. Give one for each, - for none, or write the party beside the mark.`,
  "row-twice": ({ party }) => `${party} has two marks here. One for each party: the one that says most.`,
  "at-the-beginning": "This is the beginning.",
  "taken-back": "Taken back: there is no answer here now.",
  "nothing-to-take-back": "There is nothing here to take back.",
  "remarks-go": "What was written with this answer goes too. Press the key again to take all of it back.",
  goes: ({ answers }) =>
    answers === null
      ? "What was agreed goes, and what people said counts again. Press the key again to take it back."
      : `${answers === 0 ? "No answer goes" : `${many(answers, "answer goes", "answers go")}`} with this person. Press the key again to remove them.`,
  "name-taken": ({ name }) => `“${name}” answers for that department already.`,
  "nothing-found": ({ words }) => `No question here has “${words}”.`,
  "line-cut":
    "A terminal keeps 4,095 bytes of a line and drops the rest, so nothing of it was taken. Give it in shorter lines.",
  pasted: "A text was pasted where keys choose: nothing of it was taken as an answer.",
  joined: "Somebody else is answering in this file, too. Both are in it.",
  "not-saved": "Not saved yet: the file cannot be written. Your answers are kept here; make room and press any key.",
} satisfies { [Code in Message["code"]]: string | ((message: Extract<Message, { code: Code }>) => string) };

export const interview = {
  field,
  message,
  saved: (file: string, resume: string): Hints => ({
    title: `Everything is saved in ${file}.\nTo go on:`,
    commands: [[resume, ""]],
  }),
  nothingYet: (resume: string): Hints => ({
    title: "Nothing was answered, so nothing is saved yet.\nTo begin:",
    commands: [[resume, ""]],
  }),
  /** `named`: the file as a command takes it, with the questionnaire where that is to be named, too. */
  finished: (cxm: string, file: string, named: string): Hints => ({
    title: `Every answer is in ${file}. What to do next:`,
    commands: [
      [`${cxm} assess ${named}`, "let another department answer in it"],
      [`${cxm} report ${named} -o report.md`, "write the report for the leader"],
    ],
  }),
  who: "Who is answering?",
  whoSame: (name: string) => `That name is here already. Is “${name}” this person, or someone else?`,
  someoneElse: "Someone else",
  unnamed: "Without a name",
  respondent: "Who are you? Your function is enough; a name is not needed.",
  role: "For which department do you answer?",
  everyone: "Several people together (asks every question)",
  organization: "Which organisation is this about?",
  lineOfBusiness: "Which line of business? (Enter to leave out)",
  now: (value: string) => `Now: ${value}`,
  givenBy: (name: string, date: string | undefined) => `Given by ${[name, date].filter(Boolean).join(", ")}`,
  which: "Which number is meant?",
  bounds,
  askWho: (roles: string) => `Best answered by: ${roles}.`,
  evidence: (what: string) => `Ask to see: ${what}`,
  why: "Why it matters",
  sources: "Where it comes from",
  ours: (what: string) => `Our inference: ${what}`,
  jump: "Where to?",
  find: "Words of the question",
  found: (sought: string) => `Questions with “${sought}”`,
  people: "Who answered, and what was agreed",
  rename: "Which name? Empty for none.",
  roleOf: (name: string) => `For which department does ${name} answer?`,
  noRole: "For several departments together",
  answersOf: (count: number) => many(count, "answer", "answers"),
  agreed: (title: string, what: string, because: string) => `Agreed: ${title}: ${what}. ${because}`,
  level: (level: number) => `level ${level}`,
  target: {
    organization: "The organisation",
    facts: "The facts about it",
    end: "The end: the verdict",
    people: "Who answered, and what was agreed",
  },
  end: "That was the last question.",
  left: (facts: number, questions: number, others: number) =>
    facts + questions === 0
      ? others === 0
        ? "Nothing is left open."
        : "Nothing of yours is left open."
      : `Still open: ${and([
          ...(questions > 0 ? [many(questions, "question", "questions")] : []),
          ...(facts > 0 ? [many(facts, "fact", "facts")] : []),
        ])} of yours; b goes back, j jumps to a part.`,
  decides: (items: string[]) => `The verdict waits for: ${items.join("; ")}.`,
  decidesItem: (title: string, roles: string[]) => (roles.length > 0 ? `${title} (${roles.join(" or ")})` : title),
  more: (count: number) => `and ${count} more`,
  progress: (answered: number, na: number, total: number) =>
    `${answered} of ${total} answered${na === 0 ? "" : `, ${na} ${na === 1 ? "does" : "do"} not apply`}`,
  dimension: (at: number, of: number, title: string) => `${title} (${at} of ${of})`,
  /** Open questions and facts: of the present respondent, and of others, of one department where it is one (`whose`); `alone`: nobody else
   * is asked anything. */
  deciding: (mine: number, others: number, whose: string | null, alone: boolean) =>
    `${[
      ...(mine > 0 ? [alone ? `${mine}` : `${mine} of yours`] : []),
      ...(others > 0 ? [whose === null ? `${others} of others` : `${others} of ${whose}`] : []),
    ].join(" and ")} can still change the verdict`,
  certain: "no open question can change the verdict",
  unheard: (answers: number, roles: string[], canChange: boolean) =>
    canChange
      ? `${and(roles)} could still change it (${many(answers, "answer", "answers")} not heard on)`
      : `nor can anyone who was not heard`,
  section: (at: number, of: number, title: string) => `${title}, row ${at} of ${of}`,
  sectionOf: (grid: string, section: string) => `${grid}: ${section}`,
  rows: (filled: number, total: number) => `${filled} of ${total} rows filled in`,
  mark: (id: string, title: string, text: string) => `${id} ${title}: ${text}`,
  partyMarked: (party: string, mark: string) => `${party}: ${mark}`,
  confirm: (marks: number) =>
    `Enter saves the row: ${marks === 0 ? "no marks" : marks === 1 ? "1 mark" : `${marks} marks`}`,
  chosen: "[your answer]",
  answered: { unknown: "answered: unknown", na: (reason: string) => `answered: does not apply, ${reason}` },
  note: (text: string) => `Note: ${text}`,
  evidenceCount: (count: number) => (count === 1 ? "1 piece of evidence" : `${count} pieces of evidence`),
  keys: {
    level: (top: number) => `0-${top} or ↑↓ Enter`,
    option: "Space ticks, Enter confirms",
    marks: (marks: string[]) => `${marks.join("/")} mark and go on`,
    noMark: "Space none",
    party: "↑↓ party",
    partyNumber: (last: number) => `1-${last} or ↑↓ party`,
    row: "Enter save the row",
    arrowBack: "← back",
    arrowSkip: "→ skip",
    fact: "1-9 or ↑↓ Enter",
    text: "Enter keeps and goes on, empty skips",
    textAgain: "Enter keeps and goes on, emptied takes back",
    up: "↑ back",
    down: "↓ skip",
    quitText: "Ctrl-C save and quit",
    back: "b back",
    skip: "s skip",
    takeBack: "x take back",
    deleteBack: "Delete on the last line takes back",
    unknown: "u unknown",
    na: "n not applicable",
    note: "t note",
    evidence: "e evidence",
    jump: "j jump",
    why: "? more",
    which: "1 or 2 · any other key goes back to the text",
    reading: "↑↓ scroll · any other key goes back to the question",
    quit: "q save and quit",
    finish: "Enter finish",
    escape: "Enter keeps, Esc leaves",
    noteAgain: "Enter keeps, emptied removes it, Esc leaves",
    jumping: "↑↓ Enter go there · / find by words · Esc leaves",
    finding: "Enter goes there, or shows all of them · Esc back to the list",
    person: "↑↓ choose · r rename · o other department · x remove · Esc leaves",
    agreement: "↑↓ choose · x take back · Esc leaves",
    roleOf: "a number or ↑↓ Enter · Esc back to the list",
  },
  /** Where keys are typed and confirmed with Enter. */
  linearKeys: {
    level: (top: number) => `type 0-${top} to choose, or a letter`,
    option: "type a number to tick, an empty line confirms",
    colonBack: ":b back",
    colonSkip: ":s skip",
    colonTakeBack: ":x take back",
    row: (marks: string[], parties: string[]) =>
      `type ${marks
        .slice(0, Math.min(2, parties.length))
        .map((mark, at) => `${mark} ${parties[at]}`)
        .join(
          ", ",
        )}, or a mark for each party in order, - for none · - alone for nobody · an empty line saves the row as it is`,
    fact: "type a number to choose",
    text: "type the answer, an empty line skips · :b back · :s skip · :q save and quit",
    finish: "an empty line finishes",
    escape: "type it · :x leaves",
    noteAgain: "type another · an empty line keeps it · - removes it · :x leaves",
    jumping: "type down or up, an empty line goes there · / finds by words · j leaves",
    finding: "type some words · :x back to the list",
    person: "type down, up or a number · r rename · o other department · x remove · j leaves",
    agreement: "type down, up or a number · x take back · j leaves",
    roleOf: "type a number · b back to the list",
    reading: "an empty line goes back to the question",
  },
};

export type InterviewWords = typeof interview;
