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
    await album.take("organisation, Enter, Enter", "Of 100 online orders", "· ?");
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

test("facts: a number is read as it was meant, asked about where it may be two, and stays to be corrected", async () => {
  using terminal = new TestTerminal(["assess", "pumps.yaml", "--role", "finance", "--respondent", "Ann"], { folder });
  await terminal.see("Which organisation");
  terminal.press("Muster", enter);
  await terminal.see("Which line of business?");
  terminal.press(enter);
  await terminal.see("How much revenue");
  terminal.press("2,5 million", enter);
  await terminal.see("That is not a number", "> 2,5 million");
  terminal.press("\u007f".repeat(" million".length), enter);
  await terminal.see("Read as 2.5");
  terminal.press(keys.up);
  await terminal.see("> 2.5");
  terminal.press("\u007f\u007f\u007f", "1.500", enter);
  await terminal.see("Which number is meant?", "1  1500", "2  1.5");
  terminal.press("1");
  await terminal.see("Read as 1500");
  terminal.press(keys.ctrlC);
  expect(await terminal.end()).toBe(130);
  expect(kept()).toMatchObject({ facts: { "online-revenue": { value: 1500, by: "Ann" } } });
}, 20_000);

describe("other terminals", () => {
  test("20 columns: the question, the choice and the keys are there, and answers are kept", async () => {
    using terminal = new TestTerminal(asOperations, { columns: 20, folder });
    await terminal.see("Which organisation", "Ctrl-C");
    terminal.press("Muster", enter);
    await terminal.see("Which line of");
    terminal.press(enter);
    const screen = await terminal.see("Of 100", "0 ", "4 ", "q");
    expect(screen.split("\n").length).toBeLessThanOrEqual(24);
    expect(screen.split("\n")[0]).toContain("Order accuracy");
    terminal.press("3");
    await terminal.see("1 of 3");
    terminal.press("q");
    expect(await terminal.end()).toBe(130);
    expect(kept()).toMatchObject({ responses: [{ answers: { "of-hands-free": 3 } }] });
  }, 15_000);

  test("NO_COLOR: no colours at all, and without it some", async () => {
    for (const env of [{ NO_COLOR: "1" }, {}] as Record<string, string>[]) {
      using terminal = new TestTerminal(asOperations, { env, folder });
      await terminal.see("Which organisation");
      terminal.press(enter, enter);
      await terminal.see("Of 100 online orders");
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
    await terminal.see("Of 100 online orders");
    terminal.press("\u0015", "\u0002", "\u001b1", "\u000e", "3");
    await terminal.see("1 of 3 answered");
    terminal.press(keys.ctrlC);
    await terminal.end();
    expect(kept()).toMatchObject({ organization: "right", responses: [{ answers: { "of-hands-free": 3 } }] });
  });
});
