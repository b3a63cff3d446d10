// What a shell is told is what the program has.
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/main.ts";
import { commands as words } from "../../src/locales/en/commands.ts";
import { catalog } from "../../src/questionnaire/catalog.ts";
import { cxm } from "../support/cli.ts";

const silent = { stdout: { write: () => true }, stderr: { write: () => true }, env: {} };
const { commands } = createProgram(silent, "0.0.0", words, () => {});

describe.each(["bash", "zsh", "fish"])("%s", shell => {
  test("knows every command, option, choice and questionnaire", async () => {
    const { code, stdout } = await cxm(["completion", shell]);
    const words = new Set(stdout.split(/[^\w-]+/));
    const dashes = shell === "fish" ? 2 : 0;
    const wanted = [
      ...commands.flatMap(command => [
        command.name(),
        ...command.options.flatMap(({ long, argChoices = [] }) => [long!.slice(dashes), ...argChoices]),
        ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
      ]),
      ...catalog().flatMap(({ id, examples }) => [id, ...examples]),
    ];
    expect({ code, missing: wanted.filter(word => !words.has(word)) }).toEqual({ code: 0, missing: [] });
  });
});

test("another shell is refused", async () => {
  const { code, stderr } = await cxm(["completion", "tcsh"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("bash, zsh, fish")]);
});
