// The property of test/interview/sequences.ts, on many more sequences.
import { expect, test } from "vitest";
import { pressAnything } from "../interview/sequences.ts";
import { seed } from "./seed.ts";

test("10,000 random sequences of keys", () => {
  const { keys, changes, takenBack, looks, pasted } = pressAnything(10_000, seed);
  console.log(
    `10000 sequences (seed ${seed}): ${keys} keys, ${changes} changes to a file, ${takenBack} answers taken back, ${looks} looks back, ${pasted} texts pasted`,
  );
  expect(changes).toBeGreaterThan(30_000);
}, 600_000);
