// A text as words with their places, in any script, to look names up in. In: a text as somebody typed it, or an address. Out: its
// words, folded as names are, accents taken off. Rule kept: one pass, whatever the text; scripts that put no spaces between words give
// one word a character.
import { sameKey } from "../model/names.ts";

export interface Word {
  start: number;
  end: number;
  key: string;
  /** As it was typed, without what nobody sees. */
  written: string;
  /** Begins with a capital letter. */
  capital: boolean;
  /** A character of a script without spaces. */
  alone: boolean;
  /** Something ends before it: a sentence, a line, a part of a list. */
  apart: boolean;
}

const ends = /[;:!?\r\n\u2028\u2029]/;

type WordKind = "letter" | "digit" | "alone" | "mark" | "between";

const kinds = new Map<string, WordKind>();

const withoutSpaces =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

function kindOf(char: string): WordKind {
  const known = kinds.get(char);
  if (known) return known;
  const kind = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\uff9e\uff9f]/u.test(char)
    ? "mark"
    : /\p{N}/u.test(char)
      ? "digit"
      : !/\p{L}/u.test(char)
        ? "between"
        : withoutSpaces.test(char)
          ? "alone"
          : "letter";
  kinds.set(char, kind);
  return kind;
}

export const wordsIn = (text: string): Word[] => (/[^\0-$&-~]/.test(text) ? wordsOfAny(text) : wordsOfPlain(text));

/** Most texts: nothing but plain letters, read at a stroke. */
function wordsOfPlain(text: string): Word[] {
  let last = 0;
  return Array.from(text.matchAll(/[a-z]+|[0-9]+/gi), ({ 0: written, index: start }) => {
    const apart = ends.test(text.slice(last, start));
    last = start + written.length;
    return {
      start,
      end: last,
      key: written.toLowerCase(),
      written,
      capital: /^[A-Z]/.test(written),
      alone: false,
      apart,
    };
  });
}

function wordsOfAny(text: string): Word[] {
  const words: Word[] = [];
  let open: { kind: WordKind; raw: string; start: number; end: number } | null = null;
  let apart = false;
  const close = () => {
    if (!open) return;
    words.push({ ...wordOf(open.raw, open.kind === "alone"), start: open.start, end: open.end, apart });
    open = null;
    apart = false;
  };
  for (const { char, start, end } of charactersOf(text)) {
    const kind = kindOf(char);
    if (kind === "mark" ? open : open?.kind === kind && kind !== "alone") {
      open!.raw += char;
      open!.end = end;
      continue;
    }
    if (kind === "mark") continue;
    close();
    if (kind === "between") apart ||= ends.test(char);
    else open = { kind, raw: char, start, end };
  }
  close();
  return words;
}

function wordOf(raw: string, alone: boolean): Pick<Word, "key" | "written" | "capital" | "alone"> {
  const isPlain = /^[a-z0-9]*$/i.test(raw);
  const written = isPlain ? raw : raw.normalize("NFKC").replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  const folded = isPlain ? raw.toLowerCase() : sameKey(raw);
  const key =
    isPlain || alone
      ? folded
      : folded
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/g, "")
          .normalize("NFC");
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0x20);
  return { key, written, alone, capital: first !== first.toLowerCase() };
}

/** The characters with their places; those written as `%C3%A9` stand for what they mean. */
function* charactersOf(text: string): Generator<{ char: string; start: number; end: number }> {
  const escaped = /(?:%[0-9a-f]{2}){1,64}/giy;
  for (let at = 0; at < text.length; ) {
    escaped.lastIndex = at;
    const run = text[at] === "%" ? escaped.exec(text)?.[0] : undefined;
    if (run) {
      const bytes = run
        .slice(1)
        .split("%")
        .map(hex => Number.parseInt(hex, 16));
      const chars = decoder.decode(Uint8Array.from(bytes));
      for (const char of chars) yield { char, start: at, end: at + run.length };
      at += run.length;
    } else {
      const char = String.fromCodePoint(text.codePointAt(at)!);
      yield { char, start: at, end: at + char.length };
      at += char.length;
    }
  }
}

const decoder = new TextDecoder();
