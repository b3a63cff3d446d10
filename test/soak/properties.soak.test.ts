// The same properties, twenty times as often and with a seed of the moment, which a failure prints for CXM_SEED.
import { describe, test } from "vitest";
import { groups } from "../properties/all.ts";

const seed = Number(process.env.CXM_SEED ?? Date.now() % 0x7fffffff);
const patience = 600_000;

describe(`seed ${seed}`, () => {
  for (const [group, properties] of Object.entries(groups)) {
    describe(group, () => {
      for (const { name, check } of properties) test(name, () => check({ seed, times: 20 }), patience);
    });
  }
});
