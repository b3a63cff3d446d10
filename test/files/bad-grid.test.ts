// Grids in files: what is wrong with one in a questionnaire, and with the rows of an assessment.
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentText, questionnaireText } from "./base.ts";
import { assessmentProblems, expectOne, questionnaireProblems, unmarked } from "./support.ts";

const good = `${questionnaireText}grids:
  - id: who
    title: Who
    question: Who?
    roles: [sales]
    marks: [{id: R, title: R, text: does}, {id: A, title: A, text: answers}]
    columns: [{id: shop, title: Shop}, {id: web, title: Web}, {id: desk, title: Desk}]
    sections: [{id: early, title: E}, {id: late, title: L}]
    rows:
      - {id: plan, section: early, title: Plan}
      - {id: repair, section: late, title: Repair, cites: [C1]}
    checks:
      - {id: nobody, title: N, text: T, rows: [plan], columns: [shop, web], marks: [A], below: 1}
      - {id: apart, title: A, text: T, hint: true, sections: [late], holder: A, nowhere: {sections: [early], marks: [R]}}
    tallies:
      - {id: one, title: O, marks: [A], is: 1}
`.replace("measures:\n", "measures:\n  - {id: unowned, title: U, sum: [{grid: who, check: nobody}, care]}\n");

it("the base with a grid has nothing to remark on", () => expect(questionnaireProblems(good)).toEqual([]));

type Case = [code: string, from: string, to: string, words: string];

const inQuestionnaires: Case[] = [
  ["schema-value", "{id: R, title: R", "{id: ¦Re, title: R", "one letter or digit"],
  ["schema-value", "{id: R, title: R", "{id: ¦é, title: R", "one letter or digit"],
  ["schema-unquoted", "{id: R, title: R", "{id: ¦1, title: R", '`"1"`'],
  ["schema-unknown-key", "title: Repair,", "title: Repair, ¦secton: late,", "is not known"],
  ["schema-missing-key", "{id: repair, section: late, title: Repair", "¦{id: repair, title: Repair", "`section`"],
  ["schema-value", "marks: [A], is: 1", "marks: [A], is: ¦-1", "0 or more"],
  ["schema-value", "columns: [shop, web]", "columns: ¦[]", "at least 1 entry"],
  ["mark-clash", "{id: A, title: A", "{id: ¦r, title: C, text: c}, {id: A, title: A", "`R` and `r`"],
  ["mark-reserved", "{id: A, title: A", "{id: ¦Q, title: Q, text: q}, {id: A, title: A", "q quits"],
  ["mark-reserved", "{id: A, title: A", "{id: ¦j, title: J, text: j}, {id: A, title: A", "j jumps"],
  [
    "duplicate-id",
    "- {id: orders, title: O,",
    "- {id: who, title: W, sum: [care]}\n  - {id: orders, title: O,",
    "grid",
  ],
  ["duplicate-id", "{id: desk, title: Desk}", "{id: ¦shop, title: Desk}", "column"],
  ["duplicate-id", "{id: repair, section", "{id: ¦plan, section", "row"],
  ["duplicate-id", "{id: apart, title", "{id: ¦nobody, title", "check of the grid"],
  [
    "duplicate-id",
    "{id: one, title: O",
    "{id: one, title: O, marks: [R], is: 1}\n      - {id: ¦one, title: O",
    "tally",
  ],
  ["unknown-id", "roles: [sales]\n    marks", "roles: [¦sale]\n    marks", "`sales`"],
  [
    "unknown-id",
    "section: late, title: Repair",
    "section: ¦lat, title: Repair",
    "There is no section `lat`. Did you mean `late`?",
  ],
  ["unknown-id", "rows: [plan]", "rows: [¦plam]", "There is no row `plam`. Did you mean `plan`?"],
  ["unknown-id", "columns: [shop, web]", "columns: [shop, ¦wbe]", "There is no column `wbe`. Did you mean `web`?"],
  ["unknown-id", "marks: [A], below", "marks: [¦X], below", "mark `X`"],
  ["unknown-id", "sections: [late]", "sections: [¦later]", "`late`"],
  ["unknown-id", "holder: A", "holder: ¦B", "mark `B`"],
  ["unknown-id", "nowhere: {sections: [early]", "nowhere: {sections: [¦erly]", "`early`"],
  ["unknown-id", "marks: [R]}}", "marks: [¦S]}}", "mark `S`"],
  ["unknown-id", "marks: [A], is: 1", "marks: [¦B], is: 1", "mark `B`"],
  ["unknown-id", "{grid: who,", "{grid: ¦whom,", "There is no grid `whom`. Did you mean `who`?"],
  ["unknown-id", "check: nobody}", "check: ¦nobdy}", "There is no check of the grid `nobdy`. Did you mean `nobody`?"],
  ["unknown-id", "{grid: who, check: nobody}", "¦who", "figure".replace("figure", "fact, criterion")],
  ["schema-missing-key", "{grid: who, check: nobody}", "¦{grid: who}", "`check`"],
  ["key-out-of-place", "check: nobody}", "check: nobody, ¦voice: inside}", "`voice`"],
  ["keys-needed", "marks: [A], below: 1}", "below: 1}", "`marks`, `holder`"],
  ["keys-needed", "marks: [A], below: 1}", "marks: [A]}", "`below`"],
  ["keys-needed", "marks: [A], is: 1", "marks: [A]", "`is`"],
  ["keys-exclusive", "marks: [A], below: 1", "marks: [A], below: 1, ¦holder: A", "`marks`, `holder`"],
  ["key-out-of-place", "hint: true, sections", "hint: true, ¦below: 2, sections", "`below`"],
  [
    "key-out-of-place",
    "marks: [A], below: 1}",
    "marks: [A], below: 1, ¦nowhere: {sections: [late], marks: [R]}}",
    "`nowhere`",
  ],
  ["schema-missing-key", "holder: A, nowhere: {sections: [early], marks: [R]}", "holder: A", "`nowhere`"],
  ["schema-missing-key", "hint: true, ", "", "`hint`"],
  ["check-settled", "marks: [A], below: 1", "marks: [A], below: 0", "never holds: 0 to 2 cells"],
  ["check-settled", "marks: [A], below: 1", "marks: [A], above: 2", "never holds: 0 to 2 cells"],
  ["check-settled", "marks: [A], below: 1", "marks: [A], below: 3", "holds however"],
  ["check-settled", "marks: [A], is: 1", "marks: [A], is: 4", "0 to 3 cells"],
  ["check-without-rows", "rows: [plan]", "rows: [plan], sections: [late]", "no row"],
  ["inside-outside-roles", "roles: [sales]\n    marks", "roles: ¦[panel]\n    marks", "outside roles only"],
];

describe("a bad grid", () => {
  it.each(inQuestionnaires)("%s: %s -> %s", (code, from, to, words) => {
    expect(good.split(from).length, `${from} stands in the base`).toBeGreaterThan(1);
    const text = good.replace(from, () => to);
    expectOne(questionnaireProblems(unmarked(text)), code, text, words);
  });

  it("the party of a hint must have rows elsewhere", () => {
    const text = good.replace("section: early, title: Plan", "section: late, title: Plan");
    const found = questionnaireProblems(text).map(({ code, place }) => [code, place?.line]);
    expect(found).toEqual([["check-without-rows", good.split("\n").findIndex(line => line.includes("id: apart")) + 1]]);
  });
});

const questionnaire = parseDocument(good, "base.yaml").value as Questionnaire;
const rows = "    grids:\n      who:\n        plan: {shop: R, web: A}\n        repair: {}\n";
const filled = assessmentText.replace("agreed:", `${rows}agreed:`);

const inAssessments: Case[] = [
  ["unknown-id", "      who:", "      ¦wo:", "There is no grid `wo`. Did you mean `who`?"],
  ["unknown-id", "        repair:", "        ¦repiar:", "There is no row `repiar`. Did you mean `repair`?"],
  ["unknown-id", "shop: R", "¦shpo: R", "There is no column `shpo`. Did you mean `shop`?"],
  ["unknown-id", "shop: R", "¦constructor: R", "column"],
  ["mark-unknown", "web: A", "web: ¦a", "Did you mean `A`?"],
  ["mark-unknown", "web: A", "web: ¦X", "one of `R`, `A`, or leave the party out"],
  ["mark-unknown", "web: A", "web: ¦RA", "no mark `RA`"],
  ["schema-unquoted", "web: A", "web: ¦1", '`"1"`'],
  ["schema-type", "web: A", "web: ¦[R, A]", "a text"],
  ["schema-type", "repair: {}", "repair: ¦", "nothing"],
  ["schema-type", "plan: {shop: R, web: A}", "plan: ¦R", "a mapping"],
];

describe("a bad row", () => {
  it("the base has none", () => expect(assessmentProblems(filled, questionnaire)).toEqual([]));

  it.each(inAssessments)("%s: %s -> %s", (code, from, to, words) => {
    expect(filled.split(from).length, `${from} stands in the base`).toBeGreaterThan(1);
    const text = filled.replace(from, () => to);
    expectOne(assessmentProblems(unmarked(text), questionnaire), code, text, words);
  });

  it("of one person at the top level is told at its place, and belongs beside answers", () => {
    const short = 'questionnaire: base\nversion: "1.0.0"\norganization: E\nanswers: {}\n';
    expect(assessmentProblems(`${short}grids: {who: {plan: {}}}\n`, questionnaire)).toEqual([]);
    const wrong = `${short}grids: {who: {plan: {shop: ¦B}}}\n`;
    expectOne(assessmentProblems(unmarked(wrong), questionnaire), "mark-unknown", wrong, "`B`");
    const lost = `${short.replace("answers: {}", "responses: []")}¦grids: {who: {plan: {}}}\n`;
    expectOne(assessmentProblems(unmarked(lost), questionnaire), "key-out-of-place", lost, "`responses`");
  });
});
