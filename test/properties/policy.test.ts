// The rubric owns its policy: no phase, threshold, role or partner lives in the engine.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { checkQuestionnaire } from "../../src/questionnaire/check.ts";
import { changed, example, flagship, run } from "../support/flagship.ts";
import { choiceFacts, prefixed } from "./rename.ts";

const examples = ["valbruna-pumps", "kurogane-bearings", "nordlicht-fasteners"];
const prefix = "zz-";
const renamed = prefixed(prefix);
const other = renamed.questionnaire(flagship);
const otherChoices = choiceFacts(other);
const runOther = (assessment: Assessment, questionnaire = other) =>
  evaluate(compile(questionnaire), renamed.assessment(assessment, otherChoices));

describe("every id renamed", () => {
  test("leaves a questionnaire without errors and without a single old id", () => {
    expect(checkQuestionnaire(other).filter(({ problem }) => problem.severity === "error")).toEqual([]);
    const old = [...idsOf(flagship)];
    expect(old.length).toBeGreaterThan(200);
    expect([...idsOf(other)].sort()).toEqual(old.map(id => prefix + id).sort());
  });

  for (const id of examples) {
    test(`${id}: the same result under the other names`, () => {
      const expected = renamed.evaluation(run(example(id)), otherChoices);
      expect(runOther(example(id))).toEqual(expected);
    });
  }
});

describe("one threshold shifted", () => {
  // Rubrics 9.3 enters Phase II with sponsor and commitment at 3; here the sponsor is at 2.
  const nearly = changed(example("valbruna-pumps"), { levels: { "ow-sponsor": 2, "ow-commitment": 3 } });

  test("the sponsor at 2 is not enough as the questionnaire stands", () => {
    expect(run(nearly).verdict.phase).toBe("I");
    expect(runOther(nearly).verdict.phase).toBe("zz-I");
  });

  test("and is enough where the gate asks for 2", () => {
    const { verdict, gates, nextStep } = runOther(nearly, shifted(other));
    expect(verdict).toMatchObject({ phase: "zz-II", status: "entered" });
    expect(gates.find(({ id }) => id === "zz-g2-entry")).toMatchObject({ state: "holds", blockedBy: [] });
    expect(nextStep?.id).toBe("zz-complete-II");
  });
});

/** Keys and values that the schemas of the files and of the evaluation know by name. */
function formatWords(): string[] {
  const named = (part: unknown): string[] => {
    if (typeof part !== "object" || part === null) return [];
    const { properties, enum: values } = part as { properties?: object; enum?: unknown[] };
    const own = [...Object.keys(properties ?? {}), ...(values ?? []).filter(value => typeof value === "string")];
    return [...own, ...Object.values(part).flatMap(named)];
  };
  return ["questionnaire/questionnaire", "assessment/assessment", "evaluate/evaluation"].flatMap(name =>
    named(JSON.parse(readFileSync(new URL(`../../src/${name}.schema.json`, import.meta.url), "utf8"))),
  );
}

/** The same questionnaire, with the second demand of its gate for Phase II one level lower. */
function shifted(questionnaire: Questionnaire): Questionnaire {
  const copy = structuredClone(questionnaire);
  const gate = copy.gates!.find(({ id }) => id === "zz-g2-entry")!;
  gate.when = {
    all: [
      { criterion: "zz-ow-commitment", atLeast: 3 },
      { criterion: "zz-ow-sponsor", atLeast: 2 },
    ],
  };
  return copy;
}

describe("the source", () => {
  /** Ids that are also words of the formats, of the problems' texts or of the engine. */
  const words = new Set([
    ...formatWords(),
    ...["absent", "entry", "help", "line-of-business", "lowest", "none", "problem", "status"],
  ]);
  /** An article, a pronoun, a yes, the value of an environment variable, digits that fill up: no mark of a grid, no role, no phase. */
  const places = [
    'src/locales/en/handout.ts: "A"',
    'src/locales/en/words.ts: "it"',
    'src/terminal/confirm.ts: "yes"',
    ...["assessment/scalar", "cli/io", "locales/en/problems", "model/readings", "render/unseen"].map(
      file => `src/${file}.ts: "0"`,
    ),
  ];

  test("names no id of a bundled questionnaire", () => {
    const ids = new Set(questionnaires().flatMap(one => [...idsOf(one)]));
    const found = sources().flatMap(file =>
      literalsOf(file).flatMap(text => (ids.has(text) && !words.has(text) ? [`${file}: "${text}"`] : [])),
    );
    expect(found.filter(one => !places.includes(one))).toEqual([]);
  });
});

const root = new URL("../../", import.meta.url);
const inRoot = (path: string) => fileURLToPath(new URL(path, root));

function questionnaires(): Questionnaire[] {
  const folders = readdirSync(inRoot("questionnaires"), { withFileTypes: true }).filter(one => one.isDirectory());
  return folders.map(({ name: folder }) =>
    parse(readFileSync(inRoot(`questionnaires/${folder}/questionnaire.yaml`), "utf8")),
  );
}

/** Every `id` in the data, and every claim. */
function idsOf(part: unknown, found = new Set<string>()): Set<string> {
  if (typeof part !== "object" || part === null) return found;
  const item = part as Record<string, unknown>;
  if (typeof item.id === "string") found.add(item.id);
  if (typeof item.claims === "object" && item.claims !== null) for (const id of Object.keys(item.claims)) found.add(id);
  for (const inside of Object.values(item)) idsOf(inside, found);
  return found;
}

const sources = (): string[] =>
  readdirSync(inRoot("src"), { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".ts"))
    .map(file => `src/${file}`);

/** What stands between quotes, in types too; not the paths of imports, and not keys. */
function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(inRoot(file), "utf8"), ts.ScriptTarget.Latest, true));
  return found;
}
