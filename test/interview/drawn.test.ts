// The drawn interview without a process: how it ends and what it leaves behind, what a field opens with, and what is written.
import { expect, test } from "vitest";
import { press } from "../../src/interview/press.ts";
import { FakeTerminal } from "./fake-terminal.ts";
import { answers, atCriteria, begin, shown, walk } from "./keys.ts";

const marksOn = "\u001b[?2004h";
const restored = "\u001b[?2004l\u001b[?25h";
const facts = () => begin({ respondent: "Ann", role: "sales" });

test("marks round pastes are asked for at the beginning, and everything is put back at the end", async () => {
  const terminal = new FakeTerminal(atCriteria());
  expect([terminal.writes[0], terminal.modes.at(-1)]).toEqual([marksOn, true]);
  terminal.read("3", "q");
  expect((await terminal.ended).ended).toBe("quit");
  expect([terminal.writes.at(-1), terminal.modes.at(-1)]).toEqual([restored, false]);
});

test.each([
  ["the end of the input", (one: FakeTerminal) => one.input.emit("end")],
  ["an error of a read", (one: FakeTerminal) => one.input.emit("error", new Error("EIO"))],
  ["an error of a write", (one: FakeTerminal) => one.output.emit("error", new Error("EIO"))],
  ["a signal", (one: FakeTerminal) => one.hangUp()],
  ["Ctrl-C", (one: FakeTerminal) => one.read("\u0003")],
  ["Ctrl-D on a question", (one: FakeTerminal) => one.read("\u0004")],
])("%s ends it as by save and quit, once", async (_, ends) => {
  const terminal = new FakeTerminal(atCriteria());
  terminal.read("3", "b");
  ends(terminal);
  for (const event of ["end", "close", "error"]) terminal.input.emit(event);
  terminal.hangUp();
  terminal.read("1");
  const last = await terminal.ended;
  expect([last.ended, answers(last)]).toEqual(["quit", { speed: 3 }]);
  expect(terminal.keys.filter(key => key.kind === "press" && key.name === "quit")).toHaveLength(1);
  expect(terminal.writes.at(-1)).toBe(restored);
});

test("a mistake of ours puts the terminal back too", async () => {
  const terminal = new FakeTerminal(atCriteria(), () => {
    throw new Error("ours");
  });
  terminal.read("3");
  await expect(terminal.ended).rejects.toThrow("ours");
  expect([terminal.writes.at(-1), terminal.modes.at(-1)]).toEqual([restored, false]);
});

test("a field opens with the text of the state, on another screen and where a text is refused", async () => {
  const terminal = new FakeTerminal({ ...facts(), text: "Pumps Ltd" }, (at, key) => {
    const next = press(at, key);
    // Refuses what is no name, and has it corrected.
    return key.kind === "line" && /\d/.test(key.text) ? { ...at, text: `${key.text}?` } : next;
  });
  expect(terminal.screen()).toContain("> Pumps Ltd");
  terminal.read("2", "\r");
  expect(terminal.screen()).toContain("> Pumps Ltd2?");
  terminal.read("\u007f", "\u007f", "\r");
  expect([shown(terminal.state), terminal.state.assessment.organization]).toEqual(["line-of-business", "Pumps Ltd"]);
  expect(terminal.screen()).not.toContain("> Pumps");
  terminal.hangUp();
});

test("what is typed stays when a key changes nothing, and goes with its field", () => {
  const terminal = new FakeTerminal(facts());
  terminal.read("\u0015", "Pum", "\u001b[A");
  expect(terminal.state.message?.code).toBe("at-the-beginning");
  terminal.read("ps", "\r");
  expect(terminal.state.assessment.organization).toBe("Pumps");
  terminal.read("lost", "\u001b[A");
  expect(terminal.screen()).not.toContain("lost");
  terminal.hangUp();
});

test("a note is edited where it is, and several lines stay several", () => {
  const terminal = new FakeTerminal(walk(atCriteria(), "t", "> First\nsecond", "2", "b"));
  terminal.read("t");
  expect(terminal.screen()).toContain("> First↵second");
  terminal.read("\u001b[H", "The ", "\r");
  expect(answers(terminal.state)).toEqual({ speed: { level: 2, note: "The First\nsecond" } });
  terminal.read("t", "\u0015", "\r");
  expect(answers(terminal.state)).toEqual({ speed: 2 });
  terminal.hangUp();
});

test("keys in one read are one redraw", () => {
  const terminal = new FakeTerminal(atCriteria());
  expect(terminal.read("3u1")).toBe(1);
  expect(answers(terminal.state)).toEqual({ speed: 3, care: "unknown" });
  terminal.hangUp();
});
