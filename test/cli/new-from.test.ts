// A questionnaire of one's own that begins from a bundled one: all of it, under its own id, and nothing to remark on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { catalog } from "../../src/questionnaire/catalog.ts";
import { cxm, workFolder } from "../support/cli.ts";

const { folder, remove } = workFolder();
afterAll(remove);

test.each(catalog().map(({ id }) => id))(
  "%s",
  async from => {
    const file = join(folder, `from-${from}.yaml`);
    expect((await cxm(["new", "mine", "--from", from, "-o", file])).code).toBe(0);
    const text = readFileSync(file, "utf8");
    const original = readFileSync(`questionnaires/${from}/questionnaire.yaml`, "utf8");
    const { place: _, ...rest } = parse(original);
    expect(parse(text)).toEqual({ ...rest, id: "mine", version: "0.1.0" });
    expect(text).toContain(`# Begun from ${from} 1.0.0.`);
    expect(text.match(/^ *#/gm)!.length).toBe(original.match(/^ *#/gm)!.length);
    const { code, stdout } = await cxm(["check", file]);
    expect({ code, said: stdout.includes("no problems") }).toEqual({ code: 0, said: true });
  },
  60_000,
);

test("a name that is none is told with the nearest", async () => {
  const { code, stderr } = await cxm(["new", "mine", "--from", "six-pilars", "-o", join(folder, "x.yaml")]);
  expect({ code, said: stderr.includes("Did you mean `six-pillars`?") }).toEqual({ code: 2, said: true });
});

test.each(["7", "no", "1e5"])("the id %s stays a text", async id => {
  const file = join(folder, `${id}-id.yaml`);
  await cxm(["new", id, "-o", file]);
  expect((await cxm(["check", file])).code).toBe(0);
});
