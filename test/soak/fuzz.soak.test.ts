// 20,000 fuzzed inputs, in two processes side by side: each is read or refused with problems that a user can mend, none is a bug of ours
// (exit 70), none takes long, and none hangs. 200 more are each read by the program in a process of its own, for the memory it takes.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTape } from "../properties/random/tape.ts";
import { ensureBuilt, root } from "../support/cli.ts";
import { dice } from "../support/large.ts";
import { shapes, shortQuestionnaire, validAnswers } from "../support/shapes.ts";
import { inputOf, kinds } from "./fuzz/inputs.ts";
import { take } from "./fuzz/memory.ts";
import { inputs } from "./fuzz/plan.ts";
import { seed } from "./seed.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-fuzz-"));
beforeAll(ensureBuilt, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  counts: Record<string, { refused: number; read: number }>;
  failures: string[];
  slowest: { cpu: number; number: number };
}

/** Seconds of CPU that one input may take: most take a hundredth of one, the search for witnesses in a questionnaire up to three. */
const budget = 15;
/** Seconds without a new input after which a process hangs. */
const patience = 60;
const shares = 2;

function fuzz(share: number): Promise<Result> {
  const child = fileURLToPath(new URL("fuzz/child.ts", import.meta.url));
  const args = ["--import", "tsx", child, ...[seed, share, shares].map(String), join(folder, String(share))];
  const running = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((done, fail) => {
    let last = "";
    const hang = () => running.kill("SIGKILL");
    let timer = setTimeout(hang, patience * 1000);
    running.stdout.on("data", (bytes: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(hang, patience * 1000);
      // The counts at the end may come in several pieces.
      last = (last + bytes).split("\n").slice(-2).join("\n");
    });
    running.on("close", code => {
      clearTimeout(timer);
      const [line = ""] = last.split("\n");
      if (code === 0) done(JSON.parse(line));
      else fail(new Error(`exit ${code ?? "by a kill"} in or after input ${line}`));
    });
  });
}

test(`${inputs} inputs, each read or refused`, async () => {
  const results = await Promise.all(Array.from({ length: shares }, (_, share) => fuzz(share)));
  const total: Result["counts"] = {};
  for (const [kind, { refused, read }] of results.flatMap(({ counts }) => Object.entries(counts))) {
    const before = total[kind] ?? { refused: 0, read: 0 };
    total[kind] = { refused: before.refused + refused, read: before.read + read };
  }
  const rows = Object.entries(total).sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(
    `Seed ${seed}\n${rows.map(([kind, { refused, read }]) => `${kind}: ${refused} refused, ${read} read`).join("\n")}`,
  );
  const slowest = results.map(({ slowest }) => slowest).sort((a, b) => b.cpu - a.cpu)[0]!;
  console.log(`The slowest input, ${slowest.number}, took ${slowest.cpu.toFixed(2)} s of CPU.`);
  expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  expect(rows.reduce((sum, [, { refused, read }]) => sum + refused + read, 0)).toBe(inputs);
  // What has all kinds of faults at once is hardly ever a file.
  for (const [kind, { read }] of rows) expect(kind.startsWith("mixed") || read > 0, kind).toBe(true);
  expect(slowest.cpu).toBeLessThan(budget);
}, 600_000);

/** Characters. */
const sizes = [20_000, 50_000, 100_000, 200_000];
const files = 200;

test(`${files} files, each in its own process, take at most 1.5 times the memory of a valid answer file of their size`, async () => {
  const roll = dice(seed);
  const tape = createTape(Array.from({ length: 20_000 }, () => roll(0x10000)));
  const questionnaire = join(folder, "short.yaml");
  writeFileSync(questionnaire, shortQuestionnaire);
  const check = async (name: string, content: string | Buffer) => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, content);
    return take(["check", "-q", questionnaire, file]);
  };
  // A process that reads next to nothing holds 50 to 60 MB; a valid file is measured with that, so no floor is needed.
  const valid = new Map<number, number>();
  for (const size of sizes) {
    const { code, megabytes } = await check("valid", validAnswers(size));
    expect(code).toBe(0);
    valid.set(size, megabytes);
  }
  const tasks = Array.from({ length: files }, (_, at) => {
    const size = sizes[at % sizes.length]!;
    const shape = tape.pick(Object.keys(shapes));
    const kind = at % 2 === 0 ? tape.pick(kinds) : shape;
    const base = { kind: "assessment", text: validAnswers(size), of: shortQuestionnaire } as const;
    const content = at % 2 === 0 ? inputOf(tape, kind as (typeof kinds)[number], base) : shapes[shape]!(size);
    return { at, size, kind, content };
  });
  const bad: string[] = [];
  let most = 0;
  const worker = async () => {
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const { code, megabytes } = await check(`file-${task.at}`, task.content);
      const ratio = megabytes / valid.get(task.size)!;
      most = Math.max(most, ratio);
      if ((code !== 0 && code !== 2) || ratio > 1.5)
        bad.push(`${task.kind}, ${task.size}: exit ${code}, ${ratio.toFixed(2)}`);
    }
  };
  await Promise.all([worker(), worker()]);
  const base = [...valid].map(([size, megabytes]) => `${size}: ${megabytes.toFixed(0)} MB`).join(", ");
  console.log(
    `Valid files: ${base}. The most of another one is ${most.toFixed(2)} times that of a valid file of its size.`,
  );
  expect(bad).toEqual([]);
}, 600_000);
