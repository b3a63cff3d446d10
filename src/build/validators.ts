// Schemas to code, once: compiling a schema at every start would cost more than everything else a command does.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";

/** The errors of a part join those of the whole one by one: copying all of them for each part takes minutes where there are many. */
export const linear = (code: string): string =>
  code.replaceAll(
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    "if (vErrors === null) vErrors = $1.errors; else for (const one of $1.errors) vErrors.push(one);",
  );

/** A module that exports one validate function. */
export function buildValidator(schemaFile: string): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, process: linear },
  });
  const code = standalone.default(ajv, ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8"), withoutTexts)));
  // The one thing that it would load, which a module cannot.
  return linear(code).replaceAll('require("ajv/dist/runtime/ucs2length").default', "text => Array.from(text).length");
}

/** What is there for readers decides nothing, and every run would have to load it. */
const withoutTexts = (key: string, value: unknown): unknown =>
  key === "$comment" || (key === "examples" && Array.isArray(value)) ? undefined : value;
