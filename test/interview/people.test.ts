// The list of people and of what was agreed: another name, another department, away with one; and the same in the file.
import { describe, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { applyChange, type Change } from "../../src/assessment/change.ts";
import { editText } from "../../src/assessment/edit.ts";
import { parseDocument } from "../../src/document.ts";
import { screens } from "../../src/interview/given.ts";
import { targetsOf } from "../../src/interview/jump.ts";
import type { State } from "../../src/interview/state.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { validators } from "../files/support.ts";
import { begin, empty, said, shown, walk } from "./keys.ts";

const three: Assessment = {
  ...empty,
  responses: [
    { respondent: "Ann", role: "sales", answers: { speed: 1, care: 0 } },
    { respondent: "Pat", role: "panel", answers: { speed: 2 } },
    { respondent: "Bob", answers: {} },
  ],
  agreed: { speed: { level: 3, because: "Shown" } },
};
/** Opens the list: the last entry among the places. */
function look(state: State): State {
  const places = walk(state, "j");
  const last = targetsOf(places, null).length - 1;
  const ups = places.mode.kind === "jump" ? places.mode.cursor + 1 : 0;
  expect(targetsOf(places, null)[last]?.kind).toBe("people");
  return walk(places, ...Array(ups).fill("up"), "enter");
}
/** Ann goes on, and looks at it. */
const atPeople = (more: Partial<Parameters<typeof begin>[0]> = {}): State =>
  look(begin({ assessment: three, respondent: "Ann", role: "sales", ...more }));
const names = ({ assessment }: State) => assessment.responses?.map(one => [one.respondent ?? null, one.role ?? null]);

test("j, then its last entry; and only where there is anybody", () => {
  const at = begin({ assessment: three, respondent: "Ann", role: "sales" });
  const list = atPeople();
  expect(list.mode).toEqual({ kind: "people", cursor: 0 });
  for (const key of ["escape", "j", "b", "left"]) expect(walk(list, key)).toEqual(at);
  expect(walk(list, "up", "up", "down", "down", "down").mode).toEqual({ kind: "people", cursor: 1 });
  expect(walk(list, "4").mode).toEqual({ kind: "people", cursor: 3 });
  expect(said(walk(list, "5"))).toBe("not-a-key");
  expect(targetsOf(begin({ respondent: "Ann", role: "sales" }), null).at(-1)?.kind).toBe("end");
});

describe("another name", () => {
  test("opens with the present one, and is kept", () => {
    const typing = walk(atPeople(), "r");
    expect([typing.mode, typing.text]).toEqual([{ kind: "rename", response: 0 }, "Ann"]);
    const renamed = walk(typing, "> Anna");
    expect([names(renamed)?.[0], renamed.respondent, renamed.mode]).toEqual([
      ["Anna", "sales"],
      "Anna",
      { kind: "people", cursor: 0 },
    ]);
    expect(renamed.log).toEqual([{ kind: "rename", response: 0, respondent: "Anna" }]);
    // Her answers stay hers.
    expect(walk(renamed, "escape", "2").assessment.responses?.[0]).toMatchObject({ respondent: "Anna" });
  });

  test("of somebody else, or none", () => {
    expect(names(walk(atPeople(), "2", "r", "> Patricia"))?.[1]).toEqual(["Patricia", "panel"]);
    const unnamed = walk(atPeople(), "2", "r", ">");
    expect([names(unnamed)?.[1], unnamed.respondent]).toEqual([[null, "panel"], "Ann"]);
    expect(walk(atPeople(), "r", "escape")).toEqual(atPeople());
    expect(walk(atPeople(), "r", "> Ann").log).toEqual([]);
  });

  test("that answers for the department already is refused, and stays for correction", () => {
    const bob = walk(atPeople(), "2", "o", "1");
    const refused = walk(bob, "r", ">  ANN ");
    expect([refused.message, refused.text, refused.log]).toEqual([{ code: "name-taken", name: "ANN" }, "ANN", bob.log]);
  });
});

describe("another department", () => {
  test("is chosen from those that are asked; the last entry is none", () => {
    const choosing = walk(atPeople(), "2", "o");
    expect(choosing.mode).toEqual({ kind: "role-of", response: 1, cursor: 1 });
    expect(names(walk(choosing, "1"))?.[1]).toEqual(["Pat", "sales"]);
    expect(names(walk(choosing, "down", "enter"))?.[1]).toEqual(["Pat", null]);
    expect(walk(choosing, "enter").log).toEqual([]);
    expect([said(walk(choosing, "4")), said(walk(atPeople(), "3", "o", "up", "up", "up", "enter"))]).toEqual([
      "not-a-key",
      null,
    ]);
    expect(walk(choosing, "escape")).toEqual(walk(atPeople(), "2"));
  });

  test("of the one who answers now: its questions are asked from here", () => {
    const moved = walk(atPeople(), "o", "2");
    expect([moved.role, moved.response, moved.past]).toEqual(["panel", 0, []]);
    const asked = screens(walk(moved, "escape")).flatMap(one => (one.kind === "criterion" ? [one.criterion.id] : []));
    expect(asked).toEqual(["speed"]);
    expect(moved.assessment.responses?.[0]?.answers).toEqual({ speed: 1, care: 0 });
  });

  test("in which the same name answers is refused", () => {
    const twice: Assessment = { ...three, responses: [three.responses![0]!, { respondent: "ann", answers: {} }] };
    const refused = walk(atPeople({ assessment: twice }), "2", "o", "1");
    expect([said(refused), refused.log]).toEqual(["name-taken", []]);
  });
});

describe("away with one", () => {
  test.each([
    ["1", 2],
    ["2", 1],
    ["3", 0],
  ])("person %s: it says that %i answers go, and does it when the key is pressed again", (which, answers) => {
    const asked = walk(atPeople(), which, "x");
    expect([asked.message, asked.log]).toEqual([{ code: "goes", entry: Number(which) - 1, answers }, []]);
    const gone = walk(asked, "x");
    expect(names(gone)).toEqual(names(atPeople())!.toSpliced(Number(which) - 1, 1));
  });

  test("another key, or another entry, in between asks again", () => {
    expect(said(walk(atPeople(), "2", "x", "down", "x"))).toBe("goes");
    expect(walk(atPeople(), "2", "x", "y", "x").log).toEqual([]);
  });

  test("the answers of whoever goes on stay theirs", () => {
    const bob = walk(look(begin({ assessment: three, respondent: "Bob" })), "1", "x", "x", "escape");
    expect([bob.response, bob.respondent]).toEqual([1, "Bob"]);
    const answered = walk(bob, "j", "/", "> speed", "4");
    expect(answered.assessment.responses?.map(one => one.answers)).toEqual([{ speed: 2 }, { speed: 4 }]);
  });

  test("of someone new who has not answered yet, the first answer is their own", () => {
    const carlBegins = begin({ assessment: three, respondent: "Carl", role: "sales" });
    const carl = walk(walk(carlBegins, "down", "down", "s"), "down", "down", "down", "s");
    const answered = walk(look(carl), "1", "x", "x", "escape", "4");
    expect(answered.assessment.responses?.at(-1)).toMatchObject({ respondent: "Carl", answers: { speed: 4 } });
    expect(answered.assessment.responses?.[0]).toEqual(three.responses![1]);
  });

  test("the one who answers now: who goes on is asked, and the file knows", () => {
    const gone = walk(atPeople(), "x", "x");
    expect([shown(gone), gone.response, gone.respondent]).toEqual(["who", null, undefined]);
    expect(gone.log).toEqual([{ kind: "leave", response: 0 }]);
    expect(walk(gone, "1")).toMatchObject({ respondent: "Pat", response: 0 });
    expect(walk(gone, "q").ended).toBe("quit");
  });

  test("what was agreed is taken back, and the answers count again", () => {
    const asked = walk(atPeople(), "up", "x");
    expect(asked.message).toEqual({ code: "goes", entry: 3, answers: null });
    const taken = walk(asked, "x");
    expect(taken.assessment).not.toHaveProperty("agreed");
    expect([taken.mode, taken.log]).toEqual([
      { kind: "people", cursor: 2 },
      [{ kind: "agree", id: "speed", value: undefined }],
    ]);
    expect(said(walk(atPeople(), "up", "r"))).toBe("not-a-key");
  });
});

describe("in the file", () => {
  const head = 'questionnaire: base\nversion: "1.0.0"\norganization: E\n';
  const load = (text: string) => acceptAssessment(parseDocument(text, "a.yaml"), validators.assessment).assessment;
  const changes: Change[] = [
    { kind: "rename", response: 0, respondent: "Anna" },
    { kind: "role", response: 0, role: "panel" },
    { kind: "rename", response: 0, respondent: undefined },
    { kind: "role", response: 0, role: undefined },
    { kind: "rename", response: 1, respondent: "Bob" },
    { kind: "role", response: 1, role: "sales" },
    { kind: "agree", id: "speed", value: undefined },
    { kind: "agree", id: "care", value: { level: 1, because: "Seen" } },
    { kind: "agree", id: "care", value: undefined },
  ];
  const yaml = `${head}responses:
  - respondent: Ann # boss
    role: sales
    # by phone
    answers: { speed: 1 }
  - answers: { care: 0 } # written
agreed:
  speed: { level: 3, because: Shown }
`;

  test.each([
    ["YAML", yaml, false],
    ["JSON", `${JSON.stringify(load(yaml), null, 2)}\n`, true],
    ["one alone in YAML", `${head}respondent: Ann\nrole: sales\nanswers: { speed: 1 }\n`, false],
    [
      "one alone in JSON",
      '{"questionnaire":"base","version":"1.0.0","organization":"E","role":"sales","answers":{}}',
      true,
    ],
  ])("%s says what the state says, after each change", (_, text) => {
    let [kept, state] = [text, load(text)];
    for (const change of changes) {
      if ("response" in change && change.response >= (state.responses ?? []).length) continue;
      kept = editText(kept, change);
      state = applyChange(state, change);
      expect(load(kept)).toEqual(state);
    }
  });

  test("only the lines of it differ, and comments stay", () => {
    const text = changes.slice(4, 6).reduce((one, change) => editText(one, change), yaml);
    expect(text).toBe(yaml.replace("# written\n", "# written\n    respondent: Bob\n    role: sales\n"));
    expect(editText(yaml, changes[0]!)).toBe(yaml.replace("Ann #", "Anna #"));
    expect(editText(yaml, changes[6]!)).toBe(yaml.slice(0, yaml.indexOf("agreed")));
  });
});
