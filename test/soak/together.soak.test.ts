// Several processes that save into one file as fast as they can, each its own response: nobody's answer is lost.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const people = 4;
const answers = 60;

test(`${people} at once, ${answers} answers each`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "cxm-together-"));
  const file = join(folder, "a.yaml");
  const responses = Array.from({ length: people }, (_, at) => `  - respondent: P${at}\n    answers: {}\n`).join("");
  writeFileSync(file, `questionnaire: base\nversion: 1.2.0\norganization: Example\nresponses:\n${responses}`);
  const child = join(import.meta.dirname, "together-child.ts");
  const ends = await Promise.all(
    Array.from({ length: people }, (_, at) => {
      const one = spawn(process.execPath, ["--import", "tsx", child, file, String(at), String(answers)], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      return new Promise(resolve => one.on("exit", resolve));
    }),
  );
  expect(ends).toEqual(Array(people).fill(0));
  const found: { responses: { answers: object }[] } = parse(readFileSync(file, "utf8"));
  expect(found.responses.map(one => Object.keys(one.answers).length)).toEqual(Array(people).fill(answers));
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
  rmSync(folder, { recursive: true });
}, 120_000);
