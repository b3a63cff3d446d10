// What each problem is called in English, and what to do about it. In: a problem. Out: two short texts; the place and the code are
// printed beside them. Rule kept: name the thing, what was found and what helps; blame nobody.

import type { Site } from "../../model/condition.ts";
import type { Conflict } from "../../model/conflict.ts";
import type { Bounds, Expectation, Kind, ProblemCode, ProblemOf, SchemaType } from "../../problem.ts";
import { number } from "./numbers.ts";

export interface ProblemText {
  what: string;
  advice: string;
}

const types: Record<SchemaType, string> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping (key: value)",
  null: "nothing",
};

const kinds: Record<Kind, string> = {
  figure: "fact, criterion, dimension, measure or capability",
  fact: "fact",
  criterion: "criterion",
  dimension: "dimension",
  measure: "measure",
  "own measure": "measure under `measures`",
  capability: "capability",
  cap: "cap",
  gate: "gate",
  signal: "signal",
  condition: "condition",
  phase: "phase",
  step: "step",
  group: "group",
  note: "note",
  recommendation: "recommendation",
  warning: "warning",
  role: "role",
  department: "stakeholder department",
  "partner type": "partner type",
  choice: "choice",
  option: "option",
  scale: "scale",
  claim: "claim",
  term: "glossary term",
  question: "reflection question",
  grid: "grid",
  row: "row",
  column: "column",
  section: "section",
  mark: "mark",
  "grid check": "check of the grid",
  tally: "tally",
  state: "state of a stakeholder",
  "profile part": "part of the profile",
  "profile state": "state of the profile",
};

/** Why a rule can never hold, and the cure for that. */
function clash(conflict: Conflict | null): { why: string; advice: string } {
  switch (conflict?.kind) {
    case "bounds":
      return {
        why: `: ${code(conflict.ref)} ${reachOf(conflict)}`,
        advice: "Compare with a figure that it can come to.",
      };
    case "never":
      return { why: `: it needs ${code(conflict.ref)}, which never holds`, advice: "Correct that one first." };
    case "always":
      return { why: `: ${code(conflict.ref)} always holds`, advice: "Correct that one first, or drop the `not`." };
    case "together":
      return {
        why:
          conflict.refs.length > 1
            ? `: what it asks of ${list(conflict.refs)} is never so at once`
            : `: what it asks of ${list(conflict.refs)} contradicts itself`,
        advice: "Drop or loosen one of the conditions.",
      };
    case "earlier":
      return {
        why: `: where its condition holds, an earlier step comes first, such as ${code(conflict.ref)}`,
        advice: "Narrow the earlier steps, or let it come before them.",
      };
    case "later":
      return {
        why: `: whoever reaches it also reaches a later one, such as ${code(conflict.ref)}`,
        advice: "Ask more of the later one.",
      };
    default:
      return { why: ": its conditions contradict each other", advice: "Drop or loosen one of the conditions." };
  }
}

function reachOf(bounds: { low: number | null; high: number | null }): string {
  // Two decimals, outwards.
  const low = bounds.low === null ? null : Math.floor(bounds.low * 100) / 100;
  const high = bounds.high === null ? null : Math.ceil(bounds.high * 100) / 100;
  if (low === null && high === null) return "never has such a value, whatever is answered";
  if (low === high) return `is always ${low}, whatever is answered`;
  if (low === null) return `is at most ${high}, whatever is answered`;
  if (high === null) return `is at least ${low}, whatever is answered`;
  return `lies between ${low} and ${high}, whatever is answered`;
}

const sites: Record<Site, string> = {
  visibility: "the visibility of a criterion",
  measure: "a measure",
  cap: "a cap",
  condition: "a named condition",
  gate: "a gate",
  signal: "a signal",
  profile: "the profile",
  phase: "a phase",
  step: "a step",
  group: "a roadmap group",
  note: "a note",
  recommendation: "a recommendation",
  "partner action": "a partner action",
  warning: "a warning",
};

const forms: Record<Extract<Expectation, { form: unknown }>["form"], string> = {
  id: "an id of letters, digits and hyphens, such as order-flow",
  questionnaire: "the id of a questionnaire, or the path of its file, such as ./my.yaml",
  text: "a text that is not empty",
  date: "a date as YYYY-MM-DD, such as 2026-11-21",
  version: 'a version of three numbers in quotes, such as "1.0.0"',
  answer: "a level, a list of options, the word unknown, or a mapping with level, options, unknown or na",
  all: "a list of criteria, or the word all",
  mark: "one letter or digit, the one that people type",
  other: "a value of another form",
};

/** What helps with the slips that are common in YAML. */
const syntaxAdvice: Record<string, string> = {
  BAD_INDENT:
    "Begin this line, or the next, in the column of the keys it belongs to, and close every [ and { that is open.",
  BAD_SCALAR_START: "Put the text in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "Put a text that contains a colon in quotes.",
  MISSING_CHAR: "Add what is missing: a closing quote, a bracket or a colon.",
  MULTILINE_IMPLICIT_KEY: "Look at the line before: a colon or a closing quote may be missing.",
  TAB_AS_INDENT: "Indent with spaces.",
  UNEXPECTED_TOKEN: "Look here and at the line before for a stray or missing character.",
};

/** Long ones by their two ends. */
/** What nobody sees in a name has to be seen where the name is wrong. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const code = (word: string | number): string => {
  const text = String(word).replace(
    unseen,
    sign => `<U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`,
  );
  return `\`${text.length > 80 ? `${text.slice(0, 50)} … ${text.slice(-20)}` : text}\``;
};
const list = (words: string[]): string => words.map(code).join(", ");
const or = (words: string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
const cycle = (path: string[]): string => path.map(code).join(" -> ");
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const suggest = (suggestion: string | null, otherwise: string): string =>
  suggestion === null ? otherwise : `Did you mean ${code(suggestion)}?`;

function expectation(expected: Expectation): string {
  if ("oneOf" in expected) return `one of ${list(expected.oneOf)}`;
  if ("min" in expected) return `${expected.min} or more`;
  if ("max" in expected) return `${expected.max} or less`;
  if ("fewest" in expected) return `at least ${count(expected.fewest, "entry", "entries")}`;
  if ("most" in expected) return `at most ${count(expected.most, "entry", "entries")}`;
  if ("longest" in expected) return `a text of at most ${expected.longest} characters`;
  return forms[expected.form];
}

function range({ min, max, above, whole }: Bounds): string {
  const parts = [
    whole ? "a whole number" : "a number",
    ...(min === undefined ? [] : [`of at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(max === undefined ? [] : [`of at most ${max}`]),
  ];
  return parts.join(" ");
}

export const problems = {
  "file-unnamed": () => ({
    what: "Where a file belongs there is an empty name.",
    advice: "Name a file. In a script, look at the variable that stands there.",
  }),
  "file-missing": () => ({ what: "There is no such file.", advice: "Look at the name and the folder." }),
  "file-directory": () => ({ what: "This is a folder.", advice: "Name a file in it." }),
  "file-forbidden": () => ({ what: "The file may not be read.", advice: "Ask for permission to read it." }),
  "file-too-big": ({ bytes, limit }) => ({
    what: bytes === null ? "The input is too big." : `The file is too big: ${megabytes(bytes)}.`,
    advice: `At most ${megabytes(limit)} are read. Split it.`,
  }),
  "file-unreadable": ({ reason }) => ({
    what: `The file cannot be read (${reason}).`,
    advice: "Look at the name and at the disk it is on.",
  }),
  "file-encoding": ({ utf16 }) => ({
    what: utf16 ? "The file is in UTF-16 or not a text." : "The file is not in UTF-8 from here on.",
    advice: "Save it as UTF-8.",
  }),
  "file-empty": () => ({ what: "The file is empty.", advice: "Fill it, or start from an example." }),
  "yaml-syntax": ({ rule, reason }) => ({
    what: `This is not YAML or JSON: ${reason}.`,
    advice: syntaxAdvice[rule] ?? "Look here and at the line before; a text with special characters needs quotes.",
  }),
  "yaml-tag": ({ tag }) => ({
    what: `The tag ${code(tag)} has no meaning here.`,
    advice: "Remove it, or put the text in quotes if it is not meant as a tag.",
  }),
  "yaml-key": () => ({
    what: "A key must be a single word or text.",
    advice: "Put it in quotes, or write it as a value.",
  }),
  "yaml-merge": () => ({
    what: `${code("<<")} merges nothing here: each mapping says all that it holds.`,
    advice: "Write out what is meant. An alias (`*name`) may stand for a whole value.",
  }),
  "yaml-number": ({ found }) => ({
    what: `${code(found)} is not a number that can be counted with.`,
    advice: "Write a finite number, or put it in quotes if it is a text.",
  }),
  "yaml-comma": ({ written, readings }) => ({
    what: `${code(written)} is two entries within braces: the comma ends the first.`,
    advice: readings.length > 0 ? `Write ${readings.join(" or ")}.` : "Write the number without the comma.",
  }),
  "number-octal": ({ written, value, octal }) => ({
    what: `${code(written)} is ${value} here; programs that read YAML 1.1 take it for ${octal === null ? "a text" : octal}.`,
    advice: `Write ${value}.`,
  }),
  "yaml-duplicate-key": ({ key }) => ({
    what: `The key ${code(key)} stands here for the second time.`,
    advice: "Keep one of the two.",
  }),
  "yaml-alias-unknown": ({ name }) => ({
    what: `The alias ${code(`*${name}`)} stands for nothing.`,
    advice: `Mark what it stands for with ${code(`&${name}`)} before it, or put the text in quotes.`,
  }),
  "yaml-aliases": ({ limit }) => ({
    what: "The aliases of this file multiply its content, or stand for themselves.",
    advice: `Write the content out; at most ${limit} uses are followed.`,
  }),
  "yaml-too-deep": ({ limit }) => ({
    what: "The content is nested too deeply.",
    advice: `At most ${limit} open lists and mappings are read. Close what is open.`,
  }),
  "file-too-many-parts": ({ limit }) => ({
    what: `The file has more than ${limit} parts (texts, numbers, lists, mappings, comments and blank lines).`,
    advice: "No assessment and no questionnaire of its size needs so many: look for what wrote it, or split it.",
  }),
  "yaml-several-documents": () => ({
    what: "The file holds several documents; the second begins here.",
    advice: "Put each in a file of its own.",
  }),

  "wrong-kind": ({ found }) =>
    found === "questionnaire"
      ? {
          what: "This is a questionnaire, not an assessment.",
          advice: "Check it with cxm check FILE, or apply it to answers: cxm score -q FILE ANSWERS",
        }
      : { what: "These are answers, not a questionnaire.", advice: "Score them: cxm score FILE" },
  "schema-unknown-key": ({ key, suggestion }) => ({
    what: `The key ${code(key)} is not known here.`,
    advice: suggest(suggestion, "Remove it, or move it to where it belongs."),
  }),
  "schema-missing-key": ({ key }) => ({
    what: `The key ${code(key)} is missing.`,
    advice: `Add ${code(`${key}:`)} here.`,
  }),
  "schema-type": ({ key, expected, found, written }) => ({
    what: `${key ? code(key) : "The file"} must be ${or(expected.map(type => types[type]))}; found ${written === null ? types[found] : code(written)}.`,
    advice: found === "null" ? "Fill it in, or remove the key." : `Write ${or(expected.map(type => types[type]))}.`,
  }),
  "schema-value": ({ key, expected }) => ({
    what: `${key ? code(key) : "The file"} has a value that is not allowed.`,
    advice: `Write ${expectation(expected)}.`,
  }),
  "schema-unquoted": ({ key, found }) => ({
    what: `${code(key)} is a text, and ${code(found)} without quotes is not.`,
    advice: `Write it in quotes: ${code(`"${found}"`)}.`,
  }),
  "keys-needed": ({ keys }) => ({ what: `One of ${list(keys)} is missing.`, advice: "Add one of them." }),
  "keys-exclusive": ({ keys }) => ({
    what: `${list(keys)} cannot stand together.`,
    advice: "Keep one of them.",
  }),
  "key-out-of-place": ({ key, beside }) => ({
    what: `${code(key)} has no meaning beside ${code(beside)}.`,
    advice: "Remove it.",
  }),

  "unknown-id": ({ kind, id, suggestion }) => ({
    what: `There is no ${kinds[kind]} ${code(id)}.`,
    advice: suggest(suggestion, "Look at the spelling, or add it to the questionnaire."),
  }),
  "duplicate-id": ({ kind, id }) => ({
    what: `The id ${code(id)} of this ${kinds[kind]} is taken already.`,
    advice: "Give one of the two another id.",
  }),
  "reference-cycle": ({ path }) => ({
    what: `This depends on itself: ${cycle(path)}.`,
    advice: "Break the circle at one place.",
  }),
  "prerequisite-cycle": ({ path }) => ({
    what: `These criteria wait for each other: ${cycle(path)}.`,
    advice: "Remove one of the prerequisites.",
  }),
  "level-out-of-range": ({ criterion, level, highest }) => ({
    what: `${code(criterion)} has the levels 0 to ${highest}; ${level} is never reached.`,
    advice: `Use a level from 0 to ${highest}.`,
  }),
  "figure-out-of-range": ({ figure, value, highest }) => ({
    what: `${code(figure)} runs from 0 to ${highest}; ${value} is never reached.`,
    advice: `Use a value from 0 to ${highest}.`,
  }),
  "target-out-of-range": ({ target, highest }) => ({
    what: `No criterion has a level ${target}.`,
    advice: `Aim at ${highest} or less.`,
  }),
  "bounds-reversed": ({ low, high }) => ({
    what: `No number is at least ${low} and at most ${high}.`,
    advice: "Correct one of the two bounds.",
  }),
  "not-over-gate": ({ phase, ref }) => ({
    what: `The phase ${code(phase)} has ${code("not")} over ${code(ref)}, which would grant the phase while answers are missing.`,
    advice: "Say with `atMost` or `below` which level must not be passed.",
  }),
  "leaf-out-of-place": ({ leaf, site }) => ({
    what: `${code(leaf)} cannot stand in ${sites[site]}.`,
    advice: "It reads a result that is not known there; use criteria, measures, facts, gates or signals.",
  }),
  "phase-not-earlier": ({ phase, reached }) => ({
    what: `The phase ${code(phase)} refers to ${code(reached)}, which is not an earlier one.`,
    advice: "Refer to a phase that stands before it in the list.",
  }),
  "missing-default-step": ({ step }) => ({
    what: `The last step, ${code(step)}, has a condition, so that no step may be left.`,
    advice: "End the list with a step without `when`: the default.",
  }),
  "step-after-default": ({ step, default: id }) => ({
    what: `The step ${code(step)} stands after ${code(id)}, which has no condition, and is never reached.`,
    advice: `Give ${code(id)} a \`when\`, or move it to the end.`,
  }),
  "condition-not-compared": ({ kind, id }) => ({
    what: `The ${kinds[kind]} ${code(id)} is not compared with anything.`,
    advice: "Add one of `atLeast`, `atMost`, `above`, `below`, `is`, `in`.",
  }),
  "comparison-type": ({ kind, id, expected }) =>
    ({
      number: {
        what: `The ${kinds[kind]} ${code(id)} is a number.`,
        advice: "Compare it with a number, without quotes.",
      },
      choice: {
        what: `The ${kinds[kind]} ${code(id)} is a choice.`,
        advice: "Compare it with the id of a choice, in quotes.",
      },
      known: {
        what: `The ${kinds[kind]} ${code(id)} is a free text and cannot be compared.`,
        advice: "Make it a choice.",
      },
    })[expected],
  "count-impossible": ({ atLeast, of }) => ({
    what: `${code(atLeast)} of ${count(of, "condition", "conditions")} cannot be asked for.`,
    advice: `Write a whole number from 1 to ${of}.`,
  }),
  "lowest-without-itself": ({ kind, id }) => ({
    what: `The ${kinds[kind]} ${code(id)} is to be the lowest of a list that does not name it.`,
    advice: `Add ${code(id)} to \`lowestOf\`.`,
  }),
  "listed-twice": ({ kind, id }) => ({
    what: `The ${kinds[kind]} ${code(id)} stands in this list twice.`,
    advice: "Keep one of the two.",
  }),
  "profile-state-missing": ({ part, state }) => ({
    what: `It is not said when ${code(part)} is ${code(state)}.`,
    advice: `Add ${code(`${state}:`)} with a condition; only the last state has none.`,
  }),
  "profile-state-remains": ({ state }) => ({
    what: `${code(state)} is the last state: a part has it when none of the others holds.`,
    advice: "Remove its condition.",
  }),
  "na-forbidden": ({ criterion }) => ({
    what: `${code(criterion)} says when it is not applicable, and \`notApplicable\` forbids that.`,
    advice: "Remove `na`, or let `notApplicable` of the criterion say what it counts: dropped, met or target.",
  }),
  "na-without-case": ({ criterion }) => ({
    what: `${code(criterion)} is never not applicable: what that counts changes nothing.`,
    advice: "Say with `na` when it is, or remove `notApplicable`.",
  }),
  "record-figure-decides": ({ measure, site }) => ({
    what: `${code(measure)} speaks of the record as it is (\`blanks: missing\`) and cannot stand in ${site === "weight" ? "the weight of a dimension" : sites[site]}: answers to come may contradict it.`,
    advice: "Read a measure without `blanks` here; recommendations, warnings and notes may read this one.",
  }),
  "weights-mismatch": ({ weights, members }) => ({
    what: `There are ${count(weights, "weight", "weights")} for ${count(members, "member", "members")}.`,
    advice: "Give one weight for each member, in the same order.",
  }),
  "not-a-number": ({ id }) => ({
    what: `The fact ${code(id)} is not a number.`,
    advice: "Name a fact of type number.",
  }),
  "not-a-choice": ({ id }) => ({
    what: `The fact ${code(id)} is not a choice.`,
    advice: "Name a fact of type choice.",
  }),
  "inside-outside-roles": ({ criterion }) => ({
    what: `${code(criterion)} is asked of outside roles only, whose answers never count as the level.`,
    advice: "Add a role that is inside.",
  }),
  "mark-clash": ({ mark, other }) => ({
    what: `The marks ${code(other)} and ${code(mark)} are the same key.`,
    advice: "Give one of them another letter or a digit.",
  }),
  "mark-reserved": ({ mark }) => ({
    what: `${code(mark)} is a key of the interview: j jumps and q quits.`,
    advice: "Give the mark another letter or a digit.",
  }),
  "check-settled": ({ check, holds, most }) => ({
    what: `${code(check)} ${holds ? "holds however a row is filled in" : "never holds"}: 0 to ${most} cells are counted.`,
    advice: "Correct its bounds, or the columns that it counts.",
  }),
  "check-without-rows": ({ check }) => ({
    what: `${code(check)} finds no row to look at.`,
    advice: "Correct its rows or its sections.",
  }),
  "unused-signal": ({ signal }) => ({
    what: `The signal ${code(signal)} is used nowhere.`,
    advice: "Use it in a rule, let a criterion solve it, or count it with {measure: signals}.",
  }),
  "unused-condition": ({ condition }) => ({
    what: `The condition ${code(condition)} is used nowhere.`,
    advice: "Use it, or remove it.",
  }),
  "unused-claim": ({ claim }) => ({
    what: `The claim ${code(claim)} is cited nowhere.`,
    advice: "Cite it, or remove it.",
  }),
  "weight-without-effect": ({ id }) => ({ what: `The weight of ${code(id)} changes nothing.`, advice: "Remove it." }),
  "phase-always-reached": ({ phase }) => ({
    what: `The phase ${code(phase)} has no \`entered\`: everybody reaches it, and no earlier phase is ever the result.`,
    advice: "Say when it is entered.",
  }),
  "rule-dead": ({ rule, because, conflict }) => {
    const { why, advice } = clash(conflict);
    const proof = because === "intervals" ? "" : " Every answer was tried.";
    return { what: `${code(rule)} can never hold${why}.${proof}`, advice };
  },
  "rule-not-searched": ({ rule, tried }) => ({
    what: `Whether ${code(rule)} can hold was not searched to the end: ${count(tried, "try", "tries")}, and none made it hold.`,
    advice:
      "That says nothing against it. Show with answers of your own that it can (`cxm score`), or let it rest on fewer answers.",
  }),
  "rule-without-witness": ({ rule, tried }) => ({
    what: `Among ${count(tried, "set", "sets")} of answers, all that are worth trying, none makes ${code(rule)} hold.`,
    advice:
      "A number that something computes with, or a grid, may still do it: show that with answers of your own (`cxm score`), or correct the condition.",
  }),

  "questionnaire-unknown": ({ id, known, suggestion, misfits = [] }) => ({
    what: [`There is no questionnaire ${code(id)}.`, ...misfits.map(file => `${file} has another id.`)].join(" "),
    advice: suggest(
      suggestion,
      `Known: ${list(known)}. One of your own is found beside the answers as ${code(`${id}.yaml`)}, or named by its path, such as ${code("./my.yaml")}, there or with --questionnaire.`,
    ),
  }),
  "questionnaire-missing": ({ path }) => ({
    what: `There is no file ${path}, which this names as its questionnaire.`,
    advice: "The path leads from the folder of the answers: correct it, or name the file with -q.",
  }),
  "questionnaire-mismatch": ({ wanted, found }) => ({
    what: `These are answers to ${code(found)}, not to ${code(wanted)}.`,
    advice: `Use the questionnaire ${code(found)}.`,
  }),
  "version-mismatch": ({ wanted, found }) => ({
    what: `These are answers to version ${found}; the questionnaire is version ${wanted}.`,
    advice: "Use a questionnaire with the same first number, or go through the answers again.",
  }),
  "version-newer": ({ wanted, found }) => ({
    what: `These are answers to version ${found}, which is newer than the questionnaire, version ${wanted}.`,
    advice: "Update the questionnaire.",
  }),
  "level-not-whole": ({ criterion, level, highest }) => ({
    what: `${level} is no level of ${code(criterion)}.`,
    advice: `Write a whole number, 0 to ${highest}.`,
  }),
  "level-not-in-criterion": ({ criterion, level, highest }) => ({
    what: `${code(criterion)} has no level ${level}.`,
    advice: `Choose a level from 0 to ${highest}.`,
  }),
  "na-not-allowed": ({ criterion }) => ({
    what: `${code(criterion)} is always applicable.`,
    advice: "Choose a level, or write unknown when nobody can say.",
  }),
  "options-expected": ({ criterion, options }) => ({
    what: `${code(criterion)} is a multiple choice and takes no level.`,
    advice: `Write a list, [] for none: ${list(options)}.`,
  }),
  "level-expected": ({ criterion, highest }) => ({
    what: `${code(criterion)} has levels and takes no list of options.`,
    advice: `Choose a level from 0 to ${highest}.`,
  }),
  "option-twice": ({ criterion, option }) => ({
    what: `The option ${code(option)} of ${code(criterion)} is chosen twice.`,
    advice: "Keep one of the two.",
  }),
  "mark-unknown": ({ grid, mark, marks, suggestion }) => ({
    what: `The grid ${code(grid)} has no mark ${code(mark)}.`,
    advice: suggest(suggestion, `Write one of ${list(marks)}, or leave the party out.`),
  }),
  "choice-unknown": ({ fact, choice, choices, suggestion }) => ({
    what: `The fact ${code(fact)} has no choice ${code(choice)}.`,
    advice: suggest(suggestion, `Choose one of ${list(choices)}.`),
  }),
  "fact-out-of-bounds": ({ fact, value, bounds }) => ({
    what: `The fact ${code(fact)} cannot be ${value}.`,
    advice: `Write ${range(bounds)}.`,
  }),
  "fact-type": ({ fact, expected }) => ({
    what: `The fact ${code(fact)} is ${expected === "number" ? "a number" : "a text"}.`,
    advice: expected === "number" ? "Write a number without quotes, unit or separators." : "Write it in quotes.",
  }),
  "respondent-twice": ({ respondent, role, first }) => ({
    what: `${code(respondent)} answers twice${role === null ? "" : ` for the role ${code(role)}`}: here, and in ${first.line === undefined ? first.file : `line ${first.line}`}.`,
    advice:
      "Put the answers together, or name two different respondents. Capitals, spaces and invisible characters make no other person.",
  }),
  "date-unlikely": ({ date }) => ({ what: `${date} is hardly the day that was meant.`, advice: "Look at the year." }),
  "date-later": ({ date, end }) => ({
    what: `${date} is after ${end}, when this was answered.`,
    advice: "Correct one of the two: evidence comes before the answer that rests on it.",
  }),
  "date-to-come": ({ date }) => ({ what: `${date} has not come yet.`, advice: "Correct the date." }),
  "fact-either": ({ fact, written, other }) => ({
    what: `${code(written)} is ${Number(written)} here; to some who write ${code(fact)} it is ${other}.`,
    advice: `Write ${other}, or ${written}0, which nobody reads as that.`,
  }),
  "date-impossible": ({ date }) => ({ what: `${date} is not a day of the calendar.`, advice: "Correct the date." }),

  "option-value": ({ option, value, known, suggestion }) => ({
    what: `${code(option)} cannot be ${code(value)}.`,
    advice: suggest(suggestion, known.length > 0 ? `Choose one of ${list(known)}.` : "See --help."),
  }),
  "subject-unknown": ({ id, kinds, suggestion }) => ({
    what: `Nothing here is called ${code(id)}.`,
    advice: suggest(suggestion, `Name it by its id, or by kind and id as in kind:id. Kinds here: ${list(kinds)}.`),
  }),
  "subject-ambiguous": ({ id, known }) => ({
    what: `${code(id)} names several things.`,
    advice: `Choose one: ${list(known)}.`,
  }),
  "output-unwritable": ({ reason }) => ({
    what: `The output cannot be written (${reason}).`,
    advice: "Choose a place that may be written to.",
  }),
  "link-dangling": () => ({
    what: "This is a link to a file that is not there.",
    advice: "Remove the link, or put the file back that it points to.",
  }),
  "file-read-only": () => ({
    what: "The file may only be read, and every answer is saved in it.",
    advice: "Allow it to be written (chmod u+w), or answer in a copy.",
  }),
  "file-linked": () => ({
    what: "The file has several names (hard links), of which only this one would get the answers.",
    advice: "Answer in a copy, or remove the other names.",
  }),
  "file-owner": () => ({
    what: "The file belongs to somebody else, and saving would make it yours.",
    advice: "Let its owner answer, or answer in a copy: cxm merges nothing behind somebody's back.",
  }),
  "output-is-input": () => ({
    what: "The result would overwrite a file that it is made from. Nothing was written.",
    advice: "Choose another name for the result.",
  }),
  "output-precious": ({ kind }) => ({
    what: `The file holds ${kind === "assessment" ? "somebody's answers" : "a questionnaire"}. Nothing was written.`,
    advice: "Choose another name for the result, or add --force to overwrite that file.",
  }),
  "exists-already": () => ({
    what: "The file exists already.",
    advice: "Choose another name, or add --force to overwrite that file.",
  }),
  "not-a-terminal": () => ({
    what: "The interview needs a terminal, and this is not one.",
    advice:
      "Run it in a terminal, with --linear to read answers line by line, or use cxm score for a saved assessment.",
  }),
  "changed-meanwhile": ({ copy }) => ({
    what: "Somebody else changed the file while you were answering; it is left as they made it.",
    advice: `Your version is in ${copy}. Compare the two, copy what is missing into the file, then go on with cxm assess.`,
  }),
  "not-saved": ({ copy, reason }) => ({
    what: `The file cannot be written (${reason}).`,
    advice: `Everything you answered is in ${copy} instead.`,
  }),
  usage: ({ message }) => ({ what: message, advice: "Name an assessment, or see a result first: cxm score --example" }),
} satisfies { [Code in ProblemCode]: (problem: ProblemOf<Code>) => ProblemText };

/** `more`: beside those that are printed. */
export const problemWords = { sentences: problems, more: (n: number) => `${number(n)} more.` };

export type ProblemWords = typeof problemWords;
