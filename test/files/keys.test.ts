// Nobody is asked to write what nobody reads: each key of the file formats stands in the code that reads questionnaires and assessments.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/cli.ts";

/** Written for the words of phases that are still to come. */
const toCome = ["leaveWhen", "risks", "sponsor"];

const code = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter(file => file.endsWith(".ts") && !file.startsWith("model"))
  .map(file => readFileSync(join(root, "src", file), "utf8").replace(/^\s*(?:\/\/|\/?\*).*$/gm, ""))
  .join("\n");
const words = new Set(code.match(/[$\w]+/g));

function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

test.each(["questionnaire", "assessment"])("%s", name => {
  const schema = JSON.parse(readFileSync(join(root, `src/${name}/${name}.schema.json`), "utf8"));
  const keys = [...new Set(keysOf(schema))];
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(key => !words.has(key) && !toCome.includes(key))).toEqual([]);
});
