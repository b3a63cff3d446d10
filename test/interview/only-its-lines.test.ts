// One answer touches its own lines, whatever stands around it: parts that stand for others, comments within an answer, the answers of one
// person at the top level.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { applyChange, type Change } from "../../src/assessment/change.ts";
import { editText } from "../../src/assessment/edit.ts";
import { type Answer, longForm } from "../../src/model/assessment.ts";

const answer = (id: string, value: Answer | undefined, response = 0): Change => ({
  kind: "answer",
  response,
  id,
  value,
});
const bea: Change = { kind: "respond", respondent: "Bea", role: "it", date: undefined };

const above = [
  "questionnaire: q   # which",
  'version: "1.0.0"',
  "",
  "organization: A",
  "report: {title:  &t Pumps}",
  "lineOfBusiness: *t   # the same",
  "responses:",
  "  - respondent: Ann   # aligned",
  "    answers:",
];
const below = ["      z:   1    # z", "      braces: {level:  2}", "", "      # end", ""];

/** Of `had`, what stands in the place of an answer afterwards. */
test.each<[string, string[], Change, string[]]>([
  ["a level", ["      a: 2  # why"], answer("a", 1), ["      a: 1  # why"]],
  ["a new answer", ["      a: 2"], answer("new", 1), ["      a: 2"]],
  [
    "an answer in lines, with comments",
    ["      a:", "        # asked twice", "        # and again", "        level: 2 # lower"],
    answer("a", 1),
    ["      a: 1 # lower", "        # asked twice", "        # and again"],
  ],
  [
    "one that loses its note",
    ["      a: # key", "        level: 2 # lower", "        # between", "        note: x # n"],
    answer("a", 1),
    ["      a: 1 # key # n", "        # lower", "        # between"],
  ],
  [
    "a level within lines",
    ["      a:", "        # asked twice", "        level: 2 # lower", "        note: x # n"],
    answer("a", { level: 1, note: "x" }),
    ["      a:", "        # asked twice", "        level: 1 # lower", "        note: x # n"],
  ],
  [
    "a level that becomes N/A",
    ["      a:", "        # asked twice", "        level: 2 # lower", "        note: x # n"],
    answer("a", { na: "none" }),
    ["      a:", "        # asked twice", "        # lower", "        na: none # n"],
  ],
  [
    "braces over several lines",
    ["      a: { # one", "        level: 2, # two", "        note: x # three", "        } # four"],
    answer("a", 1),
    ["      a: 1 # four", "        # one", "        # two", "        # three"],
  ],
  [
    "a text in lines, in which a sign is no comment",
    ["      a:", "        level: 2 # b", "        note: |", "          c # d", "          # e", "        # f"],
    answer("a", 1),
    ["      a: 1", "        # b", "        # f"],
  ],
  ["a value below its key", ["      a:", "        # b", "        2"], answer("a", 1), ["      a: 1", "        # b"]],
  [
    "what others stand for",
    ["      a: &a {level: 2, note: b} # c", "      d: *a # e", "      f: {level: 1, evidence: [*a]}"],
    answer("a", 1),
    [
      "      a: &a 1 # c",
      "      d: # e",
      "        level: 2",
      "        note: b",
      "      f: {level: 1, evidence: [{level: 2, note: b}]}",
    ],
  ],
  [
    "what stands for another",
    ["      a: &a {level: 2} # c", "      d: *a # e"],
    answer("d", 1),
    ["      a: &a {level: 2} # c", "      d: 1 # e"],
  ],
  [
    "what others stand for, with the same answer again",
    ["      a: &a 2", "      d: *a"],
    answer("a", 2),
    ["      a: &a 2", "      d: *a"],
  ],
  [
    "what goes while others stand for it",
    ["      a: &a 2 # c", "      d: *a # e"],
    answer("a", undefined),
    ["      d: 2 # e"],
  ],
])("%s", (_, had, change, wanted) => {
  const more = change.kind === "answer" && change.id === "new" ? below.toSpliced(2, 0, "      new: 1") : below;
  for (const end of ["\n", "\r\n"]) {
    const made = editText([...above, ...had, ...below].join(end), change);
    expect(made).toBe([...above, ...wanted, ...more].join(end));
  }
});

test("a response that stands for another is written out where it is answered", () => {
  const text = "responses:\n  - answers: &a # one\n      x:  1 # x\n  - respondent: B\n    answers: *a # same\n";
  expect(editText(text, answer("x", 2, 1))).toBe(text.replace("*a # same", "# same\n      x: 2"));
  expect(editText(text, answer("x", 2, 0))).toBe(
    text.replace("x:  1", "x:  2").replace("*a # same", "# same\n      x: 1"),
  );
  expect(editText(text, { kind: "leave", response: 0 })).toBe(
    "responses:\n  - respondent: B\n    answers: # same\n      x: 1\n",
  );
});

const solo = [
  "# Top",
  "questionnaire: q",
  "# who",
  "respondent: Ann   # boss",
  "",
  "organization:   E",
  "# all answers",
  "answers:",
  "  # first",
  "  speed:   1 # ok",
  "",
  "  say:",
  "    level:  1",
  "    note: |",
  "      two",
  "        lines",
  "  # more",
  "facts: {a: 1,  b: 2}",
  "# End",
];
const moved = [
  "# Top",
  "questionnaire: q",
  "",
  "organization:   E",
  "responses:",
  "    # who",
  "  - respondent: Ann   # boss",
  "    # all answers",
  "    answers:",
  "      # first",
  "      speed:   1 # ok",
  "",
  "      say:",
  "        level:  1",
  "        note: |",
  "          two",
  "            lines",
  "      # more",
  "  - respondent: Bea",
  "    role: it",
  "    answers: {}",
  "facts: {a: 1,  b: 2}",
  "# End",
];

test.each(["\n", "\r\n"])("the answers of one person move further in when a second one comes (%j)", end => {
  expect(editText(solo.join(end) + end, bea)).toBe(moved.join(end) + end);
});

test("within braces, too, on one line and on several", () => {
  expect(editText("{questionnaire: q,  answers: {a:  1}, respondent: Ann}\n", bea)).toBe(
    "{questionnaire: q,  responses: [{respondent: Ann, answers: {a:  1}}, {respondent: Bea, role: it, answers: {}}]}\n",
  );
  expect(
    editText(
      "{ questionnaire: q, # which\n  respondent: Ann, # boss\n  answers: {a:  1}, # all\n  version: '1' }\n",
      bea,
    ),
  ).toBe(
    "{ questionnaire: q, # which\n  responses: [\n    {\n      respondent: Ann, # boss\n      answers: {a:  1}\n    },\n    { respondent: Bea, role: it, answers: {} }\n  ], # all\n  version: '1' }\n",
  );
  const json = '{\n  "questionnaire": "q",\n  "role": "it",\n  "answers": {"a": 1, "b": 2}\n}\n';
  expect(editText(json, bea)).toContain('"answers": {"a": 1, "b": 2}\n    },\n    {\n      "respondent": "Bea"');
});

test("answers of one person at the top level go with what is said of them only", () => {
  const left = [
    "# Top",
    "questionnaire: q",
    "# who",
    "",
    "organization:   E",
    "# all answers",
    "  # more",
    "facts: {a: 1,  b: 2}",
    "# End",
    "",
  ];
  expect(editText(`${solo.join("\n")}\n`, { kind: "leave", response: 0 })).toBe(left.join("\n"));
});

test("whatever stands for whatever: other lines stay, and so does every comment", () => {
  const ids = ["a", "b", "c", "d"];
  const said = fc.constantFrom(
    ["1"],
    ["2   # c"],
    ["&x 1 # c", "anchor"],
    ["*x   # c", "alias"],
    ["{level:  1} # c"],
    ["{level:  1, note: &y said}", "anchor"],
    ["", "  # c1", "  level: 2 # c2", "  note: *y # c3", "alias"],
    ["&x", "  # c1", "  level: 2 # c2", "  # c4", "anchor"],
    ["{", "  level: 2, # c2", "  # c4", "  } # c3"],
  );
  const value = fc.constantFrom<Answer>(
    0,
    3,
    "unknown",
    { level: 1, note: "said" },
    { na: "none" },
    { level: 2, note: "new" },
  );
  const file = fc.record({
    entries: fc.tuple(said, said, said, said),
    people: fc.boolean(),
    at: fc.nat({ max: 3 }),
    value,
  });
  fc.assert(
    fc.property(file, ({ entries, people, at, value }) => {
      const indent = people ? "      " : "  ";
      const lines = entries.flatMap((entry, index) =>
        entry
          .filter(line => line !== "anchor" && line !== "alias")
          .map((line, n) => (n === 0 ? `${indent}${ids[index]}: ${line}` : `${indent}${line}`).trimEnd()),
      );
      const text = [
        "questionnaire: q   # which",
        "organization: &x  A",
        "report: {title: &y  T}",
        ...(people ? ["responses:", "  - respondent:  Ann", "    answers:"] : ["answers:"]),
        ...lines,
        "facts: {one:  1}",
        "",
      ].join("\n");
      const id = ids[at]!;
      const change = answer(id, value);
      const made = editText(text, change);
      expect(parse(made, { uniqueKeys: false, ...{ schema: "core" } })).toBeDefined();
      expect(longForm(parse(made))).toEqual(applyChange(longForm(parse(text)), change));
      for (const comment of text.match(/# \w+/g) ?? []) expect(made.split(comment).length).toBeGreaterThan(1);
      const own = (index: number) => {
        const start = lines.findIndex(line => line.startsWith(`${indent}${ids[index]}:`));
        const end = lines.findIndex(
          (line, n) => n > start && line.startsWith(indent) && /^\w/.test(line.slice(indent.length)),
        );
        return lines.slice(start, end < 0 ? undefined : end);
      };
      for (const other of [0, 1, 2, 3].filter(n => n !== at && !(entries[n] as readonly string[]).includes("alias"))) {
        expect(made).toContain(`\n${own(other).join("\n")}\n`);
      }
      for (const line of [
        "questionnaire: q   # which",
        "organization: &x  A",
        "report: {title: &y  T}",
        "facts: {one:  1}",
      ])
        expect(made.split("\n")).toContain(line);
    }),
    { numRuns: 400, seed: 20261127 },
  );
});
