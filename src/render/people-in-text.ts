// Where a text names one of certain people. In: the people, each with what is shown instead, and the words that belong to the
// questionnaire. Out: the text without them. What counts as naming somebody:
// - the whole name, its words in any order, however it is joined, cased or encoded;
// - each part of it alone, from three letters on; titles, particles and initials only beside such a part;
// - a word that the questionnaire uses as well counts alone only with a capital ("Mark", not "mark"), and words of functions and roles
//   ("Head of customer service") only in the whole name.
// Looked up word by word, so that neither long names nor many people make it slow.
import { type Word, wordsIn } from "./words-in-text.ts";

export interface Person {
  name: string;
  /** What stands in the place of the name. */
  shown: string;
}

export interface Vocabulary {
  /** Titles of roles. */
  roles: readonly string[];
  /** Every text of the questionnaire. */
  texts: readonly string[];
}

const particles = new Set(
  "de la van von der den del della dei di da dos das du el al bin ibn ben le les ter ten zu zum zur af av mr mrs ms dr prof sir herr frau".split(
    " ",
  ),
);
const functions = new Set(
  "head chief manager director officer lead leader team member owner president vice assistant engineer specialist representative supervisor coordinator consultant analyst controller founder planner buyer clerk department office of for and the at in".split(
    " ",
  ),
);

/** More than the schema of assessments lets a name be. */
const mostOfName = 1000;

/** Several words that name somebody when they stand together. */
interface Phrase {
  words: string[];
  /** In this order only: the characters of a name without spaces. */
  ordered: boolean;
  person: number;
}

interface TextPart {
  words: Word[];
  key: string;
  rank: "telling" | "with-capital" | "glue" | "ordinary";
}

interface Hit {
  from: number;
  to: number;
  people: ReadonlySet<number>;
  /** The whole name: what follows is somebody's again. */
  whole: boolean;
}

/** `anybody`: what is shown where a text may mean one of several. */
export function peopleFinder(people: readonly Person[], vocabulary: Vocabulary, anybody: string) {
  const known = createIndex(people, vocabulary);
  const hide = (text: string): string => {
    const words = wordsIn(text);
    let kept = "";
    let at = 0;
    for (const { from, to, people: meant } of merged(known, words, text)) {
      const shown = new Set([...meant].map(one => people[one]!.shown));
      kept += text.slice(at, words[from]!.start) + (shown.size === 1 ? [...shown][0]! : anybody);
      at = words[to - 1]!.end;
    }
    return kept + text.slice(at);
  };
  return { hide, names: (text: string): boolean => hits(known, wordsIn(text)).length > 0 };
}

/** The same for a name in whatever order its words stand. */
export const wordKey = (name: string): string =>
  wordsIn(name)
    .map(({ key }) => key)
    .sort()
    .join(" ");

type Index = ReturnType<typeof createIndex>;

function createIndex(people: readonly Person[], vocabulary: Vocabulary) {
  const used = new Set(vocabulary.texts.flatMap(text => wordsIn(text).map(({ key }) => key)));
  const ofRoles = new Set(vocabulary.roles.flatMap(text => wordsIn(text).map(({ key }) => key)));
  const single = new Map<string, Set<number>>();
  const joined = new Map<string, Set<number>>();
  const capital = new Map<string, Set<number>>();
  const exact = new Map<string, Set<number>>();
  const glue: Set<string>[] = [];
  const initials: Set<string>[] = [];
  /** Phrases by their number of words and the sum of these. */
  const phrases = new Map<number, Map<number, Phrase[]>>();
  const add = (map: Map<string, Set<number>>, key: string, person: number) =>
    map.set(key, (map.get(key) ?? new Set()).add(person));
  const addPhrase = (words: string[], ordered: boolean, person: number) => {
    const sums = phrases.get(words.length) ?? new Map<number, Phrase[]>();
    const sum = words.reduce((total, word) => (total + weightOf(word)) >>> 0, 0);
    phrases.set(words.length, sums.set(sum, [...(sums.get(sum) ?? []), { words, ordered, person }]));
  };
  for (const [person, { name }] of people.entries()) {
    const words = wordsIn(name.slice(0, mostOfName));
    const parts = partsOf(words, used, ofRoles);
    glue.push(new Set(parts.flatMap(({ rank, key }) => (rank === "glue" ? key : []))));
    initials.push(new Set(parts.map(({ key }) => String.fromCodePoint(key.codePointAt(0)!))));
    for (const { rank, key, words: own } of parts) {
      if (rank === "telling" && own.length > 1)
        addPhrase(
          own.map(one => one.key),
          true,
          person,
        );
      else if (rank === "telling") add(single, key, person);
      else if (rank === "with-capital") add(capital, key, person);
      else if (words.length === 1) add(exact, own[0]!.written, person);
    }
    for (const form of joinedForms(parts)) if (!used.has(form)) add(joined, form, person);
    if (words.length > 1)
      addPhrase(
        words.map(one => one.key),
        false,
        person,
      );
    // A name of signs alone has no words: it is nobody's to find.
  }
  return {
    single,
    joined,
    capital,
    exact,
    glue,
    initials,
    phrases,
    lengths: [...phrases.keys()].sort((a, b) => b - a),
  };
}

/** The words of a name, characters without a space between them as one part; how telling each is alone. */
function partsOf(words: Word[], used: ReadonlySet<string>, ofRoles: ReadonlySet<string>): TextPart[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    if (last?.alone && word.alone && last.end === word.start) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  const isFunction = words.some(({ key }) => functions.has(key));
  return groups.map(own => {
    const key = own.map(one => one.key).join("");
    const { capital, alone } = own[0]!;
    const rank = (): TextPart["rank"] => {
      if (functions.has(key) || ofRoles.has(key)) return "ordinary";
      if (alone) return own.length > 1 ? "telling" : "glue";
      if ([...key].length < 3 || /^\p{N}+$/u.test(key) || particles.has(key)) return "glue";
      if (isFunction) return capital && !used.has(key) ? "telling" : "ordinary";
      if (used.has(key)) return capital ? "with-capital" : "ordinary";
      return "telling";
    };
    return { words: own, key, rank: rank() };
  });
}

const mostJoined = 6;
const shortestJoined = 5;

/** Parts written as one word, as addresses have them: annweber, weberann, aweber. */
function joinedForms(parts: TextPart[]): string[] {
  if (parts.length < 2 || parts.length > mostJoined || parts.some(({ words }) => words[0]!.alone)) return [];
  const isTelling = ({ rank }: TextPart) => rank === "telling" || rank === "with-capital";
  const pairs = parts
    .filter(isTelling)
    .flatMap(one => parts.filter(other => other !== one).map(other => [one, other] as const));
  const forms = pairs.flatMap(([{ key }, other]) =>
    isTelling(other) || other.rank === "glue"
      ? [key + other.key, other.key + key, key + other.key[0], other.key[0] + key]
      : [],
  );
  return [...forms, parts.map(({ key }) => key).join("")].filter(form => form.length >= shortestJoined);
}

/** A number for a word, such that the sum of several tells them in whatever order. */
function weightOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Where somebody is named, from left to right, the longest first. */
function hits(index: Index, words: Word[]): Hit[] {
  const found: Hit[] = [];
  const sums = [0];
  for (const { key } of words) sums.push((sums.at(-1)! + weightOf(key)) >>> 0);
  for (let from = 0; from < words.length; ) {
    const hit = phraseAt(index, words, sums, from) ?? wordAt(index, words[from]!, from);
    if (hit) found.push(hit);
    from = hit?.to ?? from + 1;
  }
  return found;
}

function phraseAt({ phrases, lengths }: Index, words: Word[], sums: number[], from: number): Hit | null {
  for (const length of lengths) {
    if (from + length > words.length) continue;
    const alike = phrases.get(length)!.get((sums[from + length]! - sums[from]!) >>> 0);
    if (!alike || words.slice(from + 1, from + length).some(({ apart }) => apart)) continue;
    const here = words.slice(from, from + length).map(({ key }) => key);
    const sorted = [...here].sort().join(" ");
    const meant = alike.filter(({ words: own, ordered }) =>
      ordered ? own.every((word, at) => word === here[at]) : [...own].sort().join(" ") === sorted,
    );
    if (meant.length > 0)
      return {
        from,
        to: from + length,
        people: new Set(meant.map(({ person }) => person)),
        whole: meant.some(({ ordered }) => !ordered),
      };
  }
  return null;
}

function wordAt({ single, joined, capital, exact }: Index, word: Word, from: number): Hit | null {
  const whole = joined.get(word.key);
  const part = single.get(word.key) ?? (word.capital ? capital.get(word.key) : undefined) ?? exact.get(word.written);
  const people = part ?? whole;
  return people ? { from, to: from + 1, people, whole: part === undefined } : null;
}

/** Parts of one name that stand side by side are one; particles before it and initials around it belong to it. */
function merged(index: Index, words: Word[], text: string): Hit[] {
  const found: Hit[] = [];
  // The words of the last one: a name that says a word again is another mention.
  let said = new Set<string>();
  for (const hit of hits(index, words)) {
    const before = found.at(-1);
    const floor = before?.to ?? 0;
    let { from, to } = hit;
    while (from > floor && !words[from]!.apart && belongs(index, hit.people, words[from - 1]!, text, true)) from--;
    while (to < words.length && !words[to]!.apart && belongs(index, hit.people, words[to]!, text, false)) to++;
    const own = words.slice(hit.from, hit.to).map(({ key }) => key);
    const goesOn =
      before?.to === from && !words[from]!.apart && !before.whole && !hit.whole && !own.some(key => said.has(key));
    const both = goesOn ? intersection(before.people, hit.people) : null;
    if (both && both.size > 0) {
      found[found.length - 1] = { ...hit, from: before!.from, to, people: both };
      for (const key of own) said.add(key);
    } else {
      found.push({ ...hit, from, to });
      said = new Set(own);
    }
  }
  return found;
}

function belongs({ glue, initials }: Index, people: ReadonlySet<number>, word: Word, text: string, before: boolean) {
  const isInitial = word.capital && [...word.key].length === 1 && text[word.end] === ".";
  for (const one of people) {
    if (before && glue[one]!.has(word.key)) return true;
    if (isInitial && initials[one]!.has(word.key)) return true;
  }
  return false;
}

const intersection = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  a === b ? a : new Set([...a].filter(one => b.has(one)));

/** An address with its escapes undone, as often as they were made. */
export function readableAddress(address: string): string {
  let text = address;
  for (let times = 0; times < 3; times++) {
    const next = text.replace(/%25(?=[0-9a-f]{2})/gi, "%");
    if (next === text) break;
    text = next;
  }
  return text;
}
