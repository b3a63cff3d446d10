import { expect, it } from "vitest";
import { nearest } from "../../src/nearest.ts";

it.each([
  ["caer", ["core", "care"], "care"],
  ["g2-entri", ["g1", "g2-entry", "g3-entry"], "g2-entry"],
  ["Sales", ["marketing", "sales"], "sales"],
  ["ab", ["ba"], "ba"],
  ["ab", ["cd"], null],
  ["a", ["b"], "b"],
  ["xyz", ["abc", "order-flow"], null],
  ["order-flow", ["order-flow"], null],
  ["", ["a"], "a"],
  ["speed", [], null],
])("%s among %j: %s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

it("a very long word costs nothing", () => {
  const before = performance.now();
  expect(nearest("x".repeat(1_000_000), ["care"])).toBeNull();
  expect(performance.now() - before).toBeLessThan(100);
});
