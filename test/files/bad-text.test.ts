import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseDocument, readDocument } from "../../src/document.ts";
import { byteLimit, disk, type Files } from "../../src/files.ts";
import { problems } from "../../src/locales/en/problems.ts";
import { validAnswers } from "../support/shapes.ts";
import { expectOne, parseProblems, problemsOf, unmarked } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const failing = (code: string): Files => ({
  ...disk,
  stat: () => {
    throw Object.assign(new Error(code), { code });
  },
});

function reading(content: Uint8Array | string, name = "file.yaml") {
  const file = join(folder, name);
  writeFileSync(file, content);
  return problemsOf(() => void readDocument(file));
}

describe("a file that cannot be read", () => {
  it("is missing", () => {
    expectOne(
      problemsOf(() => void readDocument(join(folder, "none.yaml"))),
      "file-missing",
      "",
      "no such file",
    );
    expectOne(
      problemsOf(() => void readDocument(join(folder, "no\0ne.yaml"))),
      "file-unreadable",
      "",
      "cannot be read",
    );
  });
  it("has no name", () => {
    expectOne(
      problemsOf(() => void readDocument("")),
      "file-unnamed",
      "",
      "empty name",
    );
  });
  it("is a folder", () => {
    expectOne(
      problemsOf(() => void readDocument(folder)),
      "file-directory",
      "",
      "folder",
    );
  });
  it("may not be read", () => {
    expectOne(
      problemsOf(() => void readDocument("x", failing("EACCES"))),
      "file-forbidden",
      "",
      "permission",
    );
    expectOne(
      problemsOf(() => void readDocument("x", failing("EIO"))),
      "file-unreadable",
      "",
      "(EIO)",
    );
  });
  it("leads in a circle", () => {
    symlinkSync(join(folder, "loop"), join(folder, "loop"));
    expectOne(
      problemsOf(() => void readDocument(join(folder, "loop"))),
      "file-unreadable",
      "",
      "(ELOOP)",
    );
  });
  it("is too big, which is known before it is read", () => {
    const file = join(folder, "big.yaml");
    writeFileSync(file, "");
    truncateSync(file, byteLimit + 1);
    const unread: Files = { ...disk, read: () => expect.fail("read") };
    expectOne(
      problemsOf(() => void readDocument(file, unread)),
      "file-too-big",
      "",
      "8.0 MiB",
    );
  });
  it("has no size and does not end", () => {
    expectOne(
      problemsOf(() => void readDocument("/dev/zero")),
      "file-too-big",
      "",
      "too big",
    );
  });
  it("is not in UTF-8", () => {
    const problems = reading(Buffer.concat([Buffer.from("a: 1\nb: "), Buffer.from([0xe9]), Buffer.from("\n")]));
    expectOne(problems, "file-encoding", "a: 1\nb: ¦", "UTF-8");
  });
  it("is in UTF-16, with and without a byte order mark", () => {
    expectOne(reading(Buffer.from("\uFEFFa: 1", "utf16le")), "file-encoding", "", "UTF-16");
    expectOne(reading(Buffer.from("a: 1", "utf16le")), "file-encoding", "", "UTF-16");
  });
  it("may begin with a byte order mark", () => {
    expect(parseDocument("a: 1", "x").value).toEqual({ a: 1 });
    const file = join(folder, "bom.yaml");
    writeFileSync(file, "\uFEFFa: 1");
    const document = readDocument(file);
    expect(document.value).toEqual({ a: 1 });
    expect(document.place(["a"])).toEqual({ file, line: 1, col: 4 });
  });
  it("bugs of ours pass through", () => {
    const broken: Files = { ...disk, stat: () => (undefined as unknown as Files).stat("x") };
    expect(() => readDocument("x", broken)).toThrow(TypeError);
  });
});

const texts: [code: string, text: string, words: string][] = [
  ["file-empty", "", "empty"],
  ["file-empty", "# only a remark\n", "empty"],
  ["yaml-syntax", 'a: 1\nb: "torn¦', "quote"],
  ["yaml-syntax", "a: [1, 2¦", "close every"],
  ["yaml-syntax", "a: ¦b: c", "colon in quotes"],
  ["yaml-syntax", "a:\n¦\tb: 1", "spaces"],
  ["yaml-syntax", "a: ¦@b", "in quotes"],
  ["yaml-syntax", '{"a": 1, "b": [1, 2¦}', "close every"],
  ["yaml-tag", "a: ¦!!binary aGVsbG8=", "`!!binary`"],
  ["yaml-tag", 'a: ¦!!js/function "x => x"', "`!!js/function`"],
  ["yaml-tag", "a: ¦!!set {b, c}", "`!!set`"],
  ["yaml-tag", "%YAML 1.1\n---\na: ¦!!timestamp 2001-01-01", "`!!timestamp`"],
  ["yaml-key", "a: 1\n? ¦[b]\n: 2", "single word"],
  ["yaml-number", "a: ¦.inf", "`.inf`"],
  ["yaml-number", "a: [1, ¦.nan]", "`.nan`"],
  ["yaml-number", "a: ¦-1e999", "finite"],
  ["yaml-comma", "a: {b: 1,¦000}", "`1,000` is two entries within braces: the comma ends the first. Write 1000 or 1."],
  [
    "yaml-comma",
    "a: {b: 1,¦000,000, c: 2}",
    "`1,000,000` is two entries within braces: the comma ends the first. Write 1000000.",
  ],
  ["yaml-comma", "{a: {value: 0,¦05}, b: 1}", "Write 0.05."],
  ["yaml-comma", "{a: 1,¦0000}", "`1,0000` is two"],
  ["yaml-duplicate-key", "a: 1\nb: 2\n¦a: 3", "`a`"],
  ["yaml-duplicate-key", '{"a": {"b": 1, ¦"b": 2}}', "`b`"],
  ["yaml-duplicate-key", '1: a\n¦"1": b', "`1`"],
  ["yaml-merge", "a: &a {b: 1}\nc: {¦<<: *a}", "merges nothing"],
  ["yaml-alias-unknown", "a: ¦*b", "`&b`"],
  ["yaml-aliases", "a: &a [¦*a]", "themselves"],
  ["yaml-several-documents", "a: 1\n¦---\nb: 2", "several documents"],
];

describe("a text that is not plain data", () => {
  it.each(texts)("%s: %j", (code, text, words) => {
    expectOne(parseProblems(unmarked(text)), code, text, words);
  });
  it("is told all at once", () => {
    const problems = parseProblems("a: !x 1\na: .inf\nb: *c\n");
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ["yaml-tag", 1],
      ["yaml-duplicate-key", 2],
      ["yaml-number", 2],
      ["yaml-alias-unknown", 3],
    ]);
  });
});

describe("hostile texts end in a clear problem, soon", () => {
  const bomb = ["a0: &a0 [x, x]", ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
  const hostile: Record<string, [string, string]> = {
    "10,000 brackets": ["yaml-too-deep", "[".repeat(10_000)],
    "10,000 closed brackets": ["yaml-too-deep", "[".repeat(10_000) + "]".repeat(10_000)],
    "10,000 objects": ["yaml-too-deep", '{"a":'.repeat(10_000)],
    "10,000 dashes": ["yaml-too-deep", "- ".repeat(10_000)],
    "3,000 indents": ["yaml-too-deep", Array.from({ length: 3_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    "an alias bomb": ["yaml-aliases", bomb.join("\n")],
    "a bomb of two layers": [
      "yaml-aliases",
      `a: &a [${"x, ".repeat(1_000)}]\nb: &b [${"*a, ".repeat(50)}]\nc: [${"*b, ".repeat(50)}]`,
    ],
    "thousands of aliases": ["yaml-aliases", `a: &a 1\nb: [${Array(5_000).fill("*a").join(", ")}]`],
    "20,000 documents": ["yaml-several-documents", "---\na\n".repeat(20_000)],
  };
  it.each(Object.entries(hostile))("%s", (_, [code, text]) => {
    const before = performance.now();
    expect(parseProblems(text).map(problem => problem.code)).toEqual([code]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
  it("100,000 keys are read in one pass", () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `k${i}: ${i}`).join("\n");
    const before = performance.now();
    const document = parseDocument(text, "x");
    for (let i = 0; i < 100_000; i += 10) expect(document.place([`k${i}`]).line).toBe(i + 1);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
  it("keys of prototypes are data like any other", () => {
    const text = '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 2}}\n"a": {__proto__: 3}';
    const { value, place } = parseDocument(text, "x");
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor", "a"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(place(["a", "__proto__"]).line).toBe(3);
  });
  it("YAML 1.1 stays away: no dates, no merge, yes is a word", () => {
    const text = '%YAML 1.1\n---\na: yes\nb: 2026-11-21\n"<<": {c: 1}\n';
    expect(parseDocument(text, "x").value).toEqual({ a: "yes", b: "2026-11-21", "<<": { c: 1 } });
  });
});

describe("places", () => {
  const document = parseDocument("a: &x {b: [1, 1.0]}\nc: *x\nd:\n  - e: 1\n", "x.yaml");
  const at = (path: (string | number)[], on?: "key") => {
    const { line, col } = document.place(path, on);
    return `${line}:${col}`;
  };
  it("point at values, at keys, and at the nearest part there is", () => {
    expect(at(["a", "b", 1])).toBe("1:15");
    expect(at(["a", "b"], "key")).toBe("1:8");
    expect(at(["a", "b", 7])).toBe("1:11");
    expect(at(["d", 0])).toBe("4:5");
    expect(at([])).toBe("1:1");
    expect(at(["none"])).toBe("1:1");
  });
  it("follow aliases to what they stand for", () => {
    expect(at(["c"])).toBe("2:4");
    expect(at(["c", "b", 0])).toBe("1:12");
  });
  it("know how a scalar is written", () => {
    expect(document.written(["a", "b", 1])).toBe("1.0");
    expect(document.written(["a", "b"])).toBeNull();
    expect(document.written(["a", "b", 9])).toBeNull();
  });
});

describe("a file that is too much", () => {
  const pieces = ["{},", '"",', ",", "*a,", "1,", '"a":1,', "'a': ,"];
  it.each(pieces)("of nothing but %s is refused before anything is built of it", piece => {
    const before = process.cpuUsage();
    const [open, close] = piece.includes(":") ? ["{", "}"] : ["[", "]"];
    const [found, ...others] = parseProblems(`${open}${piece.repeat(7_800_000 / piece.length)}${close}`);
    const { user } = process.cpuUsage(before);
    expect([found?.code, others]).toEqual(["file-too-many-parts", []]);
    expect(user / 1e6).toBeLessThan(10);
  });

  it.each([
    [":", ":\n"],
    ["comments", "# a\n"],
    ["items", "- \n"],
    ["empty keys", "? \n"],
  ])("of nothing but %s by line, too", (_, line) => {
    const [found, ...others] = parseProblems(`a:\n${line.repeat(400_000)}`);
    expect([found?.code, others]).toEqual(["file-too-many-parts", []]);
  });

  // Also of a size at which no part was counted once: they took as long as files ten times as large.
  it.each(pieces)("of nothing but %s is so at a tenth of a megabyte, too", piece => {
    const [open, close] = piece.includes(":") ? ["{", "}"] : ["[", "]"];
    const [found, ...others] = parseProblems(`${open}${piece.repeat(100_000 / piece.length)}${close}`);
    expect([found?.code, others]).toEqual(["file-too-many-parts", []]);
  });

  it.each([
    ["directives", "%x\n"],
    ["blank lines", "\n"],
    ["tags", "- !x\n"],
    ["anchors", "- &a\n"],
  ])("of nothing but %s is refused before each of them is told", (_, line) => {
    const [found, ...others] = parseProblems(`${line.repeat(100_000)}a: 1\n`);
    expect([found?.code, others]).toEqual(["file-too-many-parts", []]);
  });

  it("is none with answers as short as they can be", () => {
    const { value } = parseDocument(validAnswers(300_000), "x");
    const { responses } = value as { responses: unknown[] };
    expect(responses.length).toBeGreaterThan(200);
  });

  it("ends at the second document, however many follow", () => {
    const [found, ...others] = parseProblems(`a: 1\n${"---\nb: 2\n".repeat(100_000)}`);
    expect([found?.code, found?.place?.line, others]).toEqual(["yaml-several-documents", 2, []]);
  });
});

describe("a line that stands a column off is told as that", () => {
  const lines = [
    "id: a",
    "roles:",
    "  - id: x",
    "    title: X",
    "  - id: y",
    "    title: Y",
    "dimensions:",
    "  one:",
    "    a: 1",
    "    b: 2",
  ];
  const off = (at: number, by: number) =>
    lines.map((line, n) => (n === at ? (by > 0 ? ` ${line}` : line.slice(1)) : line)).join("\n");
  it.each([
    ["a key below a text", off(1, 1)],
    ["a key of an item, further in", off(3, 1)],
    ["a key of an item, further out", off(3, -1)],
    ["an item, further out", off(4, -1)],
    ["a key of a mapping, further in", off(9, 1)],
    ["a key of a mapping, further out", off(9, -1)],
  ])("%s", (_, text) => {
    const told = parseProblems(text).map(one => problems["yaml-syntax"](one as never).advice);
    expect(told[0]).toMatch(/^Begin this line, or the next, in the column/);
  });
  it("a colon in a text is not", () => {
    const [told] = parseProblems("note: text: more\n");
    expect(problems["yaml-syntax"](told as never).advice).toMatch(/quotes/);
  });
});
