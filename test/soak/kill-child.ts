// Answers one question after the other as fast as it can, and prints each when it is saved. Argument 2: where it kills itself, at the
// N-th save; without it, it goes on until it is killed.
import { readFileSync, writeSync } from "node:fs";
import { newText } from "../../src/assessment/edit.ts";
import { openStore, removeLeftovers } from "../../src/assessment/store.ts";

const [, , file = "", point, at = "0"] = process.argv;
const begun = newText({ id: "base", version: "1.2.0", title: "Base" }, "Example Ltd", {
  json: file.endsWith(".json"),
});
const text = (() => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return begun;
  }
})();
removeLeftovers(file);

let saves = 0;
const pass = (passed: string): void => {
  // The parent wants to know whether a kill hit a write.
  writeSync(1, passed === "renamed" ? ">" : passed === "opened" ? "<" : "");
  if (passed === point && saves === Number(at)) process.kill(process.pid, "SIGKILL");
};
const store = openStore(file, text, { pass });
if (text === begun) store.save([{ kind: "respond", respondent: "Ann", role: "sales", date: undefined }]);
const done = (text.match(/^ +"?q\d+"?:/gm) ?? []).length;
for (let id = done; id < 100_000; id++) {
  saves++;
  store.save([
    {
      kind: "answer",
      response: 0,
      id: `q${id}`,
      value: { level: id % 5, note: `said at ${id}: ${"word ".repeat(20)}` },
    },
  ]);
  writeSync(1, `q${id}\n`);
}
