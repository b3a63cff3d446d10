// "Did you mean ...?" In: a word and what it could have been. Out: the closest candidate, or null if none is close.

/** The candidate with the fewest slips (a letter added, left out, replaced, or two swapped); the first of several. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.slice(0, 100).toLowerCase();
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - typed.length) >= fewest) continue;
    const slips = distance(typed, candidate.toLowerCase());
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** Damerau-Levenshtein (optimal string alignment), three rows at a time. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, before[column - 2]! + 1);
      here.push(least);
    }
    [before, above] = [above, here];
  }
  return above[b.length]!;
}
