// The words of the reference pages in English: how a JSON Schema is read out to somebody who writes such a file.
import { and, count, number, or } from "./numbers.ts";

/** Whether one is spoken of, or a list of them. */
type Many = boolean;
const plural =
  (one: string, many: string) =>
  (several: Many): string =>
    several ? many : one;

const irregular: Record<string, string> = {
  criterion: "criteria",
  "member of a measure": "members of a measure",
  cells: "cells",
  evidence: "evidence",
};

export const reference = {
  top: "The file from top to bottom",
  common: "Keys in many places",
  must: (key: string) => `${key} (**required**)`,
  also: (keys: string[], where: string) => `Also ${and(keys)}: see ${where}.`,
  languages: (links: string[]) => `Small languages of their own come last: ${and(links)}.`,
  /** camelCase to words: "Partner type". */
  title: (name: string) => {
    const words = name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);
    return words[0]!.toUpperCase() + words.slice(1);
  },
  named: (title: string, several: Many) => {
    const name = title.toLowerCase();
    if (!several) return name;
    return irregular[name] ?? (name.endsWith("y") ? `${name.slice(0, -1)}ies` : `${name}s`);
  },
  legend:
    "Each key is followed by what it takes. Where it does not say **required**, the key may be left out. A key that is not listed is an error, unless any name may stand there. An id is made of letters, digits and hyphens; one that looks like a number stands in quotes.",
  itsKeys: "Its keys:",
  key: (name: string, type: string, required: boolean) => `${name}: ${type}${required ? ", **required**" : ""}.`,
  anyName: "any name",
  nameLike: (pattern: string) => `names that match ${pattern}`,
  examples: (shown: string[]) => `${shown.length === 1 ? "Example" : "Examples"}: ${shown.join(" · ")}`,
  forExample: "For example:",

  places: (places: string[]) => `Stands under ${places.join("; ")}.`,
  place: (keys: string[], owners: string[]) => (owners.length > 0 ? `${and(keys)} of ${and(owners)}` : and(keys)),
  form: (type: string) => `Written as ${type}.`,
  keysBelow: "the keys below",
  exactlyOne: (choices: string[]) => `Exactly one of these belongs to it: ${or(choices)}.`,
  atLeastOne: (choices: string[]) => `At least one of these belongs to it: ${or(choices)}.`,
  alternative: (n: number, of: number) => `Either, way ${number(n)} of ${number(of)}:`,

  kind: {
    id: plural("id", "ids"),
    text: plural("text", "texts"),
    number: plural("number", "numbers"),
    integer: plural("whole number", "whole numbers"),
    boolean: plural("`true` or `false`", "`true` or `false`"),
    null: plural("`null`", "`null`"),
    object: plural("object", "objects"),
    anything: plural("anything", "anything"),
  },
  /** What a pattern of the schema means, where a reader would not see it at once. */
  pattern: {
    "^[A-Za-z0-9][A-Za-z0-9-]*$": plural("id", "ids"),
    "^(?:[A-Za-z0-9][A-Za-z0-9-]*|.*/.*|.*\\.(?:yaml|yml|json))$": plural("id or path", "ids or paths"),
    "^[A-Za-z0-9]$": plural("one letter or digit", "single letters or digits"),
    "\\S": plural("text", "texts"),
    "^\\d+\\.\\d+\\.\\d+$": plural("three numbers with points, in quotes", "versions"),
    "^\\d{4}-\\d{2}-\\d{2}$": plural("date", "dates"),
  } as Record<string, (several: Many) => string>,
  word: (text: string) => `the word ${text}`,
  textLike: (pattern: string) => `text that matches ${pattern}`,
  or,
  all: and,
  list: (of: string, least: number, most: number) => {
    if (least === most) return `list of ${number(least)} ${of}`;
    const [from, to] = [number(least), number(most)];
    if (least > 0 && most < Number.POSITIVE_INFINITY) return `list of ${from} to ${to} ${of}`;
    if (most < Number.POSITIVE_INFINITY) return `list of at most ${to} ${of}`;
    if (least > 1) return `list of at least ${from} ${of}`;
    return least === 1 ? `list of one or more ${of}` : `list of ${of}`;
  },
  different: ", each once",
  map: (to: string) => `any names, each with ${to}`,
  from: (low: string, high: string) => ` from ${low} to ${high}`,
  atLeast: (low: string) => ` from ${low} up`,
  atMost: (high: string) => ` up to ${high}`,
  above: (low: string) => ` above ${low}`,
  below: (high: string) => ` below ${high}`,
  multipleOf: (step: string) => ` in steps of ${step}`,
  length: (least: number, most: number) =>
    least > 0 && most < Number.POSITIVE_INFINITY
      ? ` of ${number(least)} to ${count(most, "character", "characters")}`
      : most < Number.POSITIVE_INFINITY
        ? ` of at most ${count(most, "character", "characters")}`
        : least > 1
          ? ` of at least ${count(least, "character", "characters")}`
          : "",
};

export type ReferenceWords = typeof reference;
