// What a fact takes, for whoever is asked: its unit and its bounds in words.
import type { BoundsWords } from "../locales/index.ts";
import type { Fact } from "../model/questionnaire.ts";

/** "USD per year, at least 0"; empty for what is no number. */
export function boundsText(words: BoundsWords, fact: Fact): string {
  if (fact.type !== "number") return "";
  const { min, max, above, as } = fact;
  const unit = as === "percent" ? words.share(fact.unit ?? "") : (fact.unit ?? "");
  const print = (x: number | undefined) => (x === undefined ? null : words.number(x, Number.isInteger(x) ? 0 : 2));
  if (above !== undefined) return [unit, words.above(print(above)!)].filter(Boolean).join(", ");
  return words.between(print(min), print(max), unit);
}
