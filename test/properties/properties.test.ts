// Properties of the evaluation over random questionnaires and answers, with a fixed seed; the soak runs more with a random one.
import { describe, test } from "vitest";
import { groups } from "./all.ts";

const run = { seed: 20261121, times: 0.3 };
/** Enough for a failure to be shrunk. */
const patience = 120_000;

for (const [group, properties] of Object.entries(groups)) {
  describe(group, () => {
    for (const { name, check } of properties) test(name, () => check(run), patience);
  });
}
