// What every report has to be whatever was answered: tables whole, links that lead somewhere known, headings in order and listed,
// nothing of what people typed become markup. In: the page and its assessment. Out: every problem, none for a good page.

import type { Assessment } from "../../../src/model/assessment.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import { all, type Heading, type Node, type Page, readPage, textOf, walk, widthOf } from "../../support/page.ts";

const never = ["html", "code", "footnoteReference", "footnoteDefinition", "definition", "linkReference"];

export function structureProblems(markdown: string, assessment: Assessment, questionnaire: Questionnaire): string[] {
  const page = readPage(markdown);
  return [
    ...never.flatMap(type => ofAll(page, type).map(node => `${type}: ${textOf(node).slice(0, 80)}`)),
    ...ofAll(page, "inlineCode")
      .filter(({ value }) => !value!.startsWith("cxm "))
      .map(({ value }) => `code: ${value}`),
    ...tableProblems(page),
    ...linkProblems(page, assessment),
    ...imageProblems(page, assessment),
    ...headingProblems(page),
    ...contentsProblems(page),
    ...characterProblems(markdown),
    ...idProblems(page, questionnaire),
  ];
}

const ofAll = ({ blocks }: Page, type: string): Node[] => blocks.flatMap(block => all(block, type));

/** Bars that stand for themselves and not for a character of a cell. */
const bars = (line: string) => line.replace(/\\./g, "").split("|").length - 1;

function tableProblems(page: Page): string[] {
  const tables = ofAll(page, "table");
  const inTables = new Set(tables.flatMap(page.linesOf));
  const strays = page.lines.filter(line => line.trimStart().startsWith("|") && !inTables.has(line));
  return [
    ...strays.map(line => `a line of a table outside of one: ${line}`),
    ...tables.flatMap(node => {
      const lines = page.linesOf(node);
      const [first = ""] = lines;
      const odd = (of: (line: string) => number) => lines.find(line => of(line) !== of(first));
      const ragged = odd(bars) ?? lines.find(line => !/^\|.*\|$/.test(line));
      const uneven = odd(widthOf);
      return [
        ...(ragged === undefined ? [] : [`a row with another number of cells: ${ragged}`]),
        ...(uneven === undefined ? [] : [`a line as wide as ${widthOf(uneven)}, not ${widthOf(first)}: ${uneven}`]),
        ...(lines.length < 3 ? [`a table without rows: ${first}`] : []),
      ];
    }),
  ];
}

/** A bare address in a text, which git hosts make a link of: it deceives nobody. */
const leadsWhereItSays = (link: Node): boolean =>
  ["", "http://", "mailto:"].some(scheme => `${scheme}${textOf(link)}` === link.url);

/** An address as it is compared: percent signs undone, so that escaping more than needed is no other address. */
const undone = (url: string): string =>
  url.replace(/%[0-9a-f]{2}/gi, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
const address = (url: string): string => undone(new URL(url).href);

function linkProblems(page: Page, { responses = [] }: Assessment): string[] {
  const evidence = responses.flatMap(({ answers }) =>
    Object.values(answers).flatMap(answer =>
      typeof answer === "object" && "evidence" in answer ? (answer.evidence ?? []) : [],
    ),
  );
  const given = evidence.flatMap(({ url = "" }) =>
    URL.canParse(url) && /^(https?|mailto):/i.test(url) ? [address(url)] : [],
  );
  const slugs = new Set(page.headings.map(({ slug }) => slug));
  return ofAll(page, "link").flatMap(node => {
    const url = node.url!;
    if (textOf(node).trim() === "") return [`a link without a text: ${url}`];
    if (url.startsWith("#")) return slugs.has(decodeURIComponent(url.slice(1))) ? [] : [`a link to no heading: ${url}`];
    const known = /^(https?|mailto):/.test(url) && URL.canParse(url) && given.includes(address(url));
    return known || leadsWhereItSays(node) ? [] : [`a link that no evidence gave: ${url}`];
  });
}

function imageProblems(page: Page, { report: { logo } = {} }: Assessment): string[] {
  const images = [...ofAll(page, "image"), ...ofAll(page, "imageReference")];
  return images.flatMap(({ url }) => (logo !== undefined && undone(url!) === undone(logo) ? [] : [`an image: ${url}`]));
}

function headingProblems({ blocks, headings }: Page): string[] {
  const inside = blocks.filter(({ type }) => type !== "heading").flatMap(block => all(block, "heading"));
  const [first, ...others] = headings;
  return [
    ...inside.map(node => `a heading inside of something: ${textOf(node)}`),
    ...(first?.depth === 1 && blocks[0] === first.node ? [] : ["the page does not begin with its title"]),
    ...others.filter(({ depth }) => depth === 1).map(({ text }) => `a second title: ${text}`),
    ...others.flatMap(({ depth, text }, at) => (depth > headings[at]!.depth + 1 ? [`a level skipped: ${text}`] : [])),
    ...headings.filter(({ text }) => text.trim() === "").map(() => "a heading without a text"),
    ...headings
      .filter((one, at) => isEmpty(blocks, one, headings[at + 1]))
      .map(({ text }) => `an empty section: ${text}`),
  ];
}

/** Nothing between this heading and the next, which is no part of it. */
function isEmpty(blocks: Node[], { node, depth }: Heading, next: Heading | undefined): boolean {
  const after = blocks[blocks.indexOf(node) + 1];
  return after === undefined || (after === next?.node && next.depth <= depth);
}

/** The list of links to headings names every section after it, in order; a short report has none. */
function contentsProblems({ blocks, headings }: Page): string[] {
  const lists = blocks.filter(block => block.type === "list" && all(block, "paragraph").every(isContents));
  const sections = headings.filter(({ depth }) => depth === 2);
  const [list, ...others] = lists;
  if (!list) return sections.length > longestWithout ? ["no list of contents"] : [];
  const after = sections.filter(({ node }) => node.position.start.line > list.position.end.line);
  const listed = all(list, "link").map(({ url }) => decodeURIComponent(url!.slice(1)));
  const due = after.map(({ slug }) => slug);
  return [
    ...others.map(() => "two lists of contents"),
    ...(listed.join() === due.join() ? [] : [`the contents are not the headings: ${JSON.stringify({ listed, due })}`]),
    ...after.flatMap(({ text }, at) =>
      textOf(all(list, "link")[at]!) === text ? [] : [`listed by another name: ${text}`],
    ),
  ];
}

/** Page one alone. */
const longestWithout = 8;

const isContents = ({ children = [] }: Node): boolean =>
  children.length === 1 && children[0]!.type === "link" && children[0]!.url!.startsWith("#");
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Words of another direction stand for themselves. */
const isolated = /\u2068([^\u2066-\u2069]*)\u2069/g;

function characterProblems(markdown: string): string[] {
  return [
    ...markdown
      .replace(isolated, "$1")
      .split("\n")
      .filter(line => acting.test(line))
      .map(line => `a character that acts: ${JSON.stringify(line)}`),
    ...(/[^\n]\n$/.test(markdown) ? [] : ["does not end with one line end"]),
    ...(/\n{3}/.test(markdown) ? ["two blank lines together"] : []),
  ];
}

/** Ids that are no words of the questionnaire too, and so must not be met by a reader. */
function idsOf(questionnaire: Questionnaire): string[] {
  const ids = new Set<string>();
  const texts: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === "string") key === "id" ? ids.add(value) : / /.test(value) && texts.push(value);
    else if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value)) visit(one, name);
  };
  visit({ ...questionnaire, claims: {} }, "");
  const words = new Set(texts.join(" ").toLowerCase().split(notOfIds));
  return [...ids].filter(id => !words.has(id.toLowerCase()));
}

const notOfIds = /[^\p{L}\p{N}-]+/u;

function idProblems(page: Page, questionnaire: Questionnaire): string[] {
  const ids = new Set([...idsOf(questionnaire), ...criteriaOf(questionnaire).map(({ id }) => id)]);
  const texts = page.blocks.flatMap(walk).filter(({ type }) => type === "text");
  return texts.flatMap(({ value = "" }) =>
    value
      .replace(/\([^()]*\)/g, " ")
      .split(notOfIds)
      .filter(word => ids.has(word))
      .map(id => `a bare id: ${id}: ${value.slice(0, 80)}`),
  );
}
