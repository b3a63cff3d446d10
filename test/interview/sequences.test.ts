// Any sequence of keys leaves a file that loads and says what was answered; 10,000 of them in test/soak.
import { expect, test } from "vitest";
import { pressAnything } from "./sequences.ts";

test("1,500 random sequences of keys", () => {
  const counts = pressAnything(1500, 20_261_121);
  expect(counts.changes).toBeGreaterThan(5000);
  expect(counts.takenBack).toBeGreaterThan(500);
  expect(counts.looks).toBeGreaterThan(30_000);
  expect(counts.pasted).toBeGreaterThan(1000);
}, 60_000);
