// Names of people within texts. In: names, each with what is shown instead. Out: a function from text to text. A name is found by all of
// its words, side by side in any order, however they are joined ("Weber, Ann", "ann.weber@", "AnnWeber"); a first name alone is not,
// since it may be a common word. Rule kept: time grows with the text, not with the number or length of names.
import { nameKey, nameParts } from "../model/person.ts";

export interface Named {
  name: string;
  shown: string;
}

/** Scripts that are written without spaces: a name may stand within a longer run of letters. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+$/u;
const words = /[\p{L}\p{N}\p{M}](?:\p{Default_Ignorable_Code_Point}*[\p{L}\p{N}\p{M}])*/gu;
/** Words of a name that are tried in every order where they are joined without a space: 24 at most. */
const mostShuffled = 4;

export function replaceNames(people: readonly Named[]): (text: string) => string {
  const spaced = new Map<number, Map<string, string>>();
  const joined = new Map<string, string>();
  const note = (parts: string[], shown: string) => {
    const ofLength = spaced.get(parts.length) ?? new Map<string, string>();
    const key = [...parts].sort().join(" ");
    if (!ofLength.has(key)) ofLength.set(key, shown);
    spaced.set(parts.length, ofLength);
  };
  for (const { name, shown } of people) {
    const parts = nameParts(name);
    if (parts.length === 0) continue;
    const orders = parts.length <= mostShuffled ? permutations(parts) : [parts];
    const within = parts.every(part => unspaced.test(part));
    for (const order of orders) {
      if (within) joined.set(order.join(""), shown);
      else if (order.length > 1) note([order.join("")], shown);
    }
    note(parts, shown);
  }
  // The longest first: the name of one may be part of another's.
  const lengths = [...spaced.keys()].sort((a, b) => b - a);
  const runs = [...joined].sort(([a], [b]) => b.length - a.length);
  return text => withoutRuns(withoutWords(text, lengths, spaced), runs);
}

function withoutWords(text: string, lengths: number[], spaced: Map<number, Map<string, string>>): string {
  const found = [...text.matchAll(words)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
    parts: nameParts(match[0]),
  }));
  let kept = "";
  let done = 0;
  for (let at = 0; at < found.length; ) {
    const hit = lengths.find(length => shownAt(at, length) !== undefined);
    if (hit === undefined) {
      at++;
      continue;
    }
    kept += text.slice(done, found[at]!.from) + shownAt(at, hit)!;
    done = found[at + hit - 1]!.to;
    at += hit;
  }
  return kept + text.slice(done);

  function shownAt(at: number, length: number): string | undefined {
    const run = found.slice(at, at + length);
    if (run.length < length) return undefined;
    return spaced.get(length)!.get(
      run
        .flatMap(({ parts }) => parts)
        .sort()
        .join(" "),
    );
  }
}

/** Names within longer runs of letters; the text is folded only where one of them is in it. */
function withoutRuns(text: string, runs: [string, string][]): string {
  const folded = runs.length > 0 ? nameKey(text) : "";
  return runs.reduce((kept, [name, shown]) => {
    if (!folded.includes(name)) return kept;
    return kept.normalize("NFKC").replaceAll(name, () => shown);
  }, text);
}

function permutations(parts: string[]): string[][] {
  if (parts.length < 2) return [parts];
  return parts.flatMap((part, at) =>
    permutations([...parts.slice(0, at), ...parts.slice(at + 1)]).map(rest => [part, ...rest]),
  );
}
