// What is pasted is one text where text is typed, and nothing where keys choose: told apart read by read, drawn once for each read,
// and in real terminals with marks round a paste and without.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import type { Assessment } from "../../src/model/assessment.ts";
import { createSplitter, type Piece } from "../../src/terminal/pastes.ts";
import { keys, marked, TestTerminal } from "../support/terminal.ts";
import { FakeTerminal } from "./fake-terminal.ts";
import { answers, atCriteria, begin, said, shown, walk } from "./keys.ts";

// Programs start in these tests, which takes long where much else runs.
vi.setConfig({ testTimeout: 20_000 });

const begins = "\u001b[200~";
const ends = "\u001b[201~";
const asked = { typing: false, quiet: 1000 };
const typing = { typing: true, quiet: 1000 };
const paste = (text: string): Piece => ({ kind: "paste", text });
const pressed = (text: string): Piece => ({ kind: "keys", text });

describe("told apart", () => {
  test.each([
    ["one key", "3", [pressed("3")]],
    ["keys in one read", "12\u001b[B\r", [pressed("12\u001b[B\r")]],
    ["two Enters", "\r\r", [pressed("\r\r")]],
    ["Enter and a key", "\rt", [pressed("\rt")]],
    ["several lines", "text\r3\r1", [paste("text\r3\r1")]],
    ["a whole text where keys choose", "All or nothing", [paste("All or nothing")]],
    ["marks", `1${begins}2\r3${ends}4`, [pressed("1"), paste("2\r3"), pressed("4")]],
    ["two pastes", `${begins}a${ends}${begins}b${ends}`, [paste("a"), paste("b")]],
    ["an end whose beginning was lost", `2\r3${ends}4`, [paste("2\r3"), pressed("4")]],
    ["a beginning inside of a paste", `${begins}a${begins}b${ends}`, [paste(`a${begins}b`)]],
  ])("%s", (_, chunk, pieces) => expect(createSplitter()(chunk, asked)).toEqual(pieces));

  test("a text and Enter where text is typed: the text at once, and Enter as a key", () => {
    expect(createSplitter()("Head of sales\r", typing)).toEqual([paste("Head of sales"), pressed("\r")]);
    expect(createSplitter()("Ann\r", typing)).toEqual([pressed("Ann\r")]);
  });

  /** All pieces of a text that arrives in these reads, those that follow each other put together. */
  const joined = (chunks: string[], quiet: number): Piece[] => {
    const split = createSplitter();
    return chunks
      .flatMap(chunk => split(chunk, { typing: false, quiet }))
      .reduce<Piece[]>((all, piece) => {
        const last = all.at(-1);
        if (last?.kind === piece.kind) last.text += piece.text;
        else all.push({ ...piece });
        return all;
      }, []);
  };

  test("wherever the reads of a paste end", () => {
    const text = `q3${begins}One\r\n\u001b[31mtwo\r\n3${ends}1`;
    const whole = [pressed("q3"), paste("One\r\n\u001b[31mtwo\r\n3"), pressed("1")];
    const marks = [text.indexOf(begins) + 2, text.indexOf(ends)];
    for (let at = 1; at < text.length; at++) {
      // Between the first two characters of the beginning a read never ends: a keyboard has keys that begin so.
      if (at >= marks[0]! - 1 && at <= marks[0]!) continue;
      expect([at, joined([text.slice(0, at), text.slice(at)], 5)]).toEqual([at, whole]);
    }
  });

  test("a paste without marks goes on in the reads that follow at once, to its last character", () => {
    expect(joined(["text\r3\r1", "234", "5", "\r"], 5)).toEqual([paste("text\r3\r12345\r")]);
    const split = createSplitter();
    split("text\r3\r1", asked);
    expect(split("5", asked)).toEqual([pressed("5")]);
    split("text\r3\r1", asked);
    expect(split("\u0003", { typing: false, quiet: 5 })).toEqual([pressed("\u0003")]);
  });

  test("a paste whose end never comes ends with a key that comes alone, or Ctrl-C", () => {
    for (const key of ["3", "\r", "\u001b[A", "\u001b"]) {
      const split = createSplitter();
      split(`${begins}text\r`, asked);
      expect(split("more 3\r", { typing: false, quiet: 2000 })).toEqual([paste("\rmore 3")]);
      expect(split(key, { typing: false, quiet: 2000 })).toEqual([pressed(key)]);
    }
    const split = createSplitter();
    split(`${begins}text`, asked);
    expect(split("3", { typing: false, quiet: 5 })).toEqual([paste("3")]);
    expect(split("\u0003", { typing: false, quiet: 5 })).toEqual([pressed("\u0003")]);
  });
});

describe("drawn once for each read", () => {
  const long = (size: number) => `${"All or nothing, 3 of 4.\r\n".repeat(size / 25)}`;
  const reads = (text: string) => marked(text).match(/.{1,4096}/gs)!;

  test("10 KB: a redraw for each of its reads, the end of the text, and one text when it is confirmed", () => {
    const terminal = new FakeTerminal(walk(atCriteria(), "t"));
    const chunks = reads(long(10_000));
    expect(terminal.read(...chunks)).toBe(chunks.length);
    expect(chunks.length).toBe(3);
    expect(terminal.screen()).toContain("All or nothing, 3 of 4.↵");
    expect(terminal.writes.at(-1)!.length).toBeLessThan(3000);
    terminal.read("\r");
    const note = long(10_000).replaceAll("\r\n", "\n").trim();
    expect([terminal.state.draft.note, terminal.keys.length]).toEqual([note, 1]);
    terminal.hangUp();
  });

  test("on a question: a redraw with the hint, and no answer", () => {
    const terminal = new FakeTerminal(atCriteria());
    expect(terminal.read(marked(long(1000)))).toBe(1);
    expect([said(terminal.state), terminal.state.log, shown(terminal.state)]).toEqual(["pasted", [], "speed"]);
    expect(terminal.screen()).toContain("nothing of it was taken as an answer");
    expect(answers(walk(terminal.state, "3"))).toEqual({ speed: 3 });
    terminal.hangUp();
  });

  test("without marks: several lines in one read are one text, and nothing is confirmed", async () => {
    const terminal = new FakeTerminal(begin({ respondent: "Ann", role: "sales" }));
    terminal.read("\u0015");
    terminal.read("Pumps\r3\r1");
    expect(terminal.keys).toEqual([]);
    // Without marks only a pause tells that the paste is over.
    await setTimeout(60);
    terminal.read("\r");
    expect(terminal.state.assessment.organization).toBe("Pumps 3 1");
    terminal.hangUp();
  });

  test("the cost does not depend on what is there already: 1 MB costs about ten times as much as 100 KB", () => {
    const cost = (size: number) => {
      const terminal = new FakeTerminal(walk(atCriteria(), "t"));
      const before = process.cpuUsage();
      terminal.read(...reads(long(size)));
      const { user, system } = process.cpuUsage(before);
      expect(terminal.screen()).toContain("nothing");
      terminal.hangUp();
      return user + system;
    };
    cost(100_000);
    expect(cost(1_000_000)).toBeLessThan(60 * cost(100_000));
  });

  test("pasting 10 KB costs no more than pressing some keys", () => {
    const terminal = new FakeTerminal(walk(atCriteria(), "t"));
    const cost = (act: () => void) => {
      const before = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    cost(() => terminal.read(...reads(long(10_000))));
    const pasting = cost(() => terminal.read(...reads(long(10_000))));
    const typing = cost(() => terminal.read(..."a few keys"));
    expect(pasting).toBeLessThan(10 * typing);
    terminal.hangUp();
  });
});

describe("in a real terminal", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cxm-pasting-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const kept = (): Assessment => parse(readFileSync(join(folder, "pumps.yaml"), "utf8"));
  const asOperations = ["assess", "pumps.yaml", "--role", "operations", "--respondent", "Ann"];
  const text = "Orders go\r\nthrough the shop\r\n3\r\n1\r\nn";

  test.each([
    ["with marks", marked, 0],
    ["without", (text: string) => text, 60],
  ])("%s: one text in a field, ignored on a question, lines stay in a note", async (_, sent, pause) => {
    using terminal = new TestTerminal(asOperations, { folder });
    await terminal.see("Which organisation");
    terminal.press(sent(text));
    await terminal.see("> Orders go through the shop 3 1 n");
    await setTimeout(pause);
    terminal.press(keys.enter);
    await terminal.see("Which line");
    terminal.press(keys.enter);
    await terminal.see("Of 100 online orders");
    terminal.press(sent(text));
    await terminal.see("nothing of it was taken as an answer");
    await setTimeout(pause);
    terminal.press("j");
    await terminal.see("Where to?");
    terminal.press(sent(text));
    await terminal.see("nothing of it was taken as an answer", "Where to?");
    await setTimeout(pause);
    terminal.press(keys.enter);
    await terminal.see("Of 100 online orders");
    terminal.press("t");
    await terminal.see("Note on this question");
    terminal.press(sent(text));
    await terminal.see("> Orders go↵through the shop↵3↵1↵n");
    await setTimeout(pause);
    terminal.press(keys.enter);
    await terminal.see("Note: Orders go through");
    terminal.press("2");
    await terminal.see("1 of 3 answered");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
    const note = "Orders go\nthrough the shop\n3\n1\nn";
    expect(kept()).toMatchObject({
      organization: "Orders go through the shop 3 1 n",
      responses: [{ answers: { "of-hands-free": { level: 2, note } } }],
    });
    expect(kept()).not.toHaveProperty("facts");
  });

  test.each([
    ["with marks", marked, "xterm"],
    ["in a terminal that knows no sequences", (text: string) => text, "dumb"],
  ])("line by line, %s", async (_, sent, TERM) => {
    using terminal = new TestTerminal([...asOperations, "--linear"], { folder, env: { TERM }, rows: 60 });
    /** And until the program has said this: what was said before stays on the screen. */
    const say = async (line: string, said: string) => {
      const before = terminal.raw.length;
      const plain = (text: string) => text.replace(/\s/g, "");
      terminal.press(`${line}\n`);
      await expect.poll(() => plain(terminal.raw.slice(before)), { timeout: 8000 }).toContain(plain(said));
    };
    await terminal.see("Which organisation");
    await say(sent("Orders go\nthrough the shop\n3"), "Which line of business");
    await say("", "Of 100 online orders");
    await say(sent("1\n3\nu"), "nothing of it was taken as an answer");
    await say("j", "Where to?");
    await say("", "Of 100 online orders");
    await say("t", "Note on this question");
    await say(sent("Orders go\nthrough the shop\n3"), "Note: Orders go through the shop 3");
    await say("2", "1 of 3 answered");
    await say("b", "[your answer]");
    await say("t", "Now: Orders go through the shop 3");
    await say("", "Note: Orders go through the shop 3");
    terminal.press("q\n");
    expect(await terminal.end()).toBe(130);
    expect(terminal.raw.includes("\u001b[?2004")).toBe(TERM !== "dumb");
    expect(kept()).toMatchObject({
      organization: "Orders go through the shop 3",
      responses: [{ answers: { "of-hands-free": { level: 2, note: "Orders go\nthrough the shop\n3" } } }],
    });
    expect(kept()).not.toHaveProperty("facts");
  });

  test("line by line: a line that is longer than the terminal keeps is not taken by half", async () => {
    using terminal = new TestTerminal([...asOperations, "--linear"], { folder, rows: 60 });
    await terminal.see("Which organisation");
    terminal.press(`${"long ".repeat(1000)}\n`);
    await terminal.see("nothing of it was taken");
    terminal.press(`${"long ".repeat(90)}\n`);
    await terminal.see("Which line of business");
    terminal.press(":q\n");
    expect(await terminal.end()).toBe(130);
    expect(kept().organization).toBe("long ".repeat(90).trim());
  });
});
