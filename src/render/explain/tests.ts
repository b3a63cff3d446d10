// A condition in an explanation: each part on a line of its own with yes, no or open before it, and under a line what it joins.

import type { Comparators } from "../../model/condition.ts";
import type { TruthState } from "../../model/evaluation.ts";
import type { Ref, Test } from "../../model/explanation.ts";
import { splitRef } from "../titles.ts";
import type { Writer } from "../writer.ts";
import { exact, fullName, outcomeOf, stateTitle, type Teller, titleOf } from "./names.ts";

/** `telling`: only the parts that make it what it is. `inside`: what more to write under a leaf. */
export interface TestLook {
  telling?: boolean;
  inside?: (test: Test, indent: string) => void;
}

export function writeTest(teller: Teller, writer: Writer, test: Test, indent: string, look: TestLook = {}): void {
  const { words } = teller;
  const line = (text: string) => writeMarked(teller, writer, test.state, text, indent);
  if (!("parts" in test)) {
    const text = leafText(teller, test);
    line(test.asItIs ? words.test.asItIs(text) : isCautious(test) ? words.test.certain(text) : text);
    return look.inside?.(test, deeper(teller, indent));
  }
  const parts = look.telling ? test.parts.filter(part => part.decides) : test.parts;
  if (test.parts.length === 0) return line(words.join.none);
  line(test.by === "atLeast" ? words.join.atLeast(test.count) : words.join[test.by]);
  for (const part of parts) writeTest(teller, writer, part, deeper(teller, indent), look);
}

const deeper = ({ words }: Teller, indent: string): string => indent + " ".repeat(words.mark.holds.length);

export function writeMarked({ words }: Teller, writer: Writer, state: TruthState, text: string, indent: string): void {
  const marked = `${indent}${words.mark[state]}`;
  writer.paragraph(text, { indent: marked, hanging: " ".repeat(marked.length) });
}

/** The leaves that make a test what it is, as texts. */
export function deciding(teller: Teller, test: Test): string[] {
  if (!test.decides) return [];
  if ("parts" in test) return test.parts.flatMap(part => deciding(teller, part));
  const text = leafText(teller, test);
  return [isClaim(test) && test.state === "fails" ? teller.words.test.no(text) : text];
}

/** Says what is asked and not what is found. */
const isClaim = ({ by, ...test }: TestLeaf): boolean =>
  ["reached", "phase", "partner", "step"].includes(by) || ("asked" in test && test.asked.state === undefined);

/** The three-valued state is open, and the headline takes it for a no. */
const isCautious = ({ by, logic, state }: TestLeaf): boolean =>
  logic === "open" && state !== "open" && ["passed", "compare", "reached", "phase"].includes(by);

type TestLeaf = Exclude<Test, { parts: Test[] }>;

type Tested<By extends TestLeaf["by"]> = Extract<TestLeaf, { by: By }>;
type Sentences = { [By in TestLeaf["by"]]: (teller: Teller, test: Tested<By>, name: string) => string };

function leafText(teller: Teller, test: TestLeaf): string {
  const sentence = sentences[test.by] as (teller: Teller, test: TestLeaf, name: string) => string;
  return sentence(teller, test, fullName(teller, test.of));
}

const sentences = {
  compare: (teller, test, name) => {
    const asked = askedText(teller, test.of, test.with);
    return teller.words.test.compare(name, outcomeOf(teller, test.of), asked, test.naHolds);
  },
  there: (teller, { of }, name) => teller.words.test.there(name, outcomeOf(teller, of)),
  lowest: lowestText,
  passed: (teller, { of }, name) => passedText(teller, of, name),
  record: recordText,
  known: (teller, { of, known }, name) => teller.words.test.known(name, outcomeOf(teller, of), known),
  reached: ({ words, view }, { of, status }) => words.test.reached(view.phaseName(splitRef(of)[1]), status),
  phase: ({ words, view }, { of, status }) => words.test.phase(view.phaseName(splitRef(of)[1]), status),
  partner: ({ words }, { action }) => words.test.partner(action),
  step: ({ words, nodes }, { of }, name) => words.test.step(nodes.has(of) ? name : splitRef(of)[1]),
} satisfies Sentences;

function lowestText(teller: Teller, { of, among, naHolds }: Tested<"lowest">, name: string): string {
  const { words, view } = teller;
  const others = among
    .filter(one => one !== of)
    .map(one => words.test.other(titleOf(view, one), outcomeOf(teller, one)));
  return words.test.lowest(name, outcomeOf(teller, of), others, naHolds);
}

/** What is asked of a department or of a part of the profile is a state, of everything else that it holds. */
function passedText(teller: Teller, of: Ref, name: string): string {
  const { words, view } = teller;
  const [kind, id] = splitRef(of);
  const [own, state] = id.split(":") as [string, string?];
  if (state === undefined || !["stakeholder", "profile"].includes(kind)) {
    return words.test.passed(name, outcomeOf(teller, of));
  }
  const asked =
    kind === "profile" ? words.value.state(stateTitle(view, state)) : view.words.stakeholder[state as "served"];
  const now = outcomeOf(teller, `${kind}:${own}`);
  return now === asked ? words.test.passed(name, now) : words.test.is(name, now, asked);
}

function recordText({ words, nodes, view }: Teller, test: Tested<"record">, name: string): string {
  const { state, includes, evidence } = test.asked;
  const how = nodes.get(test.of)!.how;
  if (state) return words.test.state(name, how.by === "answers" ? words.value.answer[how.state] : "", state);
  if (evidence) return words.test.evidence(name, evidence);
  const [, id] = splitRef(test.of);
  const option = view.titles.criterion(id).options?.find(one => one.id === includes);
  return words.test.includes(name, option?.text ?? includes ?? "");
}

function askedText(teller: Teller, of: Ref, asked: Comparators): string {
  const [kind, id] = splitRef(of);
  const limit = (value: number | string): string => {
    if (typeof value === "number") return exact(teller, value);
    return kind === "fact" ? (teller.view.factText(id, value) ?? value) : value;
  };
  const entries = Object.entries(asked) as [keyof Comparators, number | string | (number | string)[]][];
  return teller.words.test.asked(entries.map(([name, value]) => [name, [value].flat().map(limit)]));
}
