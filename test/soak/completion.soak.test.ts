// The completion in a shell as it runs it.
import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { cxm } from "../support/cli.ts";

let script: string;
beforeAll(async () => {
  ({ stdout: script } = await cxm(["completion", "bash"]));
});

/** What bash offers for the last of the words. */
function offered(...words: string[]): string[] {
  const asks = `COMP_WORDS=(cxm "$@"); COMP_CWORD=$#; _cxm cxm "$last" "$before"; printf "%s " "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `${script}\n${asks}`, "bash", ...words], {
    encoding: "utf8",
    env: { ...process.env, last: words.at(-1)!, before: words.at(-2) ?? "cxm" },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim().split(" ");
}

test.each([
  [["sc"], ["score", "schema"]],
  [
    ["score", "--format", ""],
    ["text", "markdown", "json"],
  ],
  [["score", "--example", "val"], ["valbruna-pumps"]],
  [
    ["score", "a.yaml", "--min-"],
    ["--min-phase", "--min-status", "--min-index"],
  ],
  [["show", "six"], ["six-pillars"]],
  [["new", "mine", "--from", "b2b"], ["b2b-cx-practices"]],
  [["check", "a"], [""]],
])("%j", (words, wanted) => expect(offered(...words)).toEqual(wanted));
