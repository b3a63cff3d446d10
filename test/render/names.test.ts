// One person is one voice, however the name is typed; and a name that is redacted is found however it is written.
import { describe, expect, test } from "vitest";
import { words } from "../../src/locales/en/words.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { nameKey, sameName } from "../../src/model/person.ts";
import { replaceNames } from "../../src/render/names.ts";
import { redact } from "../../src/render/redact.ts";
import { createView } from "../../src/render/view.ts";
import { flagship, run } from "../support/flagship.ts";

describe("sameness", () => {
  test.each([
    ["Ann", " ann "],
    ["Ann Weber", "ANN\u00a0\u00a0WEBER"],
    ["Ann", "A\u200bnn"],
    ["Ann", "Ａｎｎ"],
    ["Zoë", "Zoe\u0308"],
    ["STRAUSS", "Strauß"],
    ["İpek", "ipek"],
    ["Işık", "ışık"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["An\u00adna", "Anna"],
    ["T\u{e0041}om", "Tom"],
  ])("%j is %j", (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test.each([
    ["Ann", "Anne"],
    ["Ann Weber", "AnnWeber"],
    ["Zoë", "Zoe"],
  ])("%j is not %j", (a, b) => expect(sameName(a, b)).toBe(false));

  test("nobody is only nobody", () => {
    expect([sameName(undefined, undefined), sameName(undefined, ""), nameKey("")]).toEqual([true, false, ""]);
  });
});

describe("names within a text", () => {
  const without = replaceNames([
    { name: "Ann Weber", shown: "[IT]" },
    { name: "田中 太郎", shown: "[営業]" },
    { name: "Weber", shown: "[Sales]" },
  ]);
  test.each([
    ["Ann Weber said so", "[IT] said so"],
    ["ann  weber said so", "[IT] said so"],
    ["Weber, Ann", "[IT]"],
    ["ANN WEBER's list", "[IT]'s list"],
    ["ann.weber@acme.example", "[IT]@acme.example"],
    ["weber_ann", "[IT]"],
    ["AnnWeber", "[IT]"],
    ["A\u00adnn We\u200bber", "[IT]"],
    ["Mr Weber", "Mr [Sales]"],
    ["Annex Weberian", "Annex Weberian"],
    ["田中太郎さんが言った", "[営業]さんが言った"],
    ["太郎 田中", "[営業]"],
    ["no name here", "no name here"],
  ])("%j", (text, shown) => expect(without(text)).toBe(shown));

  test("a name of 16,000 characters and 300 people cost what the text costs", () => {
    const people = Array.from({ length: 300 }, (_, n) => ({ name: `Person ${n} ${"x".repeat(50)}`, shown: "-" }));
    const long = [...people, { name: "a ".repeat(8000), shown: "-" }, { name: "(".repeat(16_000), shown: "-" }];
    const text = "Person 7 and others were here. ".repeat(600);
    expect(replaceNames(long)(text)).toBe(text);
  });
});

test("what is redacted tells nobody's name, wherever it stands", () => {
  const assessment: Assessment = {
    questionnaire: flagship.id,
    version: flagship.version,
    organization: "Acme",
    date: "2026-11-21",
    facts: { "online-revenue": { value: 2_000_000, by: "Bob Marsh", note: "Bob Marsh and Ann Weber agree" } },
    responses: [
      {
        respondent: "Ann Weber",
        role: "it",
        answers: {
          "of-errors": {
            level: 1,
            note: "weber ann saw it",
            evidence: [
              { text: "list of ann_weber", url: "https://acme.example/u/Ann+Weber" },
              { url: "https://acme.example/?who=%41nn%20Weber" },
              { url: "https://acme.example/ann.weber/%E0%A4%A" },
              { text: "ERP", url: "https://acme.example/erp" },
            ],
          },
          "fc-pci": { na: "Ann Weber says so" },
        },
      },
      { respondent: "ANN WEBER", role: "sales", answers: {} },
    ],
    agreed: { "of-rules": { level: 1, because: "Ann Weber and Weber, Ann" } },
    report: { title: "For Acme", preparedBy: "Ann Weber, Weber & Co" },
  };
  const view = createView(flagship, words);
  const open = { evaluation: run(assessment), cover: assessment.report };
  const told = JSON.stringify(redact(view, open));
  expect(JSON.stringify(open)).toMatch(/weber/i);
  expect(told.replaceAll("Weber & Co", "")).not.toMatch(/weber|marsh/i);
  expect(told).toContain("https://acme.example/erp");
});
