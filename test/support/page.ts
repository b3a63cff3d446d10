// A markdown page read back as GitHub reads it: a tree of what the page holds, its raw lines, and the anchors of its headings.
// What was escaped is text here; what is markup here is markup for a reader too.
import Slugger from "github-slugger";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** What these tests ask of a node; the parser's own types say the same in forty. */
export interface Node {
  type: string;
  children?: Node[];
  value?: string;
  url?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  position: { start: { line: number }; end: { line: number } };
}

export interface Heading {
  depth: number;
  text: string;
  slug: string;
  node: Node;
}

export interface Page {
  blocks: Node[];
  headings: Heading[];
  /** The lines from which a node was read. */
  linesOf(node: Node): string[];
  lines: string[];
}

const pages = new Map<string, Page>();

/** Several tests look at the same page, and reading it costs more than printing it. */
export function readPage(markdown: string): Page {
  const page = pages.get(markdown) ?? parsed(markdown);
  if (pages.size > 40) pages.clear();
  pages.set(markdown, page);
  return page;
}

function parsed(markdown: string): Page {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as unknown as Node;
  const lines = markdown.split("\n");
  const slugger = new Slugger();
  const headings = all(tree, "heading").map(node => {
    const text = textOf(node);
    return { depth: node.depth!, text, slug: slugger.slug(text), node };
  });
  const linesOf = ({ position: { start, end } }: Node) => lines.slice(start.line - 1, end.line);
  return { blocks: tree.children!, headings, linesOf, lines };
}

/** All nodes below and including this one, in reading order. */
export const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
export const all = (node: Node, type: string): Node[] => walk(node).filter(one => one.type === type);

/** What a reader reads of it; lines that only wrap are one line. */
export function textOf({ type, value, children = [] }: Node): string {
  if (type === "break") return " ";
  return (value ?? children.map(textOf).join("")).replace(/\s+/g, " ");
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const invisible = /^[\p{M}\p{Cf}]+$/u;
const segments = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a line takes in a fixed-width font. */
export function widthOf(line: string): number {
  return [...segments.segment(line)].reduce(
    (sum, { segment }) => sum + (invisible.test(segment) ? 0 : emoji.test(segment) || wide.test(segment) ? 2 : 1),
    0,
  );
}
