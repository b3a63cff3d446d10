// Decisions read off a list of numbers. In: the numbers. Rule kept: 0, and the end of the list, decide for the simplest.

export type Tape = ReturnType<typeof createTape>;

export function createTape(numbers: readonly number[]) {
  let at = 0;

  function below(count: number): number {
    const drawn = numbers[at++] ?? 0;
    return drawn % count;
  }

  const between = (low: number, high: number) => low + below(high - low + 1);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;
  const chance = (percent: number) => below(100) >= 100 - percent;

  /** At least one of some items, each once, in their order. */
  function some<Item>(items: readonly Item[]): Item[] {
    const sure = below(items.length);
    return items.filter((_, index) => index === sure || chance(35));
  }

  const times = <Item>(low: number, high: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: between(low, high) }, (_, index) => make(index));

  /** The same items in another order. */
  function shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return items.map(() => left.splice(below(left.length), 1)[0]!);
  }

  return { below, between, pick, chance, some, times, shuffled };
}
