// Every golden belongs to a test that writes it: one left behind by a case that is gone would say what no longer happens.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { catalog } from "../../src/questionnaire/catalog.ts";
import { transcripts } from "../cli/transcripts.ts";
import { ensureBuilt, goldenFolder } from "../support/cli.ts";
import { goldenNames } from "./cases.ts";
import { handoutFiles, handoutGolden } from "./handouts.ts";
import { reportFiles, reportGolden } from "./report/reports.ts";

ensureBuilt();

/** A test that writes goldens elsewhere below test/golden adds its names here. */
const interviews = ["first", "second", "grid"].flatMap(name => ["60x24", "80x24"].map(size => `${name}-${size}`));
const claimed = [
  ...Object.keys(reportFiles).map(reportGolden),
  ...goldenNames(),
  ...Object.keys(handoutFiles).map(handoutGolden),
  ...Object.keys(transcripts).map(name => `cli/${name}.md`),
  ...catalog()
    .slice(1)
    .flatMap(({ id, examples }) => examples.flatMap(name => ["txt", "md"].map(as => `bundled/${id}/${name}.${as}`))),
  ...[...interviews, "linear"].map(name => `interview/${name}.txt`),
];

test("every golden is claimed, and each claim has its golden", () => {
  const found = readdirSync(goldenFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.slice(goldenFolder.length + 1)}/${name}`);
  expect(found.sort()).toEqual(claimed.sort());
});
