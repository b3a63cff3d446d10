// What the commands say of themselves in English: what each does, what it takes. Shown by --help, and in the completion of a shell.

export const commands = {
  program:
    "Where an organisation stands on its customer-experience journey, its one next step, and the partner for it.",
  tryHelp: (command: string) => `Try cxm ${command === "" ? "" : `${command} `}--help.`,
  writing: {
    output: "write there instead of to the standard output",
    force: "overwrite the file even where it holds answers or a questionnaire",
  },
  help: "display help for command",
  missing: (argument: string) => `error: missing required argument '${argument}'`,
  assess: {
    description: "Answer a questionnaire, alone or in a workshop: save, stop and resume at any time",
    file: "the assessment to begin or go on with",
    questionnaire: "questionnaire to answer (default: the one the file names)",
    role: "department that answers: only its questions are asked",
    respondent: "who answers; someone who answered before goes on where they stopped",
    linear: "line by line, for a screen reader: nothing is drawn over",
    lang: "language",
  },
  score: {
    description: "Score saved assessments: where the organisation stands, its one next step, the partner for it",
    files: "assessments (YAML or JSON)",
    questionnaire: "questionnaire to apply (default: the one the assessment names)",
    format: "how to print",
    lang: "language of the report",
    example: "score a bundled example instead of a file of yours",
    minPhase: "exit 1 unless this phase is certainly reached",
    minStatus: "exit 1 unless the phase has this status",
    minIndex: "exit 1 unless the lower bound of the index is at least N (0 to 100)",
    complete: "exit 1 unless every visible question has a level or a reason why it does not apply",
    percent: "It takes a number from 0 to 100.",
    percentMeant: (found: string, meant: number | null) =>
      `It takes a number from 0 to 100, and this is ${found} of 100${meant === null ? "." : `; did you mean ${meant}?`}`,
  },
  report: {
    description: "Write the report for the leader: page one, the evidence, every answer (markdown)",
    file: "assessment (YAML or JSON); left out with --example",
    questionnaire: "questionnaire to apply (default: the one the assessment names)",
    lang: "language of the report",
    example: "report on a bundled example instead of a file of yours",
    brief: "page one only",
    sections: "only these sections, separated by commas",
    redact: "roles instead of the names of those who answered",
    separated: "It takes names separated by commas.",
  },
  explain: {
    description: "Explain a verdict, or one figure or decision of it, down to who answered what",
    file: "an assessment (YAML or JSON); left out with --example",
    id: "what to explain, such as index or gate:ID (default: the verdict)",
    questionnaire: "questionnaire to apply (default: the one the assessment names)",
    format: "how to print",
    lang: "language of the explanation",
    example: "explain a bundled example instead of a file of yours",
  },
  list: {
    description: "List the bundled questionnaires: what each is for, how long it takes, who answers",
    format: "how to print",
  },
  show: {
    description: "Show a questionnaire: what it is for, who answers, every question with its levels",
    name: "a bundled questionnaire, or a file of yours",
    format: "how to print; markdown is a hand-out to fill in on paper",
  },
  check: {
    description: "Check questionnaires and assessments: every problem at once, and whether each rule can come true",
    files: "questionnaires and assessments (YAML or JSON)",
    questionnaire: "questionnaire that the assessments belong to (default: the one each names)",
    witnesses: "print for each phase and rule the answers that make it come true",
    format: "how to print",
  },
  schema: {
    description: "Print a JSON Schema: for completion in an editor, or for a program that reads evaluations",
    name: "which one",
    format: "how to print; markdown is a page to read",
  },
  new: {
    description: "Write a commented starter questionnaire that passes check",
    id: "its id: letters, digits and hyphens; asked for in a terminal where it is left out",
    from: "begin from a bundled questionnaire: all of it, under the new id",
    output: "where to write it (default: ID.yaml; - for the standard output)",
  },
  completion: {
    description: "Print what a shell needs to complete commands, options and their values",
    shell: "your shell",
  },
};

export type CommandWords = typeof commands;
