// Answers in one response of a file that others answer in too. Arguments: the file, which response, how many answers.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { openStore } from "../../src/assessment/store.ts";
import type { Assessment } from "../../src/model/assessment.ts";

const [, , file = "", response = "0", count = "0"] = process.argv;
const read = (text: string): Assessment => parse(text);
const store = openStore(file, readFileSync(file, "utf8"), { read });
for (let id = 0; id < Number(count); id++) {
  store.save([{ kind: "answer", response: Number(response), id: `q${id}`, value: id % 4 }]);
}
