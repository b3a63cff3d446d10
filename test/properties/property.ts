// A property as a value, so that the quick run and the soak run the same bodies.
import fc from "fast-check";

/** Milliseconds: far more than a run takes when all is well. */
const patience = (times: number) => 30_000 + 6_000 * times;

export interface Run {
  seed: number;
  /** How many times the usual number of runs. */
  times: number;
}

export interface Property {
  name: string;
  check(run: Run): void;
}

/** Holds for everything that the arbitrary makes; a failure prints the seed and the smallest case found. */
export function property<Value>(
  name: string,
  numRuns: number,
  arbitrary: fc.Arbitrary<Value>,
  holds: (value: Value) => void,
): Property {
  return {
    name,
    check: ({ seed, times }) =>
      fc.assert(fc.property(arbitrary, holds), {
        seed,
        numRuns: Math.ceil(numRuns * times),
        // Shrinking ends with what it has by then.
        interruptAfterTimeLimit: patience(times),
        markInterruptAsFailure: true,
      }),
  };
}
