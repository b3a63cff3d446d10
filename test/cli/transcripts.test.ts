// Runs as a person sees them. The exit codes and the words that matter are asserted here; the transcripts below test/golden/cli
// show the whole, for a reader to judge.
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cxm, goldenFile, transcript, workFolder } from "../support/cli.ts";
import { doubt, doubtful, nordlicht } from "./runs.ts";
import { transcripts } from "./transcripts.ts";

const work = workFolder();
const home = process.cwd();
beforeAll(() => {
  process.chdir(work.folder);
  writeFileSync(doubtful, `${readFileSync(nordlicht, "utf8")}${doubt}`);
});
afterAll(() => {
  process.chdir(home);
  work.remove();
});

const wrapped = /[\s|]+/g;

describe("transcripts", () => {
  for (const [name, { title, runs }] of Object.entries(transcripts)) {
    test(name, async () => {
      const parts = [`# ${title}\n`];
      for (const { args, exit, says, silent = [], lines, ...surroundings } of runs) {
        const ran = await cxm(args, surroundings);
        const said = `${ran.stdout}${ran.stderr}`;
        const line = args.join(" ");
        expect({ line, exit: ran.code }).toEqual({ line, exit });
        for (const part of says)
          expect(part instanceof RegExp ? said : said.replace(wrapped, " ")).toMatch(oneLine(part));
        for (const part of silent) expect(said).not.toMatch(part);
        expect(said).not.toMatch(/^ {4}at .*:\d+:\d+\)?$|\bundefined\b|\[object |\bNaN\b/m);
        const around = JSON.stringify(surroundings);
        parts.push(...(around === "{}" ? [] : [`With ${around}:\n`]), transcript(ran, lines));
      }
      await expect(parts.join("\n")).toMatchFileSnapshot(goldenFile(`cli/${name}.md`));
    });
  }
});

const oneLine = (part: string | RegExp) => (part instanceof RegExp ? part : part.replace(wrapped, " "));

const widest = async (columns: number) => {
  const { stdout } = await cxm(["score", nordlicht], { isTTY: true, columns, env: { NO_COLOR: "1" } });
  return Math.max(...stdout.split("\n").map(line => line.length));
};

test("wide terminals are filled up to 100 columns, and not beyond", async () => {
  expect(await widest(100)).toBeGreaterThan(90);
  expect(await widest(200)).toBe(await widest(100));
});

test.each([40, 80])("no line is wider than %i columns", async columns => {
  expect(await widest(columns)).toBeLessThanOrEqual(columns);
});
