// Explanations of everything that can be asked for, of questionnaires of several domains: they are complete, fit the terminal, and
// what people typed does nothing in them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { loadAssessment } from "../../src/assessment/load.ts";
import { compile } from "../../src/evaluate/program.ts";
import { subjectsNamed, subjectsOf } from "../../src/evaluate/trace/subjects.ts";
import { trace } from "../../src/evaluate/trace/trace.ts";
import { explain as explainWords } from "../../src/locales/en/explain.ts";
import { words } from "../../src/locales/en/words.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { explainJson, explainText } from "../../src/render/explain/index.ts";
import { createView, plainStyle } from "../../src/render/view.ts";
import { all, harmless, hostile } from "../render/hostile.ts";
import { cxm, exampleFile, fixture, root, workFolder } from "../support/cli.ts";
import { flagship } from "../support/flagship.ts";

const { folder, remove } = workFolder();
afterAll(remove);
const bundledFolder = join(root, "questionnaires");

const own = (path: string): Questionnaire => parse(readFileSync(fixture(path), "utf8"));
const asked: [string, Questionnaire, string[]][] = [
  ["valbruna-pumps", flagship, [exampleFile("valbruna-pumps")]],
  ["nordlicht-fasteners", flagship, [exampleFile("nordlicht-fasteners")]],
  ...[
    ...["mood-nine/sheets/partly", "practice-model/teams/borealis"],
    ...["badge/projects/ant", "responsibility/sheets/example"],
  ].map((name): [string, Questionnaire, string[]] => {
    const questionnaire = `${name.split("/")[0]}/questionnaire.yaml`;
    return [name, own(questionnaire), ["-q", fixture(questionnaire), fixture(`${name}.yaml`)]];
  }),
];

const levels = "roles: [owner], levels: [a, b, c]";
const shop = `id: shop
version: "1.0.0"
title: Shop
summary: Two parts, one of which weighs what the rush makes of it.
words: {phase: Level, phases: Levels}
notApplicable: met
roles: [{id: owner, title: Owner}]
facts: [{id: rush, title: Rush, question: Rush?, type: number, min: 0, max: 5}]
dimensions:
  - id: speed
    title: Speed
    weight: {measure: haste}
    criteria:
      - {id: order, title: Order, question: Order?, ${levels}}
      - {id: parcel, title: Parcel, question: Parcel?, na: Nothing is sent., ${levels}}
  - {id: care, title: Care, criteria: [{id: call, title: Call, question: Call?, ${levels}}]}
measures:
  - {id: haste, title: Haste, add: [rush, 1]}
  - {id: sum, title: Sum, unit: points, sum: [order, parcel]}
caps: [{id: no-care, title: No care, when: {criterion: call, below: 1}, measures: [sum], atMost: 2}]
profile:
  title: Parts
  states: [{id: good, title: Good}, {id: poor, title: Poor}]
  parts:
    - {dimension: speed, when: {good: {dimension: speed, atLeast: 1}}}
    - {dimension: care, when: {good: {dimension: care, atLeast: 1}}}
phases:
  - {id: low, name: Level “low”, title: Begun, definition: Begun.}
  - {id: high, name: Level “high”, title: Done, definition: Done., entered: {profile: care, is: good}}
recommendations:
  - id: begin
    title: Begin there
    text: Begin there.
    when: {profile: care, is: poor}
    about:
      - {dimension: speed, when: {dimension: speed, lowestOf: [speed, care]}}
      - {dimension: care, when: {dimension: care, lowestOf: [speed, care]}}
`;

const refsIn = (part: unknown): string[] => {
  if (typeof part !== "object" || part === null) return [];
  const { of } = part as { of?: unknown };
  const { among = [], weight } = part as { among?: string[]; weight?: number | string };
  const named = [of, weight].filter(one => typeof one === "string");
  return [...named, ...among, ...Object.values(part).flatMap(refsIn)];
};

/** Of one assessment, read once: what the command prints for a name. */
function explainer(questionnaire: Questionnaire, file: string) {
  const program = compile(questionnaire);
  const { assessment } = loadAssessment(file);
  const view = createView(questionnaire, words, plainStyle, 100);
  return (name: string) => {
    const [subject] = subjectsNamed(subjectsOf(questionnaire), name);
    return { view, explanation: trace(program, assessment, subject!.refs) };
  };
}

type Explainer = ReturnType<typeof explainer>;

function inWords(explain: Explainer, names: string[]): void {
  for (const name of names) {
    const { view, explanation } = explain(name);
    const text = explainText(view, explainWords, explanation, "cxm explain FILE");
    expect(text, name).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bnull\b|Infinity/);
    expect(text.split("\n").length, name).toBeGreaterThan(4);
  }
}

function asData(explain: Explainer, names: string[]): void {
  for (const name of names) {
    const { view, explanation } = explain(name);
    const { subjects, nodes } = JSON.parse(explainJson(view, explanation));
    const there = nodes.map((node: { ref: string }) => node.ref);
    expect(there).toEqual(expect.arrayContaining([...subjects, ...refsIn(nodes)]));
    expect(nodes.filter((node: { title?: string }) => !node.title)).toEqual([]);
  }
}

const namesIn = (questionnaire: Questionnaire) => subjectsOf(questionnaire).flatMap(subject => subject.names);

describe.each(asked)("%s", (_, questionnaire, args) => {
  const names = namesIn(questionnaire);
  const explain = explainer(questionnaire, args.at(-1)!);
  test("every subject, in words", () => inWords(explain, names));
  test("every subject as data, in which whatever is named is there, with its title", () => asData(explain, names));
  test("the command prints what is tested here", async () => {
    const { code, stdout, stderr } = await cxm(["explain", ...args, names[0]!], { columns: 100 });
    const { view, explanation } = explain(names[0]!);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const command = ["cxm explain", ...args.filter(one => one !== args.at(-1)), args.at(-1)].join(" ");
    expect(stdout).toBe(explainText(view, explainWords, explanation, command));
  });
});

/** Beside the questionnaires stand the pages on the file formats. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));
}

describe.each(foldersIn(bundledFolder))("%s", id => {
  const files = readdirSync(join(bundledFolder, id, "examples")).map(name => join(bundledFolder, id, "examples", name));
  const questionnaire: Questionnaire = parse(readFileSync(join(bundledFolder, id, "questionnaire.yaml"), "utf8"));

  test("the first and the last subject of each kind, in words and as data", () => {
    const byKind = new Map<string, string[]>();
    for (const name of namesIn(questionnaire)) {
      const kind = name.split(":")[0]!;
      byKind.set(kind, [byKind.get(kind)?.[0] ?? name, name]);
    }
    const names = [...new Set([...byKind.values()].flat())];
    const explain = explainer(questionnaire, files[0]!);
    inWords(explain, names);
    asData(explain, names);
  });

  test("no other word for its phases than its own", async () => {
    const own = questionnaire.words?.phase ?? "Stage";
    for (const file of files) {
      for (const name of ["result:verdict", ...(questionnaire.phases ?? []).map(phase => `phase:${phase.id}`)]) {
        const { code, stdout } = await cxm(["explain", file, name]);
        expect(code).toBe(0);
        const said = stdout.replace(/\(phase:.*?\)/g, "");
        for (const word of ["Phase", "Stage", "Level"].filter(one => one !== own))
          expect(said).not.toContain(`${word} “`);
        if (own !== "Phase") expect(said).not.toMatch(/\bphases?\b/i);
      }
    }
  });
});

describe("an answer moves a weight, a cap lowers a figure, N/A counts, and the phases are called levels", () => {
  const questionnaire = join(folder, "shop.yaml");
  writeFileSync(questionnaire, shop);
  const explain = async (facts: string, ...id: string[]) => {
    const answers = join(folder, "shop-answers.yaml");
    const given = "answers: {order: 1, parcel: {na: Nothing is sent}, call: 0}";
    writeFileSync(answers, `questionnaire: shop\nversion: "1.0.0"\norganization: A\nfacts: ${facts}\n${given}\n`);
    const { code, stdout } = await cxm(["explain", "-q", questionnaire, answers, ...id]);
    expect(code).toBe(0);
    return stdout.replace(/\s+/g, " ");
  };

  test("a rush of 2 makes a weight of 3", async () => {
    // Speed: 1 of 2, and N/A counts 2 of 2, so 75; care: 0 of 2.
    const text = await explain("{rush: 2}", "index");
    expect(text).toContain("56.25 = (3 x 75 + 1 x 0) / 4");
    expect(text).toContain("(dimension:speed): 75; weight 3, from Figure “Haste” (measure:haste)");
    expect(text).toContain("3 = 2 + 1");
  });

  test("while the rush is open there is no formula: the weight is 1 to 6", async () => {
    // 75 / 2 and 450 / 7
    const text = await explain("{}", "index");
    expect(text).toContain("whatever turns out not to apply, the figure is 37.5 to 64.2857.");
    expect(text).toContain("weight not known yet, 1 to 6, from Figure “Haste” (measure:haste)");
  });

  test("1 and 2 make 3, of which a cap leaves 2", async () => {
    const text = await explain("{}", "sum");
    expect(text).toContain("Figure “Sum” (measure:sum): 2 points, lowered by a cap from 3");
    expect(text).toContain("- Figure “Sum” before caps: 3 points 3 = 1 + 2");
    expect(text).toContain("Cap “No care” (cap:no-care): holds; where it holds, at most 2, which is what counts");
    expect(text).toContain("(criterion:parcel): not applicable, which counts as level 2 of 2");
    expect(text).toContain("“Not applicable” counts as level 2 here.");
    expect(text).toContain(
      "Where it holds, at most 2 counts for “Sum”. yes Question “Call” (criterion:call): level 0 of 2",
    );
  });

  test("a part of the profile: why the better state fails", async () => {
    const text = await explain("{}", "profile:care");
    expect(text).toContain("Profile part “Care” (profile:care): “Poor”");
    expect(text).toContain("“Good”, when no Dimension “Care”, in levels (dimension:care): 0; asked: at least 1");
    expect(text).toContain("“Poor”, when none of the others holds.");
  });

  test("what a recommendation is about: the weakest of two", async () => {
    const text = await explain("{}", "begin");
    expect(text).toContain("yes Profile part “Care” (profile:care): “Poor”");
    expect(text).toContain(
      "no Dimension “Speed”, in levels (dimension:speed): 1.5; asked: that none of these is lower: “Care” 0",
    );
    expect(text).toContain(
      "yes Dimension “Care”, in levels (dimension:care): 0; asked: that none of these is lower: “Speed” 1.5",
    );
  });

  test("the verdict", async () => {
    const text = await explain("{}");
    expect(text).toContain("The verdict (result:verdict): Level “low”, “Begun” Levels, each by its own condition");
    expect(text).toContain("Level “high”, “Done” (phase:high): not reached");
    expect(text).toContain(
      "Parts Profile part “Speed” (profile:speed): “Good” Profile part “Care” (profile:care): “Poor”",
    );
    expect(text).toContain("; about Dimension “Care”, in levels (dimension:care)");
    expect(text.replaceAll("(phase:", "")).not.toMatch(/phase/i);
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
