// A language is a folder and a line here.
export { texts as en } from "./en/index.ts";
