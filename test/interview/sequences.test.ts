// Any sequence of keys leaves a file that loads and says what was answered; 10,000 of them in test/soak.
import { expect, test } from "vitest";
import { pressAnything } from "./sequences.ts";

test("500 random sequences of keys", () => {
  const counts = pressAnything(500, 20_261_121);
  expect(counts.changes).toBeGreaterThan(1500);
  expect(counts.takenBack).toBeGreaterThan(150);
  expect(counts.looks).toBeGreaterThan(10_000);
  expect(counts.pasted).toBeGreaterThan(300);
}, 60_000);
