// Assessments whose every text is made of pieces that mean something to markdown, in any order and of any length, so that they fall
// on every place of a folded line.
import fc from "fast-check";
import type { Answer, Assessment } from "../../../src/model/assessment.ts";

const printable = String.raw`
  # ## - + * 1. 2) 10. > | || --- === *** ___ :- :-: -: = -- ~~~ $ $$ \ \\ ! ![ [ ] ]( ) [^1] [^1]: [x] [x]: [x](y)
  < <!-- --> <b> </b> <? <![CDATA[ ]]> & &lt; &#35; &amp; { } {#id} *a* **a** _a_ __a__ ~a~ ~~a~~ @x #1
  https://evil.example http://evil.example/a_b www.evil.example <https://evil.example> a@evil.example mailto:a@evil.example
  word another longer-word 株式会社 🏭 1 2.5 level Note: Evidence: a/b`;
const others = [
  "`",
  "``",
  "```",
  "- -",
  "[ ]",
  "\u202e",
  "\u200b",
  "\u0301",
  "\u001b[1m",
  "\u00a0",
  "\u0000",
  "\u2028",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
];
const pieces = [...printable.trim().split(/\s+/), ...others];

/** Starts with a letter, so that it is never blank. */
const text = fc
  .tuple(fc.nat(110), fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", "", "  ")), { maxLength: 25 }))
  .map(([filler, parts]) => `A${"y".repeat(filler)} ${parts.flat().join("")}`.trim());

const url = fc
  .tuple(fc.constantFrom("https://files.example.com/", "javascript:", "mailto:a@b.example?", ""), text)
  .map(parts => parts.join(""));

/** The same answers with other texts everywhere. */
export function attacked(assessment: Assessment): fc.Arbitrary<Assessment> {
  return fc.infiniteStream(text).chain(texts =>
    fc.infiniteStream(url).map(urls => {
      const next = () => texts.next().value!;
      const retold = (answer: Answer): Answer => {
        if (answer === "unknown") return { unknown: true, note: next() };
        if (Array.isArray(answer)) return answer;
        const said = typeof answer === "number" ? { level: answer } : answer;
        const evidence = [{ text: next(), url: urls.next().value! }, { url: urls.next().value! }];
        return { ...said, ...("na" in said && { na: next() }), note: next(), evidence };
      };
      return {
        ...assessment,
        organization: next(),
        lineOfBusiness: next(),
        responses: (assessment.responses ?? []).map((response, at) => ({
          ...response,
          respondent: `${next()} ${at}`,
          answers: Object.fromEntries(Object.entries(response.answers).map(([id, answer]) => [id, retold(answer)])),
        })),
        agreed: Object.fromEntries(
          Object.entries(assessment.agreed ?? {}).map(([id, one]) => [id, { ...one, because: next() }]),
        ),
      };
    }),
  );
}
