// Files of a size: an answer file that is valid, and ill ones that cost as much as few characters can. What reading them takes is measured
// over the valid one (test/bench-reading.js, test/soak/fuzz.soak.test.ts). In: a number of characters. Out: texts about as long.

/** A questionnaire of 100 criteria with short ids, so that an answer is as short as answers are. */
export const shortQuestionnaire = `id: short
version: "1.0.0"
title: Short
summary: Answers to it are as many in a file as can be.
roles: [{id: it, title: IT}]
dimensions:
  - id: d
    title: D
    criteria:
${Array.from({ length: 100 }, (_, at) => `      - {id: c${at}, title: T, question: Q, roles: [it], levels: [a, b, c, d]}\n`).join("")}`;

/** As many parts as a file may have; longer files have notes. */
const mostParts = 270_000;

/** Answers of many people to all 100 criteria, with notes as long as it takes to come to the size. */
export function validAnswers(size: number): string {
  const person = (at: number, note: string) =>
    `  - respondent: Person ${at}\n    role: it\n    answers:\n${Array.from(
      { length: 100 },
      (_, criterion) =>
        `      c${criterion}: ${note === "" ? criterion % 4 : `{level: ${criterion % 4}, note: ${note}}`}\n`,
    ).join("")}`;
  const plain = person(1000, "");
  const people = Math.floor(size / plain.length);
  const isDense = people * 205 <= mostParts;
  // With a note an answer is six parts.
  const noted = isDense ? people : Math.floor(mostParts / 605);
  const perAnswer = isDense ? 0 : Math.floor(size / noted / 100) - 35;
  const note = isDense
    ? ""
    : "said "
        .repeat(Math.ceil(perAnswer / 5))
        .slice(0, perAnswer)
        .trimEnd();
  const head = 'questionnaire: short\nversion: "1.0.0"\norganization: Example Ltd\nresponses:\n';
  return head + Array.from({ length: Math.max(1, noted) }, (_, at) => person(at, note)).join("");
}

const repeated = (size: number, piece: (at: number) => string, open = "", close = ""): string => {
  const made: string[] = [open];
  for (let at = 0, length = open.length; length < size; at++) {
    made.push(piece(at));
    length += made.at(-1)!.length;
  }
  return made.join("") + close;
};

/** By what they are full of. */
export const shapes: Record<string, (size: number) => string> = {
  ",,,": size => `[${",".repeat(size)}]`,
  "{},": size => repeated(size, () => "{},", "[", "]"),
  "{}, as far as allowed": size => repeated(size, () => "{},         ", "[", "]"),
  '"",': size => repeated(size, () => '"",', "[", "]"),
  "1,": size => repeated(size, () => "1,", "[", "]"),
  "1, as far as allowed": size => repeated(size, () => "12345, ", "[", "]"),
  "[[[[": size => "[".repeat(size),
  "[[[[1]]]],": size => repeated(size, () => "[[[[1]]]],", "[", "]"),
  "- 1 by line": size => repeated(size, () => "- 1\n"),
  "- item by line": size => repeated(size, at => `- item ${at}\n`),
  "many keys": size => repeated(size, at => `  key-${at}: 1\n`, "a:\n"),
  "the same key": size => repeated(size, () => "key-a: 12\n"),
  "explicit keys": size => repeated(size, at => `? key-${at}\n`),
  anchors: size => repeated(size, at => `- &a${at} abcd\n`),
  aliases: size => repeated(size, () => "- *a\n", "- &a 1\n"),
  tags: size => repeated(size, () => "- !x item\n"),
  directives: size => repeated(size, () => "%x\n"),
  documents: size => repeated(size, () => "---\na: 1\n"),
  comments: size => repeated(size, () => "# a\n", "a: 1\n"),
  "longer comments": size => repeated(size, () => "# a few words\n", "a: 1\n"),
  "blank lines": size => `a: 1${"\n".repeat(size)}`,
  "CR LF": size => `a: 1${"\r\n".repeat(size / 2)}`,
  "a long text": size => `a: ${"x".repeat(size)}`,
  "a long quoted text of escapes": size => `a: "${"\\n".repeat(size / 2)}"`,
  "a text folded by line": size => `a: >\n${repeated(size, () => "  a word\n")}`,
  "one long line of words": size => `a: ${repeated(size, () => "a word ")}`,
  spaces: size => `a:${" ".repeat(size)}1`,
  "a key of a line": size => `${"x".repeat(size)}: 1`,
  "control characters": size => `a: ${"\u0001".repeat(size)}`,
};
