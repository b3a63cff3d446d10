// kill -9 while answers are saved: at each point of a write, and at 200 random moments. The file is never torn, and no answer that was
// confirmed is lost.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptAssessment } from "../../src/assessment/accept.ts";
import { parseDocument } from "../../src/document.ts";
import type { Point } from "../../src/whole.ts";
import { validators } from "../files/support.ts";
import { seed } from "./seed.ts";

const folder = mkdtempSync(join(tmpdir(), "cxm-kill-"));
const script = join(folder, "child.mjs");
const work = join(folder, "work");
let file = join(work, "a.yaml");
/** Asides; a turn that was not given back is over for the next process. */
const leftovers = () => readdirSync(work).filter(name => !/^a\.(yaml|json)(\.turn)?$/.test(name));

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("kill-child.ts", import.meta.url))],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
    // The yaml package is CommonJS and asks for Node's own modules by require.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
});
beforeEach(() => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Life {
  confirmed: string[];
  /** It died between the first byte of a write and its rename. */
  hit: boolean;
}

/** Runs the child until it is dead: by its own hand at a point, or by ours, some time after its first confirmed answer. */
async function live(args: string[], after?: number): Promise<Life> {
  const child = spawn(process.execPath, [script, file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let armed = false;
  child.stdout.on("data", (bytes: Buffer) => {
    output += bytes;
    if (after === undefined || armed || !/q\d+\n/.test(output)) return;
    armed = true;
    setTimeout(() => child.kill("SIGKILL"), after);
  });
  const signal = await new Promise(done => child.on("close", (_, by) => done(by)));
  expect(signal).toBe("SIGKILL");
  return { confirmed: output.match(/q\d+(?=\n)/g) ?? [], hit: output.lastIndexOf("<") > output.lastIndexOf(">") };
}

/** The ids of the answers in the file, which must be whole: it parses, and has the shape of an assessment. */
function kept(): string[] {
  const document = parseDocument(readFileSync(file, "utf8"), file);
  const { assessment } = acceptAssessment(document, validators.assessment);
  const answers = Object.entries(assessment.responses?.[0]?.answers ?? {});
  for (const [id, answer] of answers) {
    const at = Number(id.slice(1));
    expect(answer).toEqual({ level: at % 5, note: `said at ${at}: ${"word ".repeat(20)}` });
  }
  return answers.map(([id]) => id);
}

test.each<Point>(["opened", "half-written", "written", "flushed", "renamed"])("at the point %s", async point => {
  const { confirmed, hit } = await live([point, "20"]);
  expect(confirmed).toHaveLength(19);
  const expected = point === "renamed" ? [...confirmed, "q19"] : confirmed;
  expect([kept(), hit]).toEqual([expected, point !== "renamed"]);
  expect(leftovers()).toHaveLength(point === "renamed" ? 0 : 1);
  // The next run goes on, and clears away what the dead one left; it dies at the same point in its third write.
  const next = await live([point, "3"]);
  expect(next.confirmed).toHaveLength(2);
  expect(kept().slice(0, expected.length + 2)).toEqual([...expected, ...next.confirmed]);
  expect(leftovers().length).toBeLessThanOrEqual(1);
});

test("at 200 random moments", async () => {
  let random = seed;
  let hits = 0;
  let confirmed: string[] = [];
  let all = 0;
  const kills = 200;
  for (let kill = 0; kill < kills; kill++) {
    // Most of the time of a YAML save goes into reading the text; in JSON most of it is the write, which is to be hit.
    if (kill === 50) {
      for (const name of leftovers()) rmSync(join(work, name));
      file = join(work, "a.json");
      confirmed = [];
    }
    // A small number generator of our own, so that the seed repeats the moments.
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const life = await live([], (random / 2 ** 32) * 40);
    all += life.confirmed.length;
    if (life.hit) hits++;
    confirmed.push(...life.confirmed);
    const ids = kept();
    expect(ids).toEqual(expect.arrayContaining(confirmed));
    // One more than was confirmed at most: killed after the rename and before it could say so.
    confirmed = ids;
    expect(leftovers().length).toBeLessThanOrEqual(1);
    if (ids.length > 300) {
      rmSync(file);
      confirmed = [];
    }
  }
  console.log(
    `${hits} of ${kills} kills hit a write; ${all} confirmed answers, none lost, no file torn (seed ${seed})`,
  );
  expect(existsSync(file) || confirmed.length === 0).toBe(true);
  // How much of a save is the write depends on the machine and what else it does; the points above are hit each time.
  expect(hits).toBeGreaterThan(kills / 50);
}, 300_000);
