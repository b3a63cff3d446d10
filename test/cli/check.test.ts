// What check reads and says of files as a shell hands them over.
import { beforeAll, expect, test } from "vitest";
import { bash, ensureBuilt, fixture } from "../support/cli.ts";

beforeAll(ensureBuilt, 120_000);

test("a file is read once: what comes through a pipe is checked like any other", () => {
  const { status, stdout } = bash(`$CXM check <(cat ${fixture("mood-nine/questionnaire.yaml")})`);
  expect({ status, found: stdout.split("; ")[1] }).toEqual({
    status: 0,
    found: "12 of 12 phases and rules can come true, each shown by an answer set.\n",
  });
  const answers = bash(`$CXM check <(cat ${fixture("bad/answers.yaml")})`);
  expect({ status: answers.status, stdout: answers.stdout }).toMatchObject({
    status: 2,
    stdout: expect.stringContaining("3 problems"),
  });
});
