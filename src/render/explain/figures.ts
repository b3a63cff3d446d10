// A figure in an explanation: the arithmetic with the numbers put in, and every member on a line; for a question who said what, and how
// that became the level that counts.

import type { ResponseView, RoleLevels } from "../../model/evaluation.ts";
import type { AnswersHow, Figure, FiguresHow, How, Node, Ref, ShapingView } from "../../model/explanation.ts";
import { splitRef } from "../titles.ts";
import type { Writer } from "../writer.ts";
import { exact, figureText, fullName, nameOf, outcomeOf, rangeText, roleTitle, type Teller } from "./names.ts";
import { writeTest } from "./tests.ts";

type End = "value" | "low" | "high";

/** The arithmetic of a node and its members, a level deeper for parts that have no name. */
export function writeFigure(teller: Teller, writer: Writer, node: Node, how: FiguresHow, indent = "  "): void {
  const { words, nodes } = teller;
  const line = (text: string) => writer.paragraph(text, { indent, hanging: `${indent}  ` });
  for (const text of arithmetic(teller, node, how)) line(text);
  const isOfRecord = how.members.some(({ of }) => of.startsWith("record-"));
  if (isOfRecord && !teller.told.has(words.figure.record)) {
    teller.told.add(words.figure.record);
    line(words.figure.record);
  }
  const members = how.members.map(({ of, weight }) => ({ member: nodes.get(of)!, weight }));
  if (members.some(({ member }) => member.figure!.counts !== "holds")) line(words.figure.missing[how.missing]);
  const weighted = how.members.some(({ weight }) => weight !== 1);
  if (how.members.some(({ weight }) => isWeightless(teller, weight))) line(words.figure.weightless);
  for (const { member, weight } of members) {
    const { ref, how: made } = member;
    const [name, value] = [fullName(teller, ref), outcomeOf(teller, ref)];
    if (made.by === "number") continue;
    const text = weighted ? words.figure.weighted(name, value, weightText(teller, weight)) : words.line(name, value);
    writer.paragraph(text, { indent: `${indent}- `, hanging: `${indent}  ` });
    if (ref.startsWith("expression:")) writePart(teller, writer, member, `${indent}    `);
  }
}

function writePart(teller: Teller, writer: Writer, part: Node, indent: string): void {
  const { how } = part;
  if ("members" in how) writeFigure(teller, writer, part, how, indent);
  if (how.by === "count") writeCount(teller, writer, how, indent);
}

/** The weight that counts; null while it is open. */
function weightNow({ nodes }: Teller, weight: number | Ref): number | null {
  if (typeof weight === "number") return weight;
  const { value, counts } = nodes.get(weight)!.figure!;
  if (counts === "fails") return 0;
  return value === null || counts === "open" ? null : Math.max(0, value);
}

function weightText(teller: Teller, weight: number | Ref): string {
  if (typeof weight === "number") return exact(teller, weight);
  const now = weightNow(teller, weight);
  const text = now === null ? figureText(teller, teller.nodes.get(weight)!.figure!) : exact(teller, now);
  return teller.words.figure.weightFrom(text, fullName(teller, weight));
}

const isWeightless = (teller: Teller, weight: number | Ref): boolean =>
  typeof weight === "string" &&
  weightNow(teller, weight) !== null &&
  teller.nodes.get(weight)!.figure!.value !== weightNow(teller, weight);

/** A figure and the caps on it, those that make it what it is told apart. */
export function writeCapped(teller: Teller, writer: Writer, { of, caps }: Extract<How, { by: "capped" }>): void {
  const { words, nodes } = teller;
  const line = (text: string) => writer.paragraph(text, { indent: "  - ", hanging: "    " });
  writer.paragraph(words.figure.capped);
  line(words.line(nameOf(teller, of), outcomeOf(teller, of)));
  writePart(teller, writer, nodes.get(of)!, "      ");
  for (const cap of caps) {
    line(words.figure.cap(fullName(teller, cap.of), outcomeOf(teller, cap.of), exact(teller, cap.atMost), cap.binds));
  }
}

export function writeCount(teller: Teller, writer: Writer, how: Extract<How, { by: "count" }>, indent = "  "): void {
  const { words } = teller;
  const holding = how.parts.filter(part => part.state === "holds").length;
  writer.paragraph(words.figure.count(`${holding}`, how.parts.length), { indent });
  for (const part of how.parts) writeTest(teller, writer, part, indent);
}

/** "23.2481 = (3 x 10.4167 + ...) / 27"; with both ends where something is open. */
function arithmetic(teller: Teller, { figure }: Node, how: FiguresHow): string[] {
  const { words } = teller;
  if (figure!.counts === "fails") return [words.figure.none];
  const before = how.shaping?.before ?? figure!;
  const { value, low, high } = before;
  const formula = formulaOf(teller, how, "value");
  if (value !== null && formula !== null) {
    return [
      words.figure.equals(exact(teller, value), formula),
      ...shapedText(teller, value, figure!.value, how.shaping),
    ];
  }
  const ends = [formulaOf(teller, how, "low"), formulaOf(teller, how, "high")];
  if (value !== null || low === null || high === null || ends.includes(null)) return [boundsText(teller, figure!)];
  return [
    words.figure.atLeast(exact(teller, low), ends[0]!),
    ...shapedText(teller, low, figure!.low, how.shaping),
    words.figure.atMost(exact(teller, high), ends[1]!),
    ...shapedText(teller, high, figure!.high, how.shaping),
  ];
}

function boundsText(teller: Teller, figure: Figure): string {
  const { bounds, unbounded, tooLarge } = teller.words.figure;
  if (figure.tooLarge) return tooLarge;
  return figure.low === null && figure.high === null ? unbounded : bounds(rangeText(teller, figure));
}

/** The members' figures put together; null where the ends of the members are not those of the whole. */
function formulaOf(teller: Teller, { by, members, missing }: FiguresHow, end: End): string | null {
  const grows = by === "mean" || by === "sum" || by === "min" || by === "max" || by === "add";
  const figures = members.map(({ of, weight }) => ({
    ...teller.nodes.get(of)!.figure!,
    weight: weightNow(teller, weight),
  }));
  if (end !== "value" && (!grows || figures.some(one => one.counts === "open"))) return null;
  const counted = figures.filter(
    one => (missing === "zero" || one.counts === "holds") && (by !== "mean" || one.weight !== 0),
  );
  if (counted.some(one => one.weight === null)) return null;
  const alike = counted.every(one => one.weight === 1);
  const terms = counted.map(one => ({
    weight: alike ? null : exact(teller, one.weight!),
    counts: one.weight!,
    figure: one.counts === "fails" ? exact(teller, 0) : one[end] === null ? "" : exact(teller, one[end]),
  }));
  if (terms.length === 0 || terms.some(term => term.figure === "")) return null;
  return teller.words.figure.formula[by](terms);
}

function shapedText(teller: Teller, before: number, after: number | null, shaping: ShapingView | null): string[] {
  if (!shaping || after === null) return [];
  const { round, digits, clamp } = shaping;
  const kept = clamp && ([exact(teller, clamp[0]), exact(teller, clamp[1])] as [string, string]);
  return [
    teller.words.figure.shaped(exact(teller, after), exact(teller, before), round ?? null, digits ?? 0, kept ?? null),
  ];
}

/** Who said what on a question, role by role, and what counts. */
export function writeAnswers(teller: Teller, writer: Writer, ref: string, how: AnswersHow): void {
  const { view, words } = teller;
  const { answers } = words;
  const [, id] = splitRef(ref);
  const line = (text: string, indent = "  ") => writer.paragraph(text, { indent, hanging: `${indent}  ` });
  line(answers.question(view.titles.criterion(id).question));
  const levels = new Set([
    ...how.voices.flatMap(({ level }) => level ?? []),
    ...(how.answered === null ? [] : [how.answered]),
  ]);
  for (const level of how.options.length > 0 ? [] : [...levels].sort((a, b) => a - b)) {
    line(answers.levelText(level, view.titles.levelText(id, level)));
  }
  for (const voice of how.voices) writeVoice(teller, writer, id, voice);
  writeConsensus(teller, writer, id, how);
  if (how.state === "na" && how.naLevel !== null) line(answers.naCounts(how.naLevel));
  if (how.visible) {
    line(how.state === "hidden" ? answers.hidden : answers.visible);
    writeTest(teller, writer, how.visible, "    ");
  }
  for (const { of, atMost } of how.caps) line(answers.cap(fullName(teller, of), outcomeOf(teller, of), atMost));
}

function writeVoice({ view, words }: Teller, writer: Writer, id: string, voice: ResponseView): void {
  const { answers } = words;
  const { respondent, role, outside, state, level, options, reason = "", note, evidence = [] } = voice;
  const who = answers.who(respondent, roleTitle(view, role));
  const said =
    state === "answered"
      ? saidText({ view, words }, id, level, options)
      : state === "na"
        ? answers.said.na(reason)
        : answers.said.unknown;
  writer.paragraph(answers.voice(outside ? answers.outside(who) : who, said), { indent: "  - ", hanging: "    " });
  if (note) writer.paragraph(answers.note(note), { indent: "    " });
  for (const { text, url, date } of evidence) {
    const parts = [text, url, date && view.words.date(date)].flatMap(part => part || []);
    writer.paragraph(answers.evidence(parts), { indent: "    " });
  }
}

function saidText({ view, words }: Pick<Teller, "view" | "words">, id: string, level = 0, options?: string[]): string {
  const { said } = words.answers;
  if (!options) return said.level(level);
  const known = view.titles.criterion(id).options ?? [];
  return said.options(options.map(option => known.find(one => one.id === option)?.text ?? option));
}

function writeConsensus(teller: Teller, writer: Writer, id: string, how: AnswersHow): void {
  const { view, words } = teller;
  const { answers } = words;
  const line = (text: string, indent = "  ") => writer.paragraph(text, { indent, hanging: `${indent}  ` });
  const { agreed } = how;
  if (agreed) {
    const said =
      "na" in agreed
        ? answers.said.na(agreed.na)
        : "level" in agreed
          ? answers.said.level(agreed.level)
          : saidText(teller, id, 0, agreed.options);
    return line(answers.agreed(said, agreed.because));
  }
  const roleLine = (one: RoleLevels, text: string) => (one.counts ? text : answers.notListed(text));
  for (const one of how.roles) line(roleLine(one, answers.role(roleTitle(view, one.role), one.levels, one.median)));
  for (const { id: option, counts, roles } of how.options) {
    line(answers.option(saidOption(teller, id, option), counts));
    for (const one of roles) {
      const chosen = one.levels.filter(level => level === 1).length;
      line(roleLine(one, answers.optionRole(roleTitle(view, one.role), chosen, one.levels.length)), "    ");
    }
  }
  const medians = how.roles
    .filter(one => one.counts)
    .map(one => one.median)
    .sort((a, b) => a - b);
  if (medians.length > 0 && how.answered !== null) line(answers.consensus(medians, how.answered));
  if (how.state !== "answered" && how.state !== "hidden") line(answers.nobody[how.state]);
}

const saidOption = ({ view }: Teller, id: string, option: string): string =>
  view.titles.criterion(id).options?.find(one => one.id === option)?.text ?? option;
