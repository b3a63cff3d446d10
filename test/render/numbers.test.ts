// English writes its numbers by hand, to start faster; Intl is the authority on how they are written.
import fc from "fast-check";
import { expect, test } from "vitest";
import { and, count, date, number, or } from "../../src/locales/en/numbers.ts";

const locale = "en-GB";

test("numbers", () => {
  const figure = fc.tuple(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(figure, ([thousandths, digits]) => {
      const x = Math.round(thousandths / 10 ** (3 - digits)) / 10 ** digits + 0;
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      expect(number(x, digits)).toBe(format.format(x));
    }),
  );
});

test("plurals", () => {
  const rules = new Intl.PluralRules(locale);
  for (const n of [0, 1, 2, 5, 11, 21, 100, 101, 1000]) {
    expect(count(n, "one", "other").split(" ")[1]).toBe(rules.select(n));
  }
});

test("lists", () => {
  for (const items of [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]) {
    expect(and(items)).toBe(new Intl.ListFormat(locale, { type: "conjunction" }).format(items));
    expect(or(items)).toBe(new Intl.ListFormat(locale, { type: "disjunction" }).format(items));
  }
});

test("dates", () => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  for (const iso of ["2026-01-01", "2026-11-22", "2024-02-29", "1999-12-31"]) {
    expect(date(iso)).toBe(format.format(new Date(iso)));
  }
});
