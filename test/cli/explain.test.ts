// Explanations of everything that can be asked for, of questionnaires of three domains: they are complete, fit the terminal, and what
// people typed does nothing in them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { subjectsOf } from "../../src/evaluate/subjects.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { all, harmless, hostile } from "../render/hostile.ts";
import { cxm, exampleFile, fixture, workFolder } from "../support/cli.ts";
import { flagship } from "../support/flagship.ts";

const { folder, remove } = workFolder();
afterAll(remove);

const own = (path: string): Questionnaire => parse(readFileSync(fixture(path), "utf8"));
const asked: [string, Questionnaire, string[]][] = [
  ["valbruna-pumps", flagship, [exampleFile("valbruna-pumps")]],
  ["nordlicht-fasteners", flagship, [exampleFile("nordlicht-fasteners")]],
  ...["mood-nine/sheets/partly", "practice-model/teams/borealis"].map((name): [string, Questionnaire, string[]] => {
    const questionnaire = `${name.split("/")[0]}/questionnaire.yaml`;
    return [name, own(questionnaire), ["-q", fixture(questionnaire), fixture(`${name}.yaml`)]];
  }),
];

const refsIn = (part: unknown): string[] => {
  if (typeof part !== "object" || part === null) return [];
  const { of } = part as { of?: unknown };
  return [...(typeof of === "string" ? [of] : []), ...Object.values(part).flatMap(refsIn)];
};

describe.each(asked)("%s", (_, questionnaire, args) => {
  const names = subjectsOf(questionnaire).flatMap(subject => subject.names);

  test("every subject, in words", { timeout: 60_000 }, async () => {
    for (const name of names) {
      const { code, stdout, stderr } = await cxm(["explain", ...args, name], { columns: 100, isTTY: true });
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: "" });
      expect(stdout, name).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b|Infinity/);
      expect(stdout.split("\n").length, name).toBeGreaterThan(4);
    }
  });

  test("every subject as data, in which whatever is named is there, with its title", { timeout: 60_000 }, async () => {
    for (const name of names) {
      const { stdout } = await cxm(["explain", ...args, name, "--format", "json"]);
      const { subjects, nodes } = JSON.parse(stdout);
      const there = nodes.map((node: { ref: string }) => node.ref);
      expect(there).toEqual(expect.arrayContaining([...subjects, ...refsIn(nodes)]));
      expect(nodes.filter((node: { title?: string }) => !node.title)).toEqual([]);
    }
  });
});

test("an id that names several things: the choices are listed, and each can be asked for", async () => {
  const questionnaire = join(folder, "twice.yaml");
  const answers = join(folder, "twice-answers.yaml");
  writeFileSync(
    questionnaire,
    `id: twice
version: "1.0.0"
title: Twice
summary: A gate and a signal of one name.
roles: [{id: person, title: Person}]
dimensions: [{id: one, title: One, criteria: [{id: first, title: First, question: First?, roles: [person], levels: [a, b]}]}]
gates: [{id: errors, title: No errors, when: {criterion: first, atLeast: 1}}]
signals: [{id: errors, title: Errors, when: {criterion: first, atMost: 0}}]
phases: [{id: begin, title: Begin, entered: {gate: errors}}]
warnings: [{id: beware, title: Beware, text: Look., when: {signal: errors}}]
`,
  );
  writeFileSync(answers, 'questionnaire: twice\nversion: "1.0.0"\norganization: A\nanswers: {first: 1}\n');
  const explain = (id: string) => cxm(["explain", "-q", questionnaire, answers, id]);
  const { code, stderr } = await explain("errors");
  expect(code).toBe(2);
  expect(stderr).toContain("subject-ambiguous  `errors` names several things.");
  expect(stderr).toContain("Choose one: `gate:errors`, `signal:errors`.");
  expect((await explain("gate:errors")).stdout).toContain("Gate “No errors” (gate:errors): met");
  expect((await explain("signal:errors")).stdout).toContain("Signal “Errors” (signal:errors): absent");
});

describe("what people typed", () => {
  const file = join(folder, "hostile.yaml");
  writeFileSync(file, stringify(hostile()));

  test.each(["verdict", "of-errors", "of-hands-free", "g2-outcomes"])(
    "is harmless in the explanation of %s",
    async id => {
      const { code, stdout } = await cxm(["explain", file, id], { isTTY: true, env: { NO_COLOR: "1" } });
      expect(code).toBe(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(stdout.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g)).toBeNull();
    },
  );

  test("and keeps its words", async () => {
    const text = (await cxm(["explain", file, "of-errors"])).stdout.replace(/\s+/g, " ");
    for (const word of harmless) expect(text).toContain(word);
    expect(text).toContain("Agreed in the workshop, in place of what the roles say: level 0");
  });

  test("stands in the data as it was typed", async () => {
    const { nodes } = JSON.parse((await cxm(["explain", file, "of-errors", "--format", "json"])).stdout);
    expect(nodes[0].how.agreed.because).toBe(all);
  });

  test("an id with escape sequences is quoted without them", async () => {
    const { code, stderr } = await cxm(["explain", file, "\u001b[31mred"]);
    expect(code).toBe(2);
    expect(stderr).toContain("`red`");
    expect(stderr).not.toContain("\u001b");
  });
});

test.each([40, 80])("no line is wider than %i columns, but for a word that is", async columns => {
  const { stdout } = await cxm(["explain", exampleFile("valbruna-pumps"), "index"], {
    ...{ isTTY: true, columns, env: { NO_COLOR: "1" } },
  });
  const wide = stdout.split("\n").filter(line => line.length > columns && line.trim().includes(" "));
  expect(wide).toEqual([]);
});
