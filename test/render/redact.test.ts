// Redaction: whoever answered is named nowhere in the report, however a note or a link writes the name; and other words stay.
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { words } from "../../src/locales/en/words.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import { peopleFinder } from "../../src/render/people-in-text.ts";
import { redact } from "../../src/render/redact.ts";
import { renderReport, sectionNames } from "../../src/render/report/index.ts";
import { createView } from "../../src/render/view.ts";
import { evaluator, example, flagship } from "../support/flagship.ts";

const vocabulary = {
  roles: ["Customer service", "IT", "Sales"],
  texts: ["A mark and a price, by hand.", "Orders will be checked", "Who may say so?", "the grace of an experience"],
};
const finder = (...names: string[]) =>
  peopleFinder(
    names.map((name, at) => ({ name, shown: `<${at}>` })),
    vocabulary,
    "Someone",
  );
const hidden = (name: string, text: string) => finder(name).hide(text);

const named: [name: string, text: string, shown: string][] = [
  ["Ann Weber", "Ann said so", "<0> said so"],
  ["Ann Weber", "Weber, Ann: so", "<0>: so"],
  ["Ann Weber", "ann  weber", "<0>"],
  ["Ann Weber", "ANN WEBER!", "<0>!"],
  ["Ann Weber", "A\u200bnn\u00ad We\u2060ber", "<0>"],
  ["Ann Weber", "Ａｎｎ Weber", "<0>"],
  ["Ann Weber", "Ann's list, Mrs Weber-Fox", "<0>'s list, Mrs <0>-Fox"],
  ["Ann Weber", "A. Weber and Weber A. agree", "<0> and <0>. agree"],
  ["Ann Weber", "mail ann.weber@corp.example", "mail <0>@corp.example"],
  ["Ann Weber", "annweber, aweber@corp.example, Ann_Weber2", "<0>, <0>@corp.example, <0>2"],
  ["Ann Weber", "https://x.example/Ann%20Weber/Ann+Weber?by=Ann-Weber", "https://x.example/<0>/<0>?by=<0>"],
  ["ann weber", "Ann and Weber", "<0> and <0>"],
  ["Ann weber", "Weber said", "<0> said"],
  ["José García", "Jose Garci\u0301a; Jos%C3%A9; GARCÍA", "<0>; <0>; <0>"],
  ["Weiß", "WEISS, weiss and Weiß", "<0>, <0> and <0>"],
  ["İpek Işık", "IPEK ISIK, ipek ışık", "<0>, <0>"],
  ["Jan van der Berg", "van der Berg, Berg; Jan Berg", "<0>, <0>; <0>"],
  ["Ludwig van Beethoven", "Beethoven, van Beethoven", "<0>, <0>"],
  ["田中 太郎", "田中さんと太郎が田中太郎", "<0>さんと<0>が<0>"],
  ["田中太郎", "田中 太郎さん", "<0>さん"],
  ["タナカ", "ﾀﾅｶさん", "<0>さん"],
  ["ダイゴ", "ﾀﾞｲｺﾞさん", "<0>さん"],
  ["김민수", "김민수가 말했다", "<0>가 말했다"],
  ["สมชาย", "คุณสมชายพูดว่า", "คุณ<0>พูดว่า"],
  ["محمد رضایی", "رضایی، محمد گفت", "<0> گفت"],
  ["Γιώργος Σεφέρης", "ΓΙΩΡΓΟΣ ΣΕΦΈΡΗΣ, ΣΕΦΕΡΗΣ", "<0>, <0>"],
  ["Анна Вебер", "АННА, Вебер", "<0>"],
  ["Mark Price", "Mark said: mark the price; MARK PRICE", "<0> said: mark the price; <0>"],
  ["Will", "Will knows what will be", "<0> knows what will be"],
  ["Jo", "Jo asked; jo and JO stay", "<0> asked; jo and JO stay"],
  ["Head of customer service", "the head of customer service", "the <0>"],
  ["Head of customer service", "Customer service, head of", "<0>"],
  ["Ann Weber, Head of IT", "Ann of IT; head of it, Ann Weber", "<0> of IT; <0>"],
  ["O'Brien", "O’Brien, OBRIEN", "<0>, <0>"],
];

test.each(named)("%s in %j", (name, text, shown) => expect(hidden(name, text)).toBe(shown));

const others: [name: string, text: string][] = [
  ["Ann Weber", "Annual plan, Weberian, Hannover, Anna"],
  ["Head of customer service", "The customer of a head office has service; Head in the sand of Customer"],
  ["IT manager", "It is IT; the manager"],
  ["Jan van der Berg", "van der Sar; a van, der Tag"],
  ["A. B. Cole", "a b, A B, a. and b."],
  ["Ann de Wit", "de facto"],
  ["李 明", "李子と明日"],
  ["Mark Price", "mark a price"],
  ["?!", "What?! 100%"],
  ["\u200b", "nothing\u200b here"],
  ["Ann", "100%, %zz, 5 %41nn stays: %"],
];

test.each(others)("%s is not in %j", (name, text) => {
  expect(hidden(name, text).replace("%41nn", "")).toBe(text.replace("%41nn", "").replace("5  ", "5 <0> "));
});

describe("several people", () => {
  test("a part that several have means anybody of them", () => {
    const { hide } = finder("Ann Weber", "Ann Fox");
    expect(hide("Ann; Fox, Ann; Weber; Ann Weber Ann Fox")).toBe("Someone; <1>; <0>; <0> <1>");
  });

  test("300 people, and names of 16,000 characters, neither stop it nor make it slow", () => {
    const names = (make: (at: number) => string) => Array.from({ length: 300 }, (_, at) => make(at));
    const text = "a b c Ann Weber 田田田 ".repeat(2_000);
    const long: Record<string, string[]> = {
      "one surname": names(at => `P${at} Weber`),
      "one word": names(at => `${"x".repeat(16_000)}${at}`),
      "many words": names(at => `${"a b ".repeat(4_000)}${at}`),
      "the same words": names(() => "Ann Weber ".repeat(1_600)),
      "no spaces": names(at => "田".repeat(16_000 - at)),
      "signs alone": names(() => "(".repeat(16_000)),
    };
    for (const [kind, people] of Object.entries(long)) {
      const before = performance.now();
      const { hide } = finder(...people);
      expect([hide(text).length > 0, hide(people[0]!).length > 0], kind).toEqual([true, true]);
      expect(performance.now() - before, kind).toBeLessThan(15_000);
    }
  }, 120_000);
});

describe("a report", () => {
  const view = createView(flagship, words);
  const base = example("valbruna-pumps");
  const said = "Ann Weber";
  const url = (address: string) => ({ text: "A list", url: address });
  const addresses = [
    "https://x.example/Ann%20Weber",
    "https://x.example/a?by=ann+weber",
    "https://x.example/WEBER_ann.pdf",
    "https://x.example/ann%2Eweber",
    "https://x.example/%2541nn",
    "https://x.example/weber",
    "mailto:ann.weber@corp.example",
    "https://ann-weber.example/",
    "https://x.example/%41%6e%6e",
    "https://x.example/annweber",
  ];
  const note: Answer = { level: 1, note: `${said} says that Weber, ann knows`, evidence: addresses.map(url) };
  const assessment: Assessment = {
    ...base,
    report: { title: "For ANN", preparedBy: "ann  weber & Fox", logo: "ann-weber.png" },
    facts: { ...base.facts, "online-revenue": { value: 5, by: "WEBER, Ann", note: "from Ann", date: "2026-11-20" } },
    responses: [
      { respondent: said, role: "it", answers: { "of-errors": note, "fc-pci": { na: "Ann says no" } } },
      {
        respondent: "Bo Ek",
        role: "finance",
        answers: { "of-errors": { level: 1, evidence: [url("https://x.example/anna")] } },
      },
    ],
    agreed: { "of-errors": { level: 1, because: "shown by A. Weber" } },
  };
  const redacted = () => redact(view, { evaluation: evaluate(evaluator, assessment), cover: assessment.report });
  const page = () => {
    const { evaluation, cover } = redacted();
    return renderReport(view, evaluation, { sections: sectionNames, cover });
  };

  test("names nobody: not in notes, reasons, links, facts, agreements, nor on its cover", () => {
    expect(page()).not.toMatch(/\bann\b|weber|annweber|%41|\bEk\b/i);
    expect(page()).toContain("https://x.example/anna");
    expect(redacted().cover).toEqual({ title: "For IT", preparedBy: "IT & Fox" });
    expect(redacted().evaluation.facts.find(({ by }) => by !== null)).toMatchObject({ by: "IT", note: "from IT" });
  });

  test("leaves everything that names nobody as it was", () => {
    const { respondent: _, ...silent } = { ...base.responses![0]!, role: "it" };
    const unnamed = { ...base, responses: [silent] };
    const evaluation = evaluate(evaluator, unnamed);
    expect(redact(view, { evaluation, cover: undefined })).toEqual({ evaluation, cover: undefined });
  });

  test("a response whose name is a function hides no ordinary word", () => {
    const { evaluation } = redact(view, { evaluation: evaluate(evaluator, base), cover: undefined });
    const notes = (one: typeof evaluation) =>
      one.criteria.flatMap(({ responses }) => responses.flatMap(({ note: text }) => text ?? []));
    expect(notes(evaluation)).toEqual(notes(evaluate(evaluator, base)));
  });
});
