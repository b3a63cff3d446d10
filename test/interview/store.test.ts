// The file of an interview, when it cannot be written or was changed by somebody else.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import type { Change } from "../../src/assessment/change.ts";
import { ChangedMeanwhile, openStore, removeLeftovers } from "../../src/assessment/store.ts";
import { assertWritable, createSaver } from "../../src/cli/saver.ts";
import { parseDocument } from "../../src/document.ts";
import { type ProblemCode, UserError } from "../../src/problem.ts";
import type { Point } from "../../src/whole.ts";
import { validators } from "../files/support.ts";
import { atCriteria, said, walk } from "./keys.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-store-"));
  file = join(folder, "a.yaml");
});
afterEach(() => rmSync(folder, { recursive: true }));

const respond = (respondent: string): Change => ({ kind: "respond", respondent, role: "sales", date: undefined });
const load = (text: string) => acceptAssessment(parseDocument(text, file), validators.assessment).assessment;

describe("the file", () => {
  const begun = "questionnaire: base\nversion: 1.2.0\norganization: Example Ltd\n";
  const opened = (pass?: (point: Point) => void) => {
    writeFileSync(file, begun);
    return openStore(file, begun, pass ? { pass } : {});
  };
  const problemOf = (work: () => void): { code: ProblemCode } & Record<string, unknown> => {
    try {
      work();
    } catch (error) {
      if (error instanceof UserError) return error.problems[0] as never;
      throw error;
    }
    throw new Error("no problem was found");
  };

  test("changed meanwhile: theirs is left alone, ours is kept beside it, and the interview ends with the explanation", () => {
    const saver = createSaver(opened());
    const one = saver.keep(walk(atCriteria(), "1"));
    writeFileSync(file, "theirs\n");
    const two = saver.keep(walk(one, "0"));
    expect(two.ended).toBe("quit");
    const problem = problemOf(() => saver.finish());
    expect(problem.code).toBe("changed-meanwhile");
    expect(readFileSync(file, "utf8")).toBe("theirs\n");
    const copy = join(folder, "a.mine.yaml");
    expect(problem).toMatchObject({ place: { file }, copy });
    expect(load(readFileSync(copy, "utf8")).responses?.[0]?.answers).toEqual({ speed: 1, care: 0 });
  });

  test("a second copy does not replace the first", () => {
    writeFileSync(join(folder, "a.mine.yaml"), "first\n");
    const saver = createSaver(opened());
    rmSync(file);
    saver.keep(walk(atCriteria(), "1"));
    expect(problemOf(() => saver.finish())).toMatchObject({ copy: join(folder, "a.mine-2.yaml") });
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(join(folder, "a.mine.yaml"), "utf8")).toBe("first\n");
  });

  test("made by somebody else where there was none", () => {
    const store = openStore(file, begun);
    writeFileSync(file, "theirs\n");
    expect(() => store.save([respond("Ann")])).toThrow(ChangedMeanwhile);
  });

  test("a byte order mark is no change", () => {
    writeFileSync(file, `\ufeff${begun}`);
    openStore(file, begun).save([respond("Ann")]);
    expect(readFileSync(file, "utf8")).toContain("- respondent: Ann");
  });

  for (const [code, point] of [
    ["ENOSPC", "half-written"],
    ["EACCES", "opened"],
    ["EIO", "flushed"],
  ] as const) {
    test(`${code}: said on the screen, nothing half-written is left, the next save has it all`, () => {
      let full = false;
      const pass = (at: Point) => {
        if (full && at === point) throw Object.assign(new Error(code), { code });
      };
      const saver = createSaver(opened(pass));
      const one = saver.keep(walk(atCriteria(), "1"));
      full = true;
      const two = saver.keep(walk(one, "0"));
      expect([said(two), two.message]).toEqual(["not-saved", { code: "not-saved", reason: code }]);
      expect(readdirSync(folder)).toEqual(["a.yaml"]);
      expect(load(readFileSync(file, "utf8")).responses?.[0]?.answers).toEqual({ speed: 1 });
      const three = saver.keep(walk(two, "1", "enter"));
      expect(said(three)).toBe("not-saved");
      full = false;
      expect(said(saver.keep(walk(three, "y")))).toBe("not-a-key");
      expect(load(readFileSync(file, "utf8"))).toEqual(three.assessment);
      expect(() => saver.finish()).not.toThrow();
    });
  }

  test("a place that is really unwritable: everything goes to another folder at the end", () => {
    file = join(folder, "gone", "a.yaml");
    const saver = createSaver(openStore(file, begun));
    const state = saver.keep(walk(atCriteria(), "1"));
    expect(said(state)).toBe("not-saved");
    const problem = problemOf(() => saver.finish());
    expect(problem.code).toBe("not-saved");
    const copy = String(problem.copy);
    expect(load(readFileSync(copy, "utf8"))).toEqual(state.assessment);
    rmSync(copy);
  });

  test("permissions stay, and a link stays a link", () => {
    writeFileSync(file, begun);
    chmodSync(file, 0o600);
    const link = join(folder, "link.yaml");
    symlinkSync(file, link);
    openStore(link, begun).save([respond("Ann")]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toContain("Ann");
  });

  test("an unwritable folder is told before the first question, and nothing is left of the try", () => {
    assertWritable(file);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(file, "");
    expect(problemOf(() => assertWritable(join(file, "below.yaml")))).toMatchObject({
      code: "output-unwritable",
      reason: "ENOTDIR",
    });
    expect(problemOf(() => assertWritable(join(folder, "none", "a.yaml")))).toMatchObject({ reason: "ENOENT" });
  });

  test("the turn of a process that is gone is over; that of another is waited for, and the answer kept", () => {
    const turn = `${file}.turn`;
    const store = openStore(file, begun);
    writeFileSync(turn, `${2 ** 22 + 1} ${hostname()}`);
    store.save([respond("Ann")]);
    expect(readdirSync(folder)).toEqual(["a.yaml"]);
    writeFileSync(turn, `${process.pid} ${hostname()}`);
    expect(() => store.save([respond("Bob")])).toThrow("another process is writing");
    expect(load(readFileSync(file, "utf8")).responses).toHaveLength(1);
    rmSync(turn);
    store.save([]);
    expect(load(readFileSync(file, "utf8")).responses).toHaveLength(2);
  });

  test("leftovers of processes that are gone are removed, others stay", () => {
    const gone = 2 ** 22 + 1;
    const names = [
      `a.yaml.${gone}.0a1b2c.tmp`,
      `a.yaml.${gone}.ffffff.tmp`,
      `a.yaml.${process.pid}.0a1b2c.tmp`,
      "a.yaml.tmp",
      `b.yaml.${gone}.tmp`,
    ];
    for (const name of names) writeFileSync(join(folder, name), "");
    removeLeftovers(file);
    expect(readdirSync(folder).sort()).toEqual(names.slice(2).sort());
  });
});
