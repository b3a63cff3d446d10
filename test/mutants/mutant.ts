// An engine mutant: breaks one rule in one place, and the tests named beside it must notice.

export interface Mutant {
  name: string;
  /** The rule it breaks. */
  why: string;
  /** Below src/. */
  file: string;
  /** Occurs exactly once in the file. */
  find: string;
  replace: string;
  /** The tests that must kill it, below test/; test/evaluate when absent. */
  tests?: string;
}

/** The tests of one theme of the rules. */
export const rules = (theme: string): string => `evaluate/rules/${theme}.test.ts`;

/** A mutant's source, or an error that says why there is none: code that moved on must not leave a mutant that changes nothing. */
export function mutate(source: string, { name, file, find, replace }: Mutant): string {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`${name}: "${find}" occurs ${places} times in src/${file}, not once`);
  if (find === replace) throw new Error(`${name}: changes nothing`);
  return source.replace(find, () => replace);
}
