// Transcripts of `explain`: the verdicts of the examples, and figures and decisions of each kind.
import { filled, grid, kurogane, mood, nordlicht, run, type Transcript, valbruna } from "./runs.ts";

const practice = "-q practice-model/questionnaire.yaml";

export const explanations: Record<string, Transcript> = {
  "explain-valbruna-pumps": {
    title: "How a verdict came about",
    runs: [
      run(`explain ${valbruna}`, 0, [
        "Phase I, “E-commerce starter kit (e-Facade)”: entered",
        "Gate “Commitment with IT as sponsor” (gate:g2-entry): not met",
        "(criterion:ow-sponsor): level 1 of 4",
        "present 1, wanted 2; narrower than wanted: change",
        `cxm explain ${valbruna} ID`,
      ]),
    ],
  },
  "explain-nordlicht-fasteners": {
    title: "One that is established",
    runs: [run(`explain ${nordlicht}`, 0, ["this is where the organisation stands (established)"])],
  },
  "explain-kurogane-bearings": {
    title: "The whole enterprise",
    runs: [run(`explain ${kurogane}`, 0, ["Phase III, “Enterprise-wide solution”: established"])],
  },
  "explain-figures": {
    title: "Figures, with their arithmetic",
    runs: [
      run(`explain ${valbruna} index`, 0, [
        "23.2481 = (3 x 10.7143 + 3 x 25 + ",
        "10.7143 = (3 x 0 + 3 x 25 + 3 x 0 + 3 x 25 + 2 x 0) / 14",
        "level 1 of 4 [Customer service 0 and 0, IT 2, Finance 1] counts 25; weight 3",
      ]),
      run(`explain ${valbruna} handling-cost`, 0, ["55,200 = 28,800 + 26,400", "4,000 = 2,500,000 / 625"]),
      run(`explain ${practice} practice-model/teams/atlas.yaml review-score`, 0, [
        "1.625 = 0.75 + 0.75 + 0.125",
        "1.63 = 1.625, rounded half up to 2 decimals",
      ]),
      run(`explain ${mood} mood-nine/sheets/partly.yaml total`, 0, ["At least 7 = ", "At most 13 = "]),
    ],
  },
  "explain-caps-and-blanks": {
    title: "A figure that is capped, and one in which blanks are missing",
    runs: [
      run("explain -q badge/questionnaire.yaml badge/projects/ant.yaml silver", 0, [
        "99 percent, lowered by a cap from 100",
        "Cap “Passing comes first” (cap:passing-first): holds; where it holds, at most 99, which is what counts",
      ]),
      run(`explain ${mood} mood-nine/sheets/partly.yaml so-far`, 0, [
        "7 = 2 + 2 + 1 + 1 + 0 + 1 + 0",
        "Question “Pace” (criterion:pace): not answered, so missing here",
      ]),
    ],
  },
  "explain-grid": {
    title: "Who does what",
    runs: [
      run(`explain -q ${grid} ${filled} responsibility-grid`, 0, [
        "“Plan a promotion”: Stores R, E-commerce R, Marketing A [Workshop]",
        "“Fix the technical schedule of a promotion” (IT)",
        "“Take a return and refund across channels” (Customer care), as far as the rows are filled in",
        "Pre-sale 2 of 2, Post-sale 1 of 3",
      ]),
      run(`explain -q ${grid} ${filled} unowned`, 0, [
        "At least 1 = 1",
        "At most 12 = 12",
        "the number of parties with the mark “Accountable” is below 1",
        "yes “Own a complaint until solved”",
      ]),
      run(`explain -q ${grid} ${filled}`, 0, ["not known yet, 1 to 12 of 16 rows"]),
    ],
  },
  "explain-decisions": {
    title: "Questions, rules and what follows from them",
    runs: [
      run(`explain ${valbruna} of-errors`, 0, [
        "Head of customer service (Customer service): level 0",
        "Customer service: 0, 0; the middle, the lower of two: 0",
        "In order: 0, 1, 2. The middle, the lower of two, counts: level 1.",
      ]),
      run(`explain ${valbruna} gate:g2-entry`, 0, ["asked: at least 3"]),
      run(`explain ${valbruna} partner-action`, 0, ["no all of these must hold:"]),
      run(`explain ${valbruna} jump-I-III`, 0, ["not certain, so it does not apply"]),
      run(`explain ${nordlicht} department:it`, 0, ["served, when"]),
      run(`explain ${valbruna} lines-of-business --format json`, 0, [
        '"ref": "fact:lines-of-business"',
        '"given": null',
      ]),
      run(`explain ${valbruna} g2-entri`, 2, ["subject-unknown", "Did you mean `g2-entry`?"]),
      run(`explain ${valbruna} gate:of-errors`, 2, ["subject-unknown"]),
      run(`explain ${valbruna} nothing-like-it`, 2, ["Kinds here: `fact`"]),
      run("explain", 2, ["No file is named."]),
    ],
  },
};
