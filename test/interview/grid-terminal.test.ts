// A grid in a real terminal: filled in with a few keys, its screens as goldens; and line by line.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Cells } from "../../src/model/grid.ts";
import { keys, TestTerminal, undated } from "../support/terminal.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const golden = (name: string) => here(`../golden/interview/${name}.txt`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cxm-grid-"));
  cpSync(here("../fixtures/responsibility/questionnaire.yaml"), join(folder, "q.yaml"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = (): Record<string, Cells> =>
  parse(readFileSync(join(folder, "a.yaml"), "utf8")).responses[0].grids["responsibility-grid"];
const asStores = ["assess", "a.yaml", "-q", "q.yaml", "--role", "stores", "--respondent", "Head of stores"];
const { enter, down } = keys;
const ready = "q save and quit";

describe.each([[80], [60]])("a grid at %i columns", columns => {
  test("marks, an empty row, back, why, jump, quit, resume, the findings", async () => {
    const pages: string[] = [];
    const terminals: TestTerminal[] = [];
    const take = async (title: string, ...texts: string[]) => {
      pages.push(`=== ${title}\n${await terminals.at(-1)!.see(...texts)}\n`);
    };
    using first = new TestTerminal(asStores, { columns, folder });
    terminals.push(first);
    await first.see("Which organisation");
    first.press("Bottega Esempio", enter);
    await first.see("Which line of business");
    first.press(enter);
    await take("organisation, Enter, Enter", "Plan a promotion", "0 of 16 rows", "no marks", ready);
    first.press("r", "R", "4", "a");
    await take("r, R, 4, a", "Stores: Responsible", "Marketing: Accountable", "3 marks", ready);
    first.press("s");
    await take("s", "This row is not saved yet", ready);
    first.press(enter);
    await take("Enter", "Fix the technical schedule", "1 of 16 rows", ready);
    expect(kept()).toEqual({ "promotion-plan": { stores: "R", ecommerce: "R", marketing: "A" } });
    first.press(enter);
    await take("Enter", "Nobody has a mark yet", ready);
    first.press("?");
    await take("?", "Systems fail on the day", "any other key");
    first.press(enter);
    await first.see("no marks", ready);
    first.press(down, "r", down, "a");
    await first.see("2 marks");
    first.press(enter);
    await first.see("2 of 16 rows");
    first.press("b");
    await take("Enter, ↓, r, ↓, a, Enter, b", "2 marks [your answer]", "x take back", ready);
    first.press("s");
    await first.see("row 3 of 5");
    first.press("j");
    await take("s, j", "Where to?", "Post-sale (0 of 7 rows filled in)", "Esc leaves");
    first.press(down, down, enter);
    await first.see("Answer where an order is");
    first.press("i", "a", "a", enter);
    await take("↓, ↓, Enter, i, a, a, Enter", "Solve a delivery problem", "3 of 16 rows", ready);
    first.press("q");
    expect(await first.end()).toBe(130);
    expect(kept()).toEqual({
      "promotion-plan": { stores: "R", ecommerce: "R", marketing: "A" },
      "promotion-schedule": { ecommerce: "R", marketing: "A" },
      "order-status-answer": { stores: "I", ecommerce: "A", "customer-care": "A" },
    });

    using second = new TestTerminal(asStores, { columns, rows: 24, folder });
    terminals.push(second);
    await take("the command it named", "Solve a delivery problem", "row 2 of 7", ready);
    second.press("j", keys.up, keys.up, keys.up, keys.up, keys.up);
    await second.see("> The end: the verdict");
    second.press(enter);
    await take("j, ↑ to the end, Enter", "3 of 16 answered", "Still open: 13 questions", "Enter finish");
    second.press(enter);
    expect(await second.end()).toBe(0);
    const said = `${pages.join("\n")}\n=== Enter\n${second.history()}\n`;
    await expect(undated(said)).toMatchFileSnapshot(golden(`grid-${columns}x24`));
  }, 30_000);
});

test("line by line: a row is typed, and what cannot be read is said", async () => {
  using terminal = new TestTerminal([...asStores, "--linear"], { folder, rows: 60 });
  const say = async (line: string, ...texts: string[]) => {
    terminal.press(`${line}\n`);
    await terminal.see(...texts);
  };
  await terminal.see("Which organisation");
  await say("", "Which line of business");
  await say("", "type R Stores, A E-commerce");
  await say("R stores, e-comerce; A marketing", "Did you mean E-commerce?");
  await say("R stores, e-commerce; A marketing", "1 of 16 rows");
  await say("R-A", "3 marks for 7 parties");
  await say("-R-AC--", "2 of 16 rows");
  await say("-", "3 of 16 rows");
  await say(":b", "x take back");
  await say(":x", "Taken back");
  terminal.press("q\n");
  expect(await terminal.end()).toBe(130);
  expect(kept()).toEqual({
    "promotion-plan": { stores: "R", ecommerce: "R", marketing: "A" },
    "promotion-schedule": { ecommerce: "R", marketing: "A", it: "C" },
  });
});
