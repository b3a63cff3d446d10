// Figures that are too large to calculate with say so; none is printed as a word of the machine, and none as "nothing".
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cxm, exampleFile, workFolder } from "../support/cli.ts";

const { folder, remove } = workFolder();
afterAll(remove);

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const questionnaire = write(
  "own.yaml",
  `id: own
version: "1.0.0"
title: Own
summary: Figures that grow.
roles: [{id: person, title: Person}]
facts:
  - {id: revenue, title: Revenue, question: Revenue?, type: number, unit: USD}
  - {id: share, title: Share, question: Share?, type: number, as: percent}
dimensions: [{id: one, title: One, criteria: [{id: first, title: First, question: First?, roles: [person], levels: [a, b]}]}]
measures:
  - {id: product, title: Product, multiply: [revenue, revenue, revenue], report: true, unit: USD}
  - {id: debt, title: Debt, multiply: [product, -1], report: true}
  - {id: nothing, title: Nothing, subtract: [product, product], report: true}
  - {id: mean, title: Mean, mean: [revenue, product], report: true}
  - {id: total, title: Total, sum: [revenue, product], report: true, round: floor}
  - {id: ratio, title: Ratio, divide: [product, share], report: true}
  - {id: long, title: Long, multiply: [revenue, 2], report: true, unit: USD}
  - {id: part, title: Part, divide: [1, revenue], report: true}
caps: [{id: lid, title: Lid, measures: [ratio], atMost: 1000, when: {fact: share, above: 100}}]
steps:
  - {id: read, title: Read, text: Read it., when: {measure: product, atLeast: 5}}
  - {id: ask, title: Ask, text: Ask.}
`,
);
const answers = (revenue: string) =>
  write(
    "answers.yaml",
    `questionnaire: own\nversion: "1.0.0"\norganization: A\nfacts: {revenue: ${revenue}, share: 1.7e308}\nanswers: {first: 1}\n`,
  );
const formats = ["score", "score --format markdown", "report", "explain"];
const machine = /Infinity|NaN|\de[+-]?\d|null|undefined|\d{16}/;

test.each(formats)("%s: beyond what can be calculated with", async line => {
  const { code, stdout } = await cxm([...line.split(" "), "-q", questionnaire, answers("1e200")]);
  expect({ code, machine: machine.exec(stdout) }).toEqual({ code: 0, machine: null });
  expect(stdout.replace(/\s+/g, " ")).toContain("too large to calculate with");
  expect(stdout).not.toContain("calculate with USD");
  if (line !== "explain") expect(stdout.replace(/\s+/g, " ")).toMatch(/Long: 2\.00 × 10\^200 USD/);
});

test.each(["product", "debt", "nothing", "mean", "total", "ratio"])("explain %s", async id => {
  const { code, stdout } = await cxm(["explain", "-q", questionnaire, answers("1e200"), id]);
  const said = stdout.replace(/\s+/g, " ");
  expect({ code, machine: machine.exec(stdout) }).toEqual({ code: 0, machine: null });
  expect(said).toContain("It is too large to calculate with.");
  expect(said).not.toContain("may make it anything");
});

test.each(["score", "explain"])("%s in JSON: null, and that it is too large", async command => {
  const { stdout } = await cxm([command, "-q", questionnaire, answers("1e200"), "--format", "json"]);
  const { measures, nodes } = JSON.parse(stdout);
  const figures = (
    measures ?? nodes.map(({ ref, figure }: { ref: string; figure: object }) => ({ id: ref, ...figure }))
  )
    .filter(({ id }: { id: string }) => /product|debt|total/.test(id))
    .map(({ value, low, high, tooLarge }: Record<string, unknown>) => ({ value, low, high, tooLarge }));
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) expect(figure).toEqual({ value: null, low: null, high: null, tooLarge: true });
});

test("an open fact without bounds is no excess", async () => {
  const file = write("open.yaml", 'questionnaire: own\nversion: "1.0.0"\norganization: A\nanswers: {first: 1}\n');
  for (const line of formats) {
    const { stdout } = await cxm([...line.split(" "), "-q", questionnaire, file]);
    expect(stdout).not.toContain("too large");
  }
});

test.each(formats)("%s: the cost model", async line => {
  const text = readFileSync(exampleFile("valbruna-pumps"), "utf8");
  const grown = text
    .replace(/online-revenue: .*/, "online-revenue: 1e308")
    .replace(/csr-hourly-cost: .*/, "csr-hourly-cost: 1e300");
  const { code, stdout } = await cxm([...line.split(" "), write("grown.yaml", grown)]);
  expect({ code, machine: machine.exec(stdout) }).toEqual({ code: 0, machine: null });
  const told = stdout.includes("The money cannot be computed");
  if (line.includes("markdown") || line === "report") expect(told).toBe(true);
  expect(stdout).not.toContain("is not earned back");
});

test("a saving that is long is told by its size", async () => {
  const text = readFileSync(exampleFile("valbruna-pumps"), "utf8");
  const { stdout } = await cxm([
    "report",
    write("long.yaml", text.replace(/online-revenue: .*/, "online-revenue: 2.5e19")),
  ]);
  expect(machine.exec(stdout)).toBeNull();
  expect(stdout.replace(/\s+/g, " ")).toMatch(/costs USD \d\.\d\d × 10\^\d+ less/);
});
