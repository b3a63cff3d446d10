// What is run for the transcripts, by file below test/golden/cli. What each run must end with and say stands here, by hand; the
// transcript shows the rest to a reader. Runs of one transcript share a folder: the examples and test/fixtures.
import { explanations } from "./explanations.ts";
import { commands, filled, grid, kurogane, mood, nordlicht, run, type Transcript, valbruna } from "./runs.ts";
import { thresholds } from "./thresholds.ts";

export const transcripts: Record<string, Transcript> = {
  greeting: { title: "Without arguments", runs: [run("", 0, ["cxm score --example", "cxm list"])] },
  help: {
    title: "Help of the program and of every command",
    runs: [
      run("--help", 0, commands),
      run("help score", 0, ["--min-index"]),
      ...commands.map(name => run(`${name} --help`, 0, [`Usage: cxm ${name}`])),
    ],
  },
  list: {
    title: "The questionnaires there are",
    runs: [
      run("list", 0, [
        "manufacturer-cx-phases 1.0.0",
        "45 questions and 16 facts",
        "140 to 225 minutes for a workshop",
        "Operations; from outside: Customer panel.",
        "kurogane-bearings (cxm score --example NAME)",
      ]),
      run("list", 0, ["manufacturer-cx-phases"], { columns: 40, isTTY: true }),
      run("list --format json", 0, ['"id": "manufacturer-cx-phases"']),
    ],
  },
  show: {
    title: "A questionnaire to read",
    runs: [
      run("show mood-nine/questionnaire.yaml", 0, [
        "How often was nothing a pleasure?",
        "Band severe",
        "3  On nearly every day",
      ]),
      run("show manufacturer-cx-phases", 0, ["45 questions"], { lines: 60 }),
      run(
        "show mood-nine/questionnaire.yaml --format markdown",
        0,
        ["# Mood over two weeks", "- [ ] **0** On no day"],
        {
          silent: ["Band", "Begin a treatment now"],
          lines: 12,
        },
      ),
      run("show mood-nine/questionnaire.yaml --format markdown -o mood.md", 0, []),
      run("show mood-nine/questionnaire.yaml --format json", 0, ['"id": "mood-nine"'], { lines: 12 }),
      run("show manufacturer-cx-phase", 2, ["questionnaire-unknown", "Did you mean `manufacturer-cx-phases`?"]),
    ],
  },
  grid: {
    title: "Who does what: activities and parties",
    runs: [
      run(`show ${grid}`, 0, ["Own a complaint until solved (complaint)", "R Responsible: does the work"]),
      run(`check ${grid} --witnesses`, 0, ["no problems", 'recommendation:own  {"responsibility-grid":{}}']),
      run(`score ${filled} -q ${grid}`, 0, ["Nobody is accountable: “Own a complaint until solved”", "5 of 16 rows"]),
      run(`score ${filled} -q ${grid} --format markdown`, 0, [
        "**Responsibilities:** Exactly one accountable party",
        "of the rows filled in: Pre-sale 2 of 2, Post-sale 1 of 3",
      ]),
      run(`score ${filled} -q ${grid} --complete`, 1, ["Not known: responsibility-grid (Responsibilities)."], {
        lines: 1,
      }),
    ],
  },
  schema: {
    title: "The published schemas",
    runs: [
      ...["questionnaire", "assessment", "evaluation"].map(name =>
        run(`schema ${name}`, 0, ["http://json-schema.org/draft-07/schema#", '"additionalProperties": false'], {
          lines: 6,
        }),
      ),
      run("schema assessment --format markdown", 0, ["# Assessment of cx-maturity", "## The file from top to bottom"], {
        lines: 24,
      }),
      run("schema evaluations", 2, ["evaluations", "questionnaire, assessment, evaluation"]),
    ],
  },
  new: {
    title: "A questionnaire of one's own, checked at once",
    runs: [
      run("new complaints", 0, ["Wrote complaints.yaml", "cxm check complaints.yaml"]),
      run("check complaints.yaml", 0, ["complaints.yaml: no problems"]),
      run("new complaints", 2, ["complaints.yaml  exists-already"]),
      run("new complaints -o -", 0, ["id: complaints"], { lines: 8 }),
      run("new com/plaints", 2, ["option-value"]),
    ],
  },
  "score-valbruna-pumps": { title: "A stand-alone shop", runs: [run(`score ${valbruna}`, 0, ["Phase I: "])] },
  "score-nordlicht-fasteners": { title: "One line of business", runs: [run(`score ${nordlicht}`, 0, ["Phase II: "])] },
  "score-kurogane-bearings": { title: "The whole enterprise", runs: [run(`score ${kurogane}`, 0, ["Phase III: "])] },
  "score-example": {
    title: "Bundled examples by name",
    runs: [
      run("score --example kurogane-bearings --format markdown", 0, ["# Kurogane Bearings Group", "What to try next"], {
        lines: 12,
      }),
      run("score --example kurogane", 2, ["--example", "`kurogane-bearings`"]),
    ],
  },
  ...thresholds,
  ...explanations,
  "several-files": {
    title: "Several files, one of them bad: the good ones are printed, the exit code is the highest",
    runs: [
      run(
        `score ${valbruna} bad/answers.yaml ${kurogane} --format markdown`,
        2,
        [
          "# Valbruna Pompe",
          "# Kurogane Bearings Group",
          ...["bad/answers.yaml:5:7", "bad/answers.yaml:10:18", "bad/answers.yaml:11:7"],
        ],
        { lines: 10 },
      ),
      run(
        `score ${valbruna} none.yaml none.yaml --min-phase III`,
        2,
        ["none.yaml  file-missing", "--min-phase III is not met"],
        { lines: 6 },
      ),
    ],
  },
  usage: {
    title: "What cannot be",
    runs: [
      run("scroe", 2, ["unknown command 'scroe'", "score"]),
      run("score --formt json", 2, ["unknown option '--formt'", "--format"]),
      run(`score ${valbruna} --format xml`, 2, ["xml", "text, markdown, json"]),
      run(`score ${valbruna} --lang xx`, 2, ["xx", "en"]),
      run("score", 2, ["usage"]),
      run("check", 2, ["FILE"]),
      run("list extra", 2, ["argument"]),
      run(`score ${valbruna} -o nowhere/report.md`, 2, ["nowhere/report.md  output-unwritable"]),
      run(`score ${valbruna} -q nowhere.yaml`, 2, ["nowhere.yaml  file-missing"]),
      run(`score mood-nine/sheets/partly.yaml`, 2, ["mood-nine/sheets/partly.yaml:3:16", "--questionnaire"]),
      run(`score ${valbruna} ${mood}`, 2, ["questionnaire-mismatch", "`manufacturer-cx-phases`"]),
    ],
  },
  check: {
    title: "Every problem at once",
    runs: [
      run("check bad/questionnaire.yaml", 2, [
        "bad/questionnaire.yaml: 3 problems",
        ":12:62",
        ":13:81",
        ":17:51",
        "`first`",
      ]),
      run("check bad/answers.yaml", 2, ["bad/answers.yaml: 3 problems", ":5:7", ":10:18", ":11:7", "`of-rules`"]),
      run(`check ${valbruna} bad/answers.yaml mood-nine/questionnaire.yaml`, 2, [
        `${valbruna}: no problems.`,
        "mood-nine/questionnaire.yaml: no problems",
      ]),
      run("check bad/rules.yaml", 2, [
        ...["`gate:beyond`", "between 0 and 2.34", "`gate:needs`", "`phase:high`", "`step:always`"],
        // The note stands in its place, not at the start of the file.
        "bad/rules.yaml:48:9  rule-dead  `note:last:nowhere`",
        "rule-without-witness",
        "6 of 14 phases and rules can come true",
      ]),
      run("check mood-nine/questionnaire.yaml --witnesses", 0, ["phase:severe  {"]),
      run("check badge/questionnaire.yaml --witnesses", 0, ['{"evidence":{"licence":["url"]']),
      run("check bad/questionnaire.yaml bad/answers.yaml --format json", 2, [
        '"code": "unknown-id"',
        '"line": 12',
        '"suggestion": "first"',
      ]),
      run("check bad/answers.yaml", 2, ["10 | ", "^"], {
        isTTY: true,
        columns: 80,
        env: { NO_COLOR: "1" },
        silent: ["\u001b"],
      }),
    ],
  },
  colours: {
    title: "Colour: in a terminal, on demand, and not",
    runs: [
      run(`score ${valbruna}`, 0, ["\u001b[1m"], { isTTY: true, columns: 80, lines: 8 }),
      run(`score ${valbruna}`, 0, ["Phase I"], {
        isTTY: true,
        columns: 80,
        env: { NO_COLOR: "1" },
        silent: ["\u001b"],
        lines: 8,
      }),
      run(`score ${valbruna}`, 0, ["Phase I"], {
        isTTY: true,
        columns: 80,
        env: { TERM: "dumb" },
        silent: ["\u001b"],
        lines: 8,
      }),
      run(`score ${valbruna}`, 0, ["\u001b[1m"], { env: { FORCE_COLOR: "1" }, lines: 8 }),
      run(`score ${valbruna}`, 0, ["Phase I"], {
        isTTY: true,
        env: { FORCE_COLOR: "0" },
        silent: ["\u001b"],
        lines: 8,
      }),
      run(`score ${valbruna} --format json`, 0, ["{"], {
        isTTY: true,
        env: { FORCE_COLOR: "1" },
        silent: ["\u001b"],
        lines: 3,
      }),
      run("check bad/answers.yaml", 2, ["\u001b[33m"], { isTTY: true, columns: 80 }),
    ],
  },
  "columns-40": {
    title: "Forty columns",
    runs: [run(`score ${valbruna}`, 0, ["Phase I"], { isTTY: true, columns: 40, env: { NO_COLOR: "1" } })],
  },
  "columns-100": {
    title: "A hundred columns",
    runs: [run(`score ${valbruna}`, 0, ["Phase I"], { isTTY: true, columns: 100, env: { NO_COLOR: "1" } })],
  },
};
