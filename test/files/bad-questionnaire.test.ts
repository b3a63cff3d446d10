import { describe, expect, it } from "vitest";
import { questionnaireText as good } from "./base.ts";
import { expectOne, questionnaireProblems, unmarked } from "./support.ts";

it("the base has nothing to remark on", () => {
  expect(questionnaireProblems(good)).toEqual([]);
});

/** A code, what is changed in the base, into what, and words of the message. */
type Case = [code: string, from: string, to: string, words: string];

const schema: Case[] = [
  ["wrong-kind", "dimensions:", "¦questionnaire:", "cxm score FILE"],
  ["schema-unknown-key", "summary: A base.", "summary: A base.\n¦orgin: x", "`origin`"],
  ["schema-unknown-key", "weight: 2, na", "¦wieght: 2, na", "`weight`"],
  ["schema-unknown-key", "fact: ordering, is", "fact: ordering, is: live, ¦xxyyzz", "Remove it"],
  ["schema-missing-key", "{¦id: often, levels: [never, always]}".replace("¦", ""), "¦{id: often}", "`levels`"],
  ["schema-type", "served: [sales]", "served: ¦sales", "a list"],
  ["schema-type", "title: Base", "title: ¦", "nothing"],
  ["schema-type", "target: 4", "target: ¦2.5", "a whole number"],
  ["schema-value", 'version: "1.2.0"', "version: ¦1.0", '"1.0.0"'],
  ["schema-unquoted", '{id: "0", title: Zero}', "{id: ¦0, title: Zero}", '`"0"`'],
  ["schema-unquoted", "{phase: I}", "{phase: ¦yes}".replace("yes", "true"), '`"true"`'],
  ["schema-value", "action: find", "action: ¦fnid", "`keep`, `change`, `check`, `find`, `build`"],
  ["schema-value", 'version: "1.2.0"', 'version: ¦"1.2"', "three numbers"],
  ["schema-value", "id: base", "id: ¦the base", "letters, digits and hyphens"],
  ["schema-value", "weight: 2\n", "weight: ¦-1\n", "0 or more"],
  ["schema-value", "levels: [never, always]", "levels: ¦[never]", "at least 2 entries"],
  ["schema-value", "clamp: [0, 9]", "clamp: ¦[0, 9, 10]", "at most 2 entries"],
  ["schema-value", "when: {step: start}", "when: ¦{}", "at least 1 entry"],
];

const shapes: Case[] = [
  [
    "keys-needed",
    "levels: [a, b, c, d, e], weight: 2, na: Sometimes.}",
    "weight: 2, na: S}",
    "`levels`, `scale`, `options`",
  ],
  ["keys-needed", "{step: start}", "¦{atLeast: 1}", "`criterion`"],
  ["keys-needed", "divide: [revenue, price]", "unit: x", "`divide`"],
  ["keys-exclusive", "scale: often", "scale: often, ¦levels: [a, b]", "cannot stand together"],
  ["keys-exclusive", "{step: start}", "{step: start, ¦phase: I}", "cannot stand together"],
  ["keys-exclusive", "known: false", "known: false, atLeast: 1", "`known`, `atLeast`"],
  ["keys-exclusive", "divide: [revenue, price]", "divide: [revenue, price], ¦sum: [price]", "`sum`"],
  ["key-out-of-place", "{gate: able}", "{gate: able, ¦status: entered}", "`status` has no meaning beside `gate`"],
  ["key-out-of-place", "type: text", "type: text, ¦unit: x", "`type: text`"],
  [
    "key-out-of-place",
    "{dimension: people, as: percent}",
    "{dimension: people, as: percent, ¦voice: inside}",
    "`voice`",
  ],
  ["schema-missing-key", "{dimension: people, as: percent}", "¦{dimension: people}", "`as`"],
  ["schema-missing-key", "{atLeast: 1, of: [", "¦{of: [", "`atLeast`"],
  ["schema-missing-key", "stakeholder: sales, is: served", "¦stakeholder: sales".replace("¦", ""), "`is`"],
  ["schema-missing-key", ", type: choice, choices: [{id: agency, title: A}]", ", type: choice", "`choices`"],
];

const ids: Case[] = [
  [
    "duplicate-id",
    "id: often, levels: [never, always]}",
    "id: often, levels: [a, b]}\n  - {id: ¦often, levels: [a, b]}",
    "`often`",
  ],
  ["duplicate-id", "{id: blend", "{id: ¦remark", "taken already"],
  ["duplicate-id", "{id: blend", "{id: ¦signals", "taken already"],
  ["duplicate-id", "{id: fax, text: F}", "{id: ¦web, text: F}", "option"],
  ["duplicate-id", "{id: none, title: N}", "{id: live, title: N}", "choice"],
  ["unknown-id", "criterion: care", "criterion: ¦caer", "There is no criterion `caer`. Did you mean `care`?"],
  ["unknown-id", "fact: ordering", "fact: ¦orders", "fact"],
  ["unknown-id", "dimension: flow", "dimension: ¦flaw", "`flow`"],
  ["unknown-id", "{dimension: people", "{dimension: ¦poeple", "`people`"],
  ["unknown-id", "measure: index", "measure: ¦indx", "`index`"],
  ["unknown-id", "[revenue, price]", "[revenue, ¦prize]", "`price`"],
  ["unknown-id", "{gate: able}", "{gate: ¦abel}", "`able`"],
  ["unknown-id", "when: {signal: slow}", "when: {signal: ¦slwo}", "`slow`"],
  ["unknown-id", "{any: [{phase: I}", "{any: [{phase: ¦III}", "`II`"],
  ["unknown-id", "{reached: I,", "{reached: ¦IX,", "phase"],
  ["unknown-id", "{step: start}", "{step: ¦strat}", "`start`"],
  ["unknown-id", "{stakeholder: sales", "{stakeholder: ¦panel", "stakeholder department"],
  ["unknown-id", "is: served", "is: ¦servd", "`served`"],
  ["unknown-id", "roles: [sales, panel]", "roles: [sales, ¦panle]", "`panel`"],
  ["unknown-id", "served: [sales]", "served: [¦sale]", "`sales`"],
  ["unknown-id", "core: [speed]", "core: [¦sped]", "`speed`"],
  ["unknown-id", "full: [care]", "full: [¦cares]", "`care`"],
  ["unknown-id", "partner: agency", "partner: ¦agenyc", "partner type"],
  ["unknown-id", "avoid: [agency]", "avoid: [¦nobody]", "partner type"],
  ["unknown-id", "includes: web", "includes: ¦wbe", "`web`"],
  ["unknown-id", "scale: often", "scale: ¦oftne", "`often`"],
  ["unknown-id", "cites: [C1]", "cites: [C1, ¦C2]", "`C1`"],
  ["unknown-id", "prerequisites: [speed]", "prerequisites: [¦speedy]", "`speed`"],
  ["unknown-id", "solves: [slow]", "solves: [¦slaw]", "`slow`"],
  ["unknown-id", "criteria: [care]}", "criteria: [¦crae]}", "`care`"],
  ["unknown-id", "criteria: [care], measures", "criteria: [¦crae], measures", "`care`"],
  ["unknown-id", "gates: [quick]", "gates: [¦quik]", "`quick`"],
  ["unknown-id", "capabilities: [skills]", "capabilities: [¦skill]", "`skills`"],
  ["unknown-id", "scale: revenue", "scale: ¦revenues", "`revenue`"],
  ["unknown-id", "figures: [orders]", "figures: [¦order]", "`orders`"],
  ["unknown-id", "total: orders", "total: ¦order", "`orders`"],
  ["unknown-id", "after: {price:", "after: {¦pricy:", "`price`"],
  ["unknown-id", "{fact: revenue, else", "{fact: ¦reveneu, else", "`revenue`"],
  ["unknown-id", "unit: USD", "unit: USD, running: ¦reveneu", "`revenue`"],
  ["unknown-id", "unit: USD", "unit: USD, investment: ¦reveneu", "`revenue`"],
  ["unknown-id", "current: partner-now", "current: ¦partner-new", "`partner-now`"],
];

const rules: Case[] = [
  [
    "reference-cycle",
    "[revenue, price]}",
    "[revenue, {add: [price, ¦orders]}]}",
    "`measure:orders` -> `measure:orders`",
  ],
  ["reference-cycle", "{measure: skills, atLeast: 1}", "{gate: ¦able}", "`gate:able` -> `gate:able`"],
  ["reference-cycle", "{criterion: speed, in: [0, 1]}", "{measure: signals, atLeast: 1}", "`measure:signals`"],
  ["reference-cycle", "{fact: ordering, is: live}", "{condition: web-shop}", "`criterion:ways`"],
  [
    "reference-cycle",
    "{not: {condition: web-shop}}",
    "{any: [{condition: web-shop}, {criterion: care, is: 0}]}",
    "`cap:no-web`",
  ],
  ["reference-cycle", "{fact: ordering, is: live}", "{dimension: people, atLeast: 1}", "`dimension:people`"],
  [
    "prerequisite-cycle",
    "levels: [a, b, c, d, e]",
    "levels: [a, b, c, d, e], prerequisites: [care]",
    "`speed` -> `care` -> `speed`",
  ],
  ["level-out-of-range", "speed, atLeast: 3", "speed, atLeast: ¦5", "0 to 4; 5"],
  ["level-out-of-range", "in: [0, 1]", "in: [0, ¦7]", "7 is never reached"],
  ["level-out-of-range", "measures: [seen], atMost: 1", "measures: [seen], atMost: ¦2", "0 to 1"],
  ["figure-out-of-range", "index, atLeast: 50", "index, atLeast: ¦101", "0 to 100"],
  ["figure-out-of-range", "{measure: orders, above: 2}", "{dimension: flow, as: percent, above: ¦120}", "0 to 100"],
  ["target-out-of-range", "target: 3", "target: ¦5", "Aim at 4"],
  ["target-out-of-range", "target: 4", "target: ¦9", "Aim at 4"],
  ["target-out-of-range", "title: A, criteria: [speed]", "title: A, target: ¦6, criteria: [speed]", "Aim at 4"],
  ["target-out-of-range", "served: 3", "served: ¦5", "Aim at 4"],
  ["bounds-reversed", "min: 0, max: 100", "min: 200, max: ¦100", "200"],
  ["bounds-reversed", "clamp: [0, 9]", "clamp: ¦[9, 0]", "9"],
  ["not-over-gate", "entered: {gate: quick}", "entered: {not: ¦{gate: quick}}", "`gate:quick`"],
  [
    "not-over-gate",
    "established: {gate: able}",
    "established: {any: [{not: {all: [¦{signal: slow}]}}]}",
    "`signal:slow`",
  ],
  ["not-over-gate", "{reached: I, status: established}", "{not: ¦{reached: I}}", "`phase:I`"],
  ["not-over-gate", "{gate: able}, served", "¦{not: {gate: able}}, served".replace("¦{not: ", "{not: ¦"), "`I`"],
  ["leaf-out-of-place", "{measure: orders, above: 2}", "{fact: price, ¦known: true}", "a gate"],
  ["leaf-out-of-place", "{gate: quick}]}", "{¦reached: I}]}", "a measure"],
  ["leaf-out-of-place", "when: {criterion: ways, includes: web}", "when: {¦reached: I}", "a named condition"],
  ["leaf-out-of-place", "{not: {condition: web-shop}}", "{any: [{condition: web-shop}, {¦phase: I}]}", "a cap"],
  ["leaf-out-of-place", "{fact: ordering, is: live}", "{¦step: grow}", "visibility"],
  ["leaf-out-of-place", "{criterion: speed, in: [0, 1]}", "{¦stakeholder: sales, is: partly}", "a signal"],
  ["leaf-out-of-place", "entered: {gate: quick}", "entered: {any: [{gate: quick}, {¦phase: I}]}", "a phase"],
  ["leaf-out-of-place", "when: {signal: slow}", "when: {¦stakeholder: sales, is: partly}", "a roadmap group"],
  ["leaf-out-of-place", "{any: [{phase: I}", "{any: [{¦partner: find}", "a step"],
  ["leaf-out-of-place", "when: {step: start}", "when: {¦partner: find}", "a partner action"],
  ["phase-not-earlier", "{reached: I, ", "{reached: ¦II, ", "not an earlier one"],
  [
    "missing-default-step",
    "title: Start, text: Start.",
    "title: Start, text: Start., ¦when: {phase: I}",
    "without `when`",
  ],
  ["step-after-default", "text: Start.}", "text: Start.}\n  - ¦{id: never, title: N, text: N.}", "`never`"],
  ["condition-not-compared", "{measure: skills, atLeast: 1}", "¦{measure: skills}", "not compared"],
  ["condition-not-compared", "{phase: I}, {stake", "¦{fact: revenue}, {stake", "not compared"],
  ["comparison-type", "orders, above: 2", "orders, above: ¦two", "number"],
  ["comparison-type", "{phase: I}", "{fact: remark, is: ¦good}", "free text"],
  ["comparison-type", "fact: ordering, is: live", "fact: ordering, is: ¦1", "choice"],
  ["choice-unknown", "fact: ordering, is: live", "fact: ordering, is: ¦lvie", "`live`"],
  ["choice-unknown", "fact: ordering, is: live", "fact: ordering, in: [live, ¦elsewhere]", "`none`, `live`"],
  ["count-impossible", "{atLeast: 1, of:", "{atLeast: ¦3, of:", "from 1 to 2"],
  ["count-impossible", "{atLeast: 1, of:", "{atLeast: ¦0, of:", "from 1 to 2"],
  ["weights-mismatch", "weights: [1, 2]", "weights: ¦[1, 2, 3]", "3 weights for 2 members"],
  ["not-a-number", "[revenue, price]", "[revenue, ¦remark]", "`remark`"],
  ["not-a-number", "mean: [speed,", "mean: [¦ordering,", "`ordering`"],
  ["not-a-number", "scale: revenue", "scale: ¦ordering", "type number"],
  ["not-a-choice", "current: partner-now", "current: ¦revenue", "type choice"],
  ["inside-outside-roles", "roles: [sales, panel]", "roles: ¦[panel]", "outside roles only"],
];

const additions: Case[] = [
  ["schema-value", "notApplicable: target", "notApplicable: ¦ignored", "`dropped`, `met`, `target`, `forbidden`"],
  ["schema-missing-key", "weight: {measure: orders}", "weight: {}", "`measure`"],
  ["schema-value", "[flow, people]}", "¦[flow]}", "at least 2 entries"],
  ["schema-unknown-key", "{dimension: people, as: percent}", "{add: [1], ¦blanks: missing}", "`blanks`"],
  ["keys-needed", "criteria: [care], measures: [seen], atMost: 1}", "atMost: 1}", "`criteria`, `measures`"],
  ["keys-needed", "about: [{dimension: flow, when:", "about: [{when:", "`dimension`, `criterion`"],
  ["keys-exclusive", "about: [{dimension: flow,", "about: [{dimension: flow, ¦criterion: care,", "`criterion`"],
  [
    "keys-exclusive",
    "{dimension: flow, lowestOf:",
    "¦{dimension: flow, atLeast: 1, lowestOf:",
    "`lowestOf`, `atLeast`",
  ],
  ["schema-missing-key", "{profile: flow, is: weak}", "¦{profile: flow}", "`is`"],
  ["key-out-of-place", "{profile: flow, is: weak}", "{profile: flow, is: weak, ¦na: holds}", "`profile`"],
  [
    "key-out-of-place",
    "{id: so-far",
    "{id: all, title: A, count: [{gate: quick}], ¦blanks: missing}\n  - {id: so-far",
    "`count`",
  ],
  ["unknown-id", "measures: [seen]", "measures: [¦sene]", "`seen`"],
  ["unknown-id", "measures: [seen]", "measures: [¦index]", "measure under `measures`"],
  ["unknown-id", "weight: {measure: orders}", "weight: {measure: ¦order}", "`orders`"],
  ["unknown-id", "[1, {measure: orders}]", "[1, {measure: ¦skills}]", "measure under `measures`"],
  ["unknown-id", "[flow, people]}", "[flow, ¦poeple]}", "dimension"],
  [
    "unknown-id",
    "people]}}}",
    "people]}}}\n    - {dimension: ¦poeple, when: {strong: {gate: quick}, fair: {gate: able}}}",
    "dimension",
  ],
  ["unknown-id", "{profile: flow, is", "{profile: ¦people, is", "part of the profile"],
  ["unknown-id", "is: weak}", "is: ¦week}", "Did you mean `weak`"],
  ["unknown-id", "about: [{dimension: flow", "about: [{dimension: ¦flaw", "`flow`"],
  ["unknown-id", "about: [{dimension: flow", "about: [{criterion: ¦car", "`care`"],
  ["unknown-id", "title: R, criteria: all", "title: R, gates: [¦quikc]", "`quick`"],
  [
    "unknown-id",
    "fair: {dimension: flow, low",
    "fair: {dimension: flow, atLeast: 1}, ¦poor: {dimension: flow, low",
    "state of the profile",
  ],
  ["duplicate-id", "{id: fair, title: F}", "{id: fair, title: F}, {id: ¦fair, title: V}", "state of the profile"],
  ["duplicate-id", "{id: rest, title: R, criteria: all}", "{id: rest, title: R}, {id: ¦rest, title: R}", "group"],
  ["listed-twice", "[flow, people]}", "[flow, people, ¦people]}", "`people` stands in this list twice"],
  ["listed-twice", "measures: [seen]", "measures: [seen, ¦seen]", "measure"],
  ["listed-twice", "about: [{dimension: flow,", "about: [{dimension: flow}, {dimension: ¦flow,", "dimension"],
  [
    "lowest-without-itself",
    "{measure: skills, atLeast: 1}",
    "{measure: skills, lowestOf: ¦[orders, seen]}",
    "`skills`",
  ],
  ["profile-state-missing", "strong: {measure: seen, atLeast: 1}, ", "", "when `flow` is `strong`"],
  [
    "profile-state-remains",
    "fair: {dimension: flow, low",
    "fair: {criterion: care, is: 0}, ¦weak: {dimension: flow, low",
    "the last state",
  ],
  ["reference-cycle", "{measure: seen, atLeast: 1}", "{profile: flow, is: fair}", "`profile:flow` -> `profile:flow`"],
  [
    "reference-cycle",
    "{not: {condition: web-shop}}, criteria: [care], ",
    "{any: [{condition: web-shop}, {measure: seen, atLeast: 1}]}, ",
    "`cap:no-web`",
  ],
  [
    "reference-cycle",
    "sum: [speed, people], weights: [1,",
    "sum: [speed, people], weights: [{measure: so-far},",
    "`measure:so-far`",
  ],
  ["reference-cycle", "[revenue, price]}", "[revenue, index]}", "`measure:index`"],
  ["level-out-of-range", "measures: [seen], atMost: 1", "measures: [seen], atMost: ¦0.5", "0.5 is never reached"],
  ["target-out-of-range", "title: R, criteria: all", "title: R, target: ¦5, criteria: all", "Aim at 4"],
  ["leaf-out-of-place", "strong: {measure: seen, atLeast: 1}", "strong: {¦reached: I}", "the profile"],
  ["na-forbidden", "na: Sometimes.}", "¦na: Sometimes., notApplicable: forbidden}", "`speed`"],
  ["na-forbidden", "notApplicable: target", "notApplicable: forbidden", "`speed`"],
  ["record-figure-decides", "{measure: seen, atLeast: 1}", "{measure: ¦so-far, atLeast: 1}", "the profile"],
  ["record-figure-decides", "fact: revenue, known: false", "measure: ¦so-far, atLeast: 1", "a step"],
  ["record-figure-decides", "{measure: orders, above: 2}", "{measure: ¦so-far, above: 2}", "a gate"],
  ["record-figure-decides", "weight: {measure: orders}", "weight: {measure: ¦so-far}", "the weight of a dimension"],
];

const remarks: Case[] = [
  ["unused-signal", "signals:\n", "signals:\n  - ¦{id: idle, title: I, when: {criterion: care, is: 0}}\n", "`idle`"],
  [
    "unused-condition",
    "conditions:\n",
    "conditions:\n  - ¦{id: idle, title: I, when: {criterion: care, is: 0}}\n",
    "`idle`",
  ],
  ["unused-claim", "claims: {C1: A claim.}", "claims: {C1: A claim., ¦C2: Another.}", "`C2`"],
  ["weight-without-effect", "divide: [revenue, price]", "divide: [revenue, price], weights: ¦[1, 2]", "`orders`"],
  ["na-without-case", "scale: often, pre", "scale: often, notApplicable: ¦met, pre", "`care`"],
  [
    "phase-always-reached",
    "{id: I, name: Level I, title: One, entered: {gate: quick}, established",
    "¦{id: I, title: One, established",
    "everybody",
  ],
];

describe.each(Object.entries({ schema, shapes, ids, rules, additions, remarks }))("%s", (group, cases) => {
  it.each(cases)("%s: %s -> %s", (code, from, to, words) => {
    expect(good.split(from).length, `${from} stands in the base`).toBeGreaterThan(1);
    const text = good.replace(from, () => to);
    const problems = questionnaireProblems(unmarked(text));
    expectOne(problems, code, text, words);
    expect(problems[0]!.severity).toBe(group === "remarks" ? "warning" : "error");
  });
});

describe("what one change brings about twice is told twice", () => {
  it("not over a gate, through a named condition", () => {
    const text = good
      .replace("{criterion: ways, includes: web}", "{not: {signal: slow}}")
      .replace("entered: {gate: quick}", "entered: {condition: web-shop}");
    expect(questionnaireProblems(text).map(({ code }) => code)).toEqual(["not-over-gate"]);
  });
  it("the only dimension and the only criterion have no use for a weight", () => {
    const text = `id: a\nversion: "1.0.0"\ntitle: A\nsummary: A\nroles: [{id: r, title: R}]\ndimensions:
  - {id: d, title: D, weight: 2, criteria: [{id: c, title: C, question: Q, roles: [r], weight: 3, levels: [a, b]}]}\n`;
    expect(questionnaireProblems(text).map(({ code, place }) => [code, place?.col])).toEqual([
      ["weight-without-effect", 31],
      ["weight-without-effect", 96],
    ]);
  });
  it("an unknown role of a department is no department either", () => {
    const text = good.replace("{role: sales", "{role: sail");
    expect(questionnaireProblems(text).map(found => found.code === "unknown-id" && found.kind)).toEqual([
      "department",
      "role",
    ]);
  });
  it("all schema problems come together, then all others", () => {
    const text = good.replace("title: Base", "titel: Base").replace("scale: often", "scale: 7");
    expect(
      questionnaireProblems(text)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["schema-missing-key", "schema-unknown-key", "schema-unquoted"]);
    const other = good.replace("scale: often", "scale: offen").replace("atMost: 1}", "atMost: 9}");
    expect(questionnaireProblems(other).map(({ code }) => code)).toContain("unknown-id");
  });
  it("ids of prototypes are unknown like any other", () => {
    const text = good
      .replace("gates: [quick]", "gates: [constructor]")
      .replace("cites: [C1]", "cites: [C1, __proto__]");
    expect(questionnaireProblems(text).map(({ code }) => code)).toEqual(["unknown-id", "unknown-id"]);
  });
});
