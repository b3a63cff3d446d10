// An interview in real terminals that ends at random moments, on criteria screens: while answers are given, looked back at, taken back,
// noted and pasted, by kill -9, by signals and by a hang-up. The file is whole, and holds exactly what was confirmed before the end.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { parseDocument } from "../../src/document.ts";
import { isTyping, type Key, press } from "../../src/interview/press.ts";
import { type State, start } from "../../src/interview/state.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { validators } from "../files/support.ts";
import { flagship } from "../support/flagship.ts";
import { keys, marked, TestTerminal } from "../support/terminal.ts";
import { seed } from "./seed.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-closing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "pumps.yaml");
const role = "customer-service";
const respondent = "Ann";

let random = seed;
/** A number generator of our own, so that the seed repeats the moments. */
const upTo = (most: number): number => {
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((random / 2 ** 32) * most);
};
const oneOf = <T>(choices: readonly T[]): T => choices[upTo(choices.length)]!;

const text = "All or\nnothing\n3\n1";

/** What is known of an interview: its state, and what is typed in its field. */
interface Known {
  state: State;
  typed: string;
}
/** What is sent in one read, and what is known when it was dealt with. */
interface Stroke {
  sent: string;
  then: Known;
  looks?: true;
}

const stroke = ({ state }: Known, sent: string, key: Key, looks?: true): Stroke => {
  const next = press(state, key);
  return { sent, then: { state: next, typed: isTyping(next) ? next.text : "" }, ...(looks && { looks }) };
};

function anyStroke(known: Known): Stroke {
  const press = (name: string, looks?: true) => stroke(known, name, { kind: "press", name }, looks);
  const { state, typed } = known;
  const kind = upTo(10);
  if (isTyping(state)) {
    if (kind < 5) return { sent: marked(text), then: { state, typed: typed + text } };
    return stroke(known, keys.enter, { kind: "line", text: typed });
  }
  if (kind < 4) return press(oneOf(["0", "1", "2", "3", "4", "u"]));
  if (kind < 8) return press(oneOf(["b", "b", "b", "s"]), true);
  if (kind < 9) return stroke(known, marked(text), { kind: "paste", text });
  return press(oneOf(["x", "t", "t", "?"]));
}

function load(): Assessment {
  const { assessment } = acceptAssessment(parseDocument(readFileSync(file, "utf8"), file), validators.assessment);
  return assessment;
}

test("at 120 random moments", async () => {
  writeFileSync(file, `questionnaire: ${flagship.id}\nversion: ${flagship.version}\norganization: Muster\n`);
  // One answer, so that every interview begins at a question.
  const first = flagship.dimensions.flatMap(({ criteria }) => criteria).find(({ roles }) => roles.includes(role))!;
  const given = `responses:\n  - respondent: ${respondent}\n    role: ${role}\n    answers:\n      ${first.id}: 1\n`;
  writeFileSync(file, readFileSync(file, "utf8") + given);
  const counts = { ends: 0, pressed: 0, looking: 0, before: 0, after: 0 };
  while (counts.ends < 120) {
    const assessment = load();
    const today = new Date().toISOString().slice(0, 10);
    let known: Known = { state: start({ questionnaire: flagship, assessment, respondent, role, today }), typed: "" };
    using terminal = new TestTerminal(["assess", "pumps.yaml", "--role", role, "--respondent", respondent], { folder });
    await terminal.see("answered", "q");
    for (let more = 3 + upTo(8); more > 0; more--) {
      const { sent, then } = anyStroke(known);
      const before = terminal.raw.length;
      terminal.press(sent);
      // Drawn, and so saved.
      await expect.poll(() => terminal.raw.length, { interval: 2, timeout: 8000 }).toBeGreaterThan(before);
      known = then;
      counts.pressed++;
    }
    const last = anyStroke(known);
    if (last.looks) counts.looking++;
    terminal.press(last.sent);
    // At once too, before the key arrives.
    const pause = upTo(12) - 4;
    if (pause > 0) await setTimeout(pause);
    const way = oneOf(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "hang-up", "hang-up"] as const);
    const pid = terminal.pid();
    if (way === "hang-up") terminal.close();
    else terminal.kill(way);
    await expect.poll(() => existsSync(`/proc/${pid}/fd/0`), { interval: 5, timeout: 8000 }).toBe(false);
    const found = load();
    const next = last.then.state.assessment;
    const isNext = isDeepStrictEqual(found, next);
    expect([way, found]).toEqual([way, isNext ? next : known.state.assessment]);
    if (next !== known.state.assessment) counts[isNext ? "after" : "before"]++;
    counts.ends++;
  }
  console.log(
    `${counts.ends} ends (seed ${seed}), ${counts.looking} of them while looking back or on, after ${counts.pressed} confirmed keys, none lost; ` +
      `of the answers at the very end ${counts.after} were saved and ${counts.before} not yet`,
  );
}, 600_000);
