// The validators that the build makes from the JSON Schemas (package.json maps the names to dist/).
declare module "#validators/*" {
  import type { ValidateFunction } from "ajv";
  export const validate: ValidateFunction;
}
