// Screens that are low or narrow: what is asked and the keys are the last to go.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../../src/evaluate/program.ts";
import { screens } from "../../src/interview/given.ts";
import { progressOf } from "../../src/interview/progress.ts";
import { arrive, type State } from "../../src/interview/state.ts";
import { interview as words } from "../../src/locales/en/interview.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { clean } from "../../src/render/clean.ts";
import { plainStyle } from "../../src/render/view.ts";
import { drawScreen } from "../../src/terminal/screen.ts";
import { keysOf, questionOf } from "../../src/terminal/screen-texts.ts";
import { root } from "../support/cli.ts";
import { begin } from "./keys.ts";

const dense = (text: string) => text.replace(/\s/g, "");
const folder = join(root, "questionnaires");
const ids = readdirSync(folder).filter(name => !name.includes("."));

describe.each(ids)("%s", id => {
  const questionnaire: Questionnaire = parse(readFileSync(`${folder}/${id}/questionnaire.yaml`, "utf8"));
  const evaluator = compile(questionnaire);
  const begun = begin({
    questionnaire,
    assessment: { questionnaire: id, version: questionnaire.version, organization: "E" },
    respondent: "Ann",
    role: questionnaire.roles[0]?.id,
  });
  const all: State[] = screens(begun).map((_, at) => arrive(begun, at));

  test.each([
    [80, 10],
    [40, 12],
    [30, 8],
    [120, 5],
  ])("%i columns, %i rows", (columns, rows) => {
    expect(all.length).toBeGreaterThan(5);
    let whole = 0;
    for (const state of all) {
      const { above, below } = drawScreen(state, progressOf(evaluator, state), "", {
        columns,
        rows,
        style: plainStyle,
        words,
      });
      const lines = [...above, ...below];
      const { question } = questionOf(words, state);
      const asked = Math.ceil((clean(question).length + 1) / (columns - 16));
      expect(lines.length).toBeLessThanOrEqual(rows - 1);
      for (const key of keysOf(words, state)) expect(lines.join(" ")).toContain(key.split(" ", 1)[0]);
      if (asked + 5 > rows) continue;
      whole++;
      expect(dense(lines.join(""))).toContain(dense(clean(question)));
    }
    expect(whole).toBeGreaterThan(columns < 40 ? 1 : rows < 8 ? -1 : all.length / 2);
  });
});
