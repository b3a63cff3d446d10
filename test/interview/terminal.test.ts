// The interview in a real terminal: a whole role of the flagship with its screens as goldens, and terminals of other kinds.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Assessment } from "../../src/model/assessment.ts";
import { keys, TestTerminal, undated } from "../support/terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-interview-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const golden = (name: string) => fileURLToPath(new URL(`../golden/interview/${name}.txt`, import.meta.url));
const kept = (): Assessment => parse(readFileSync(join(folder, "pumps.yaml"), "utf8"));
const { enter, down } = keys;
const quits = "q save and quit";
const asOperations = ["assess", "pumps.yaml", "--role", "operations", "--respondent", "Head of operations"];

/** The screens of a test, each with what was pressed to get there. */
class Album {
  readonly #pages: string[] = [];
  readonly terminal: TestTerminal;
  constructor(terminal: TestTerminal) {
    this.terminal = terminal;
  }

  async take(title: string, ...texts: string[]): Promise<void> {
    this.#pages.push(`=== ${title}\n${await this.terminal.see(...texts)}\n`);
  }

  text = () => undated(this.#pages.join("\n"));
}

describe.each([[80], [60]])("a whole interview at %i columns", columns => {
  test("of one role, with back, note, jump, why, quit, resume, not applicable, and the verdict", async () => {
    using first = new TestTerminal(["assess", "pumps.yaml"], { columns, folder });
    const album = new Album(first);
    await album.take("begin", "Who are you?", "Ctrl-C save and quit");
    first.press("Head of operationss", "\u007f", enter);
    await album.take("name, corrected, Enter", "For which department", quits);
    first.press("7");
    await album.take("7", "Which organisation", "Ctrl-C save and quit");
    first.press("Muster Pumpen AG", enter);
    await first.see("Which line of business?");
    first.press(enter);
    await album.take("organisation, Enter, Enter", "How can customers", quits);
    first.press("5");
    await first.see("How much revenue");
    first.press("1,5", enter);
    await album.take("5, 1,5, Enter", "That is not a number", "Ctrl-C save and quit");
    first.press("2,500,000", enter);
    await first.see("What is an online order worth");
    await skipFacts(first);
    await album.take("2,500,000, Enter, the other facts skipped", "Of 100 online orders", "· ?");
    first.press("?");
    await album.take("?", "Some online orders pass untouched", "back to the question");
    first.press(enter, "t");
    await album.take("Enter, t", "Note on this question", "Esc leaves");
    first.press("Seen in the ERP", enter);
    await first.see("Note: Seen in the ERP");
    first.press(down, down);
    await album.take("note, Enter, ↓, ↓", "> 1 Some online orders", "· ?");
    first.press(enter);
    await first.see("1 of 3 answered");
    first.press("2");
    await first.see("2 of 3 answered");
    first.press("b");
    await album.take("Enter, 2, b", "> 2", "[your answer]", "· ?");
    first.press("s");
    await first.see("How does a customer find out");
    first.press("j");
    await album.take("s, j", "Where to?", "Esc leaves");
    first.press(keys.escape);
    await first.see("· ?");
    first.press("q");
    expect(await first.end()).toBe(130);
    await album.take("Esc, q", "Everything is saved in pumps.yaml");
    expect(kept()).toMatchObject({
      organization: "Muster Pumpen AG",
      facts: { "online-ordering": "live", "online-revenue": 2_500_000 },
      responses: [
        {
          respondent: "Head of operations",
          role: "operations",
          answers: { "of-hands-free": { level: 1, note: "Seen in the ERP" }, "pa-atp": 2 },
        },
      ],
    });
    await expect(album.text()).toMatchFileSnapshot(golden(`first-${columns}x24`));

    using second = new TestTerminal(asOperations, { columns, folder });
    const pages = new Album(second);
    await pages.take("the command it named", "2 of 3 answered", "· ?");
    second.press("n");
    await second.see("Why does it not apply?");
    second.press(enter);
    await pages.take("n, Enter", "needs a reason", "Esc leaves");
    second.press("We ship with our own lorries", enter);
    await pages.take("reason, Enter", "That was the last question", quits);
    second.press(enter);
    expect(await second.end()).toBe(0);
    expect(kept().responses![0]!.answers["ov-shipment-status"]).toEqual({ na: "We ship with our own lorries" });
    const verdict = `${pages.text()}\n=== Enter\n${undated(second.history())}\n`;
    await expect(verdict).toMatchFileSnapshot(golden(`second-${columns}x24`));
  }, 20_000);
});

/** From the third fact to the first question: each of them left out. */
async function skipFacts(terminal: TestTerminal): Promise<void> {
  const texts = [
    ...[
      "How many lines of business",
      "Who builds and runs",
      "Which phase do you aim",
      "What share of online orders does",
    ],
    ...[
      "How many minutes does it take",
      "What does an hour",
      "What share of online orders has",
      "How many minutes does customer",
    ],
    ...[
      "What else does a wrong",
      "What share of online orders may still be typed",
      "What share of online orders may still be wrong",
    ],
    ...["What would the next step", "What would the solution", "Of 100 online orders"],
  ];
  for (const text of texts) {
    terminal.press(/Which phase|What share of online orders does/.test(text) ? "s" : down);
    await terminal.see(text);
  }
}

describe("other terminals", () => {
  test("20 columns: the question, the choice and the keys are there, and answers are kept", async () => {
    using terminal = new TestTerminal(asOperations, { columns: 20, folder });
    await terminal.see("Which organisation", "Ctrl-C");
    terminal.press("Muster", enter);
    await terminal.see("Which line of");
    terminal.press(enter);
    await terminal.see("How can customers", "1 ", "5 ");
    terminal.press("5");
    await terminal.see("How much revenue");
    terminal.press("12", enter);
    await terminal.see("What is an online");
    await skipFacts20(terminal);
    const screen = await terminal.see("Of 100", "0 ", "4 ", "q");
    expect(screen.split("\n").length).toBeLessThanOrEqual(24);
    expect(screen.split("\n")[0]).toContain("Order accuracy");
    terminal.press("3");
    await terminal.see("1 of 3");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
    expect(kept()).toMatchObject({ facts: { "online-revenue": 12 }, responses: [{ answers: { "of-hands-free": 3 } }] });
  }, 15_000);

  test("NO_COLOR: no colours at all, and without it some", async () => {
    for (const env of [{ NO_COLOR: "1" }, {}] as Record<string, string>[]) {
      using terminal = new TestTerminal(asOperations, { env, folder });
      await terminal.see("Which organisation");
      terminal.press(enter, enter);
      await terminal.see("How can customers");
      terminal.press(keys.ctrlC);
      await terminal.end();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
      expect(/\u001b\[[0-9;]*m/.test(terminal.raw)).toBe(!("NO_COLOR" in env));
    }
  });

  test("control keys are no answers: Ctrl-U is not unknown, Alt-1 not a level", async () => {
    using terminal = new TestTerminal(asOperations, { folder });
    await terminal.see("Which organisation");
    terminal.press("wrong", "\u0015", "right", enter);
    await terminal.see("Which line");
    terminal.press(enter);
    await terminal.see("How can customers");
    terminal.press("\u0015", "\u0002", "\u001b1", "\u000e", "5");
    await terminal.see("How much revenue");
    terminal.press(keys.ctrlC);
    await terminal.end();
    expect(kept()).toMatchObject({ organization: "right", facts: { "online-ordering": "live" } });
  });
});

async function skipFacts20(terminal: TestTerminal): Promise<void> {
  const starts = [
    "How many lines",
    "Who builds",
    "Which phase",
    "What share of",
    "How many minutes",
    "What does an hour",
  ];
  for (const text of starts) {
    terminal.press(/Which phase|What share/.test(text) ? "s" : down);
    await terminal.see(text);
  }
  terminal.press(...Array(8).fill(down));
}
