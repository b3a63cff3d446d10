// An assessment in which everything a person can type is an attack on a terminal, a markdown page, or a spreadsheet.
import type { Assessment } from "../../src/model/assessment.ts";
import { example } from "../support/flagship.ts";

const esc = "\u001b";

export const attacks = [
  `${esc}[31mred${esc}[0m`,
  `${esc}]8;;https://evil.example/${esc}\\click${esc}]8;;\u0007`,
  `${esc}]0;title\u0007`,
  `${esc}[2J${esc}[H`,
  "\u009b31m",
  "line\rover",
  "two\nlines\n# A heading\n\n- an item",
  "a|b||c",
  "`code` ```fence```",
  "<script>alert(1)</script>",
  "<!-- hidden",
  "&lt;img&gt;",
  "[click](javascript:alert(1))",
  "![pic](https://evil.example/x.png)",
  "<https://evil.example/>",
  "*bold* _thin_ ~~gone~~ **strong**",
  "\u202ereversed\u202c \u2066isolated\u2069 \u200f",
  "line\u2028separator",
  "\u0000zero\u0008back\u007f",
  "=cmd('calc')",
  "\"quoted\" ]]> 'single' \\ backslash",
  "__proto__",
  "🏭 Ünïcödé 株式会社 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
];

/** Words that must survive in every text where all attacks stand. */
export const harmless = ["red", "click", "over", "code", "alert", "strong", "cmd", "backslash", "🏭 Ünïcödé 株式会社"];

export const all = attacks.join(" ");

/** Valbruna with every text that somebody typed replaced by all attacks at once. */
export function hostile(): Assessment {
  const { agreed: _, ...whole } = example("valbruna-pumps");
  return {
    ...whole,
    organization: `=cmd() ${all}`,
    lineOfBusiness: all,
    responses: (whole.responses ?? []).map((response, at) => ({
      ...response,
      respondent: `${at} ${all}`,
      answers: Object.fromEntries(
        Object.entries(response.answers).map(([id, answer]) => [
          id,
          typeof answer === "object" && "level" in answer
            ? { ...answer, note: all, evidence: [{ text: all, url: "https://evil.example/?a=|`<" }] }
            : answer,
        ]),
      ),
    })),
    agreed: { "of-errors": { level: 0, because: all } },
  };
}
