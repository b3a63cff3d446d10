// The smallest questionnaire that has one of everything, with nothing to remark on, and answers to it.
export const questionnaireText = `id: base
version: "1.2.0"
title: Base
summary: A base.
notApplicable: target
claims: {C1: A claim.}
roles:
  - {id: sales, title: Sales}
  - {id: panel, title: Panel, outside: true}
facts:
  - {id: ordering, title: O, question: O?, type: choice, choices: [{id: none, title: N}, {id: live, title: L}]}
  - {id: revenue, title: R, question: R?, type: number, min: 0, max: 100, whole: true, cites: [C1]}
  - {id: price, title: P, question: P?, type: number, above: 0}
  - {id: remark, title: R, question: R?, type: text}
  - {id: partner-now, title: P, question: P?, type: choice, choices: [{id: agency, title: A}]}
scales:
  - {id: often, levels: [never, always]}
dimensions:
  - id: flow
    title: Flow
    weight: 2
    criteria:
      - {id: speed, title: S, question: S?, roles: [sales, panel], levels: [a, b, c, d, e], weight: 2, na: Sometimes.}
      - {id: care, title: C, question: C?, roles: [sales], scale: often, prerequisites: [speed], solves: [slow]}
  - id: people
    title: People
    weight: {measure: orders}
    criteria:
      - {id: ways, title: W, question: W?, roles: [sales], options: [{id: web, text: W}, {id: fax, text: F}], visible: {fact: ordering, is: live}}
measures:
  - {id: orders, title: O, divide: [revenue, price]}
  - {id: blend, title: B, mean: [speed, {dimension: people, as: percent}], weights: [1, 2], clamp: [0, 9]}
  - {id: seen, title: S, count: [{criterion: care, atLeast: 1}, {gate: quick}]}
  - {id: so-far, title: S, sum: [speed, people], weights: [1, {measure: orders}], blanks: missing}
capabilities:
  - {id: skills, title: S, criteria: [care]}
conditions:
  - {id: web-shop, title: W, when: {criterion: ways, includes: web}}
caps:
  - {id: no-web, title: N, when: {not: {condition: web-shop}}, criteria: [care], measures: [seen], atMost: 1}
gates:
  - {id: quick, title: Q, when: {all: [{criterion: speed, atLeast: 3, na: holds}, {measure: orders, above: 2}]}}
  - {id: able, title: A, when: {atLeast: 1, of: [{measure: skills, atLeast: 1}, {dimension: flow, atLeast: 1.5}]}}
profile:
  title: Parts
  states: [{id: strong, title: S}, {id: fair, title: F}, {id: weak, title: W}]
  parts:
    - {dimension: flow, when: {strong: {measure: seen, atLeast: 1}, fair: {dimension: flow, lowestOf: [flow, people]}}}
signals:
  - {id: slow, title: S, when: {criterion: speed, in: [0, 1]}}
phases:
  - {id: "0", title: Zero}
  - {id: I, name: Level I, title: One, entered: {gate: quick}, established: {gate: able}, served: [sales]}
  - {id: II, title: Two, entered: {all: [{reached: I, status: established}, {measure: index, atLeast: 50}]}}
steps:
  - id: grow
    title: Grow
    text: Grow.
    when: {any: [{phase: I}, {stakeholder: sales, is: served}, {fact: revenue, known: false}]}
    partner: agency
    target: 3
    groups: [{id: all, title: A, criteria: [speed], gates: [quick], capabilities: [skills], when: {signal: slow}}]
    notes: [{id: late, text: Late., when: {step: grow}}]
  - {id: start, title: Start, text: Start.}
roadmap: {target: 4, groups: [{id: rest, title: R, criteria: all}]}
recommendations:
  - {id: begin, title: B, text: B., when: {profile: flow, is: weak}, about: [{dimension: flow, when: {measure: so-far, below: 1}}]}
partners:
  current: partner-now
  types: [{id: agency, title: A, avoid: [agency]}]
  actions: [{action: find, when: {step: start}}]
  wording: {keep: K, change: C, check: C, find: F, build: B, unknown: U}
warnings:
  - {id: hurry, title: H, text: H., when: {partner: find}}
stakeholders: {served: 3, partly: 2, departments: [{role: sales, core: [speed], full: [care]}]}
cost:
  {title: C, scale: revenue, at: [1], figures: [orders], total: orders, after: {price: {fact: revenue, else: 1}}, unit: USD}
`;

export const assessmentText = `questionnaire: base
version: "1.0.0"
organization: Example Ltd
date: 2026-11-21
facts: {ordering: live, revenue: 5}
responses:
  - respondent: Ann
    role: sales
    date: 2026-11-20
    answers:
      speed: {level: 2, evidence: [{text: A list, date: 2026-10-02}]}
      care: unknown
      ways: [web]
agreed:
  speed: {level: 3, because: Shown in the workshop}
`;
