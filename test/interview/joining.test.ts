// Two people who answer in the same file at once: both are in it, whoever saves first; what both changed is for a person to decide.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import type { Change } from "../../src/assessment/change.ts";
import { ChangedMeanwhile, openStore } from "../../src/assessment/store.ts";
import { parseDocument } from "../../src/document.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import { validators } from "../files/support.ts";

const head = "questionnaire: base\nversion: 1.2.0\norganization: Example Ltd\nfacts:\n  price: 2\n";
const begun = `${head}responses:\n  - respondent: Ann\n    role: it\n    answers:\n      a: 1 # first\n  - respondent: Bob\n    role: sales\n    answers: {}\n`;
const read = (text: string): Assessment | null => {
  try {
    return acceptAssessment(parseDocument(text, "a.yaml"), validators.assessment).assessment;
  } catch {
    return null;
  }
};
const answer = (response: number, id: string, value: Answer): Change => ({ kind: "answer", response, id, value });
const respond = (respondent: string, role = "it"): Change => ({ kind: "respond", respondent, role, date: undefined });

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-join-"));
  file = join(folder, "a.yaml");
  writeFileSync(file, begun);
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = () => openStore(file, readFileSync(file, "utf8"), { read });
const held = () => read(readFileSync(file, "utf8"))!;

describe("what cannot be joined", () => {
  test.each<[string, Change, Change]>([
    ["a name that the other one brought", respond("Bea", "sales"), { kind: "rename", response: 1, respondent: "bea" }],
    [
      "a department in which the other one brought that name",
      respond("Bob"),
      { kind: "role", response: 1, role: "it" },
    ],
    ["a name for somebody who went on", answer(1, "a", 2), { kind: "rename", response: 1, respondent: "Bea" }],
    [
      "what both agreed on",
      { kind: "agree", id: "a", value: { level: 2, because: "Seen" } },
      { kind: "agree", id: "a", value: { level: 3, because: "Seen" } },
    ],
  ])("%s", (_, theirs, ours) => {
    const [one, two] = [opened(), opened()];
    one.save([theirs]);
    expect(() => two.save([ours])).toThrow(ChangedMeanwhile);
  });
});

describe("different responses", () => {
  test("both are kept, and comments, too", () => {
    const [one, two] = [opened(), opened()];
    expect(one.save([answer(0, "b", 2)])).toBeNull();
    expect(two.save([answer(1, "a", 3)])).not.toBeNull();
    expect(one.save([answer(0, "c", 0)])).not.toBeNull();
    expect(held().responses!.map(({ answers }) => answers)).toEqual([{ a: 1, b: 2, c: 0 }, { a: 3 }]);
    expect(readFileSync(file, "utf8")).toContain("a: 1 # first\n");
  });

  test("another name or department, and what is taken back of what was agreed, go with the rest", () => {
    writeFileSync(file, `${begun}agreed:\n  a: { level: 1, because: Seen }\n`);
    const [one, two] = [opened(), opened()];
    one.save([answer(0, "b", 2)]);
    two.save([
      { kind: "rename", response: 1, respondent: "Bea" },
      { kind: "role", response: 1, role: "it" },
      { kind: "agree", id: "a", value: undefined },
    ]);
    expect(held()).toMatchObject({ responses: [{ answers: { a: 1, b: 2 } }, { respondent: "Bea", role: "it" }] });
    expect(held()).not.toHaveProperty("agreed");
  });

  test("whoever comes new stands behind whom the other one brought, and goes on there", () => {
    const [one, two] = [opened(), opened()];
    one.save([respond("Cid"), answer(2, "a", 1)]);
    const shared = two.save([respond("Dora"), answer(2, "a", 2)])!;
    expect([shared.indexOf(2), shared.assessment.responses!.length]).toEqual([3, 4]);
    two.save([answer(shared.indexOf(2), "b", 3)]);
    expect(held().responses!.map(({ respondent, answers }) => [respondent, answers])).toEqual([
      ["Ann", { a: 1 }],
      ["Bob", {}],
      ["Cid", { a: 1 }],
      ["Dora", { a: 2, b: 3 }],
    ]);
  });

  test("facts of one and answers of another", () => {
    const [one, two] = [opened(), opened()];
    one.save([{ kind: "fact", id: "size", value: { value: 7, by: "Ann" } }]);
    two.save([answer(1, "a", 0), { kind: "fact", id: "price", value: 3 }]);
    expect(held().facts).toEqual({ price: 3, size: { value: 7, by: "Ann" } });
  });
});

describe("the same thing is not for us to decide", () => {
  test.each<[string, Change[], Change[]]>([
    ["one response", [answer(0, "b", 2)], [answer(0, "c", 3)]],
    ["one fact", [{ kind: "fact", id: "price", value: 5 }], [{ kind: "fact", id: "price", value: 6 }]],
    ["the organisation", [{ kind: "organization", value: "X" }], [{ kind: "organization", value: "Y" }]],
    ["two new people of one name", [respond("Cid")], [respond(" cid ")]],
    ["a response that the other one took back", [{ kind: "leave", response: 1 }], [answer(1, "a", 2)]],
  ])("%s", (_, first, second) => {
    const [one, two] = [opened(), opened()];
    one.save(first);
    const before = readFileSync(file, "utf8");
    expect(() => two.save(second)).toThrow(ChangedMeanwhile);
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(two.text()).not.toBe(before);
  });

  test("nor is a file that cannot be read any more, or is gone", () => {
    const store = opened();
    writeFileSync(file, "{");
    expect(() => store.save([answer(0, "b", 2)])).toThrow(ChangedMeanwhile);
    rmSync(file);
    expect(() => store.save([answer(0, "b", 3)])).toThrow(ChangedMeanwhile);
  });
});

test("whatever two people answer, in whatever order it is saved, all of it is in the file", () => {
  const given = fc.record({
    who: fc.nat({ max: 1 }),
    id: fc.constantFrom("a", "b", "c", "d"),
    level: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(given, { maxLength: 14 }), fc.boolean(), (turns, known) => {
      writeFileSync(file, begun);
      const sides = [opened(), opened()].map((store, who) => ({
        store,
        at: known ? who : -1,
        said: {} as Record<string, number>,
      }));
      for (const { who, id, level } of turns) {
        const side = sides[who]!;
        const isNew = side.at < 0;
        const at = isNew ? read(side.store.text())!.responses!.length : side.at;
        const shared = side.store.save([...(isNew ? [respond(`New ${who}`)] : []), answer(at, id, level)]);
        side.at = shared ? shared.indexOf(at) : at;
        side.said[id] = level;
      }
      for (const [who, { said, at }] of sides.entries()) {
        const start = known && who === 0 ? { a: 1 } : {};
        if (at >= 0) expect(held().responses![at]!.answers).toEqual({ ...start, ...said });
      }
    }),
    { numRuns: 40, seed: 20261127 },
  );
}, 60_000);
