// The same properties, five times as often.
import { describe, test } from "vitest";
import { groups } from "../properties/all.ts";
import { seed } from "./seed.ts";

const patience = 600_000;

describe(`seed ${seed}`, () => {
  for (const [group, properties] of Object.entries(groups)) {
    describe(group, () => {
      for (const { name, check } of properties) test(name, () => check({ seed, times: 5 }), patience);
    });
  }
});
