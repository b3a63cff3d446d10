// What somebody wrote beside an entry stays beside it, and goes with it: in braces over several lines, in empty ones, in lists.
import { expect, test } from "vitest";
import type { Change } from "../../src/assessment/change.ts";
import { editText } from "../../src/assessment/edit.ts";
import type { Answer } from "../../src/model/assessment.ts";

const head = 'questionnaire: q\nversion: "1.0.0"\norganization: A\nresponses:\n  - respondent: Ann\n    answers:';
const answer = (id: string, value: Answer | undefined): Change => ({ kind: "answer", response: 0, id, value });
const braces = [" {", "      a: 2,   # one", "      b: 1,     # two", "      c: 2   # three", "    }", ""];
const list = ["", "      ch:", "        - phone # one", "        - mail # two", "        - chat # three", ""];
const without = (lines: string[], at: number) => lines.toSpliced(at, 1);

test.each<[string, string[], Change, string[]]>([
  ["the last entry goes", braces, answer("c", undefined), without(braces, 3).with(2, "      b: 1     # two")],
  ["one between goes", braces, answer("b", undefined), without(braces, 2)],
  ["the first goes", braces, answer("a", undefined), without(braces, 1)],
  ["one more", braces, answer("d", 3), braces.with(3, "      c: 2,   # three").toSpliced(4, 0, "      d: 3")],
  ["another value", braces, answer("b", 3), braces.with(2, "      b: 3,     # two")],
  [
    "empty braces with comments",
    [" {", "      # later: a", "      # and b", "    }", ""],
    answer("a", 2),
    ["", "      # later: a", "      # and b", "      a: 2", ""],
  ],
  ["the last option goes", list, answer("ch", ["phone", "mail"]), without(list, 4)],
  ["the first option goes", list, answer("ch", ["mail", "chat"]), without(list, 2)],
  ["one more option", list, answer("ch", ["phone", "mail", "chat", "web"]), list.toSpliced(5, 0, "        - web")],
])("%s", (_, lines, change, wanted) => {
  for (const end of ["\n", "\r\n"]) {
    const made = editText((head + lines.join("\n")).replaceAll("\n", end), change);
    expect(made).toBe((head + wanted.join("\n")).replaceAll("\n", end));
  }
});
