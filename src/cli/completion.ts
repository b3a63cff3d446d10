// cxm completion SHELL: what a shell needs to complete commands, options and their values. It is made from the commands themselves, so
// that it names what there is and nothing else.
import { Argument, Command, Option } from "commander";
import { catalog } from "../questionnaire/catalog.ts";
import type { MakeCommand } from "./commands.ts";
import { exitCodes } from "./exit-codes.ts";

const shells = { bash: forBash, zsh: forZsh, fish: forFish };

export const completion: MakeCommand = (io, finish, { completion: told, help }) =>
  new Command("completion")
    .description(told.description)
    .addArgument(new Argument("<SHELL>", told.shell).choices(Object.keys(shells)))
    .action((shell: keyof typeof shells, _: object, { parent }: Command) => {
      io.stdout.write(shells[shell](parent!.commands.map(command => entryOf(command, help))));
      finish(exitCodes.done);
    });

interface CommandEntry {
  name: string;
  description: string;
  options: { long: string; short: string | null; description: string; values: string[] | null }[];
  /** Of the arguments; where there are none, they are files. */
  values: string[];
}

const questionnaires = (): string[] => catalog().map(({ id }) => id);
const examples = (): string[] => catalog().flatMap(one => one.examples);

/** Values that are not choices of commander's, by the option or the argument that takes them. */
const named = new Map<string, () => string[]>([
  ["--example", examples],
  ["--questionnaire", questionnaires],
  ["--from", questionnaires],
  ["ID|FILE", questionnaires],
]);

function entryOf(command: Command, help: string): CommandEntry {
  const valuesOf = ({ argChoices, flags, long }: Option): string[] | null =>
    /[<[]/.test(flags) ? (argChoices ?? named.get(long!)?.() ?? []) : null;
  return {
    name: command.name(),
    description: command.description(),
    options: [...command.options, new Option("-h, --help", help)].map(option => ({
      long: option.long!,
      short: option.short ?? null,
      description: option.description,
      values: valuesOf(option),
    })),
    values: command.registeredArguments.flatMap(one => one.argChoices ?? named.get(one.name())?.() ?? []),
  };
}

/** Where nothing fits, the shell completes names of files. */
function forBash(entries: CommandEntry[]): string {
  const cases = entries.flatMap(({ name, options, values }) => [
    `    ${name})`,
    '      case "$before" in',
    ...options.flatMap(({ long, short, values }) =>
      values === null ? [] : `        ${[long, short].filter(Boolean).join("|")}) words="${values.join(" ")}" ;;`,
    ),
    `        *) if [[ $word == -* ]]; then words="${options.map(({ long }) => long).join(" ")}"; else words="${values.join(" ")}"; fi ;;`,
    "      esac ;;",
  ]);
  return [
    '# Completion of cxm. Put this in ~/.bashrc: eval "$(cxm completion bash)"',
    "_cxm() {",
    '  local word=$2 before=$3 words="" command=""',
    `  [ $COMP_CWORD -gt 1 ] && command=\${COMP_WORDS[1]}`,
    '  case "$command" in',
    `    "") words="${entries.map(({ name }) => name).join(" ")} help" ;;`,
    ...cases,
    "  esac",
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    "}",
    "complete -o default -F _cxm cxm",
    "",
  ].join("\n");
}

/** Zsh reads what is written for bash. */
function forZsh(entries: CommandEntry[]): string {
  return ["autoload -U +X compinit && compinit", "autoload -U +X bashcompinit && bashcompinit", forBash(entries)]
    .join("\n")
    .replace("~/.bashrc", "~/.zshrc")
    .replace("completion bash", "completion zsh");
}

function forFish(entries: CommandEntry[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const lines = entries.flatMap(({ name, description, options, values }) => {
    const inside = `complete -c cxm -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c cxm -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
      ...(values.length > 0 ? [`${inside} -a ${quoted(values.join(" "))}`] : []),
      ...options.map(one =>
        [
          inside,
          `-l ${one.long.slice(2)}`,
          ...(one.short === null ? [] : [`-s ${one.short.slice(1)}`]),
          ...(one.values === null ? [] : ["-r"]),
          ...(one.values !== null && one.values.length > 0 ? [`-a ${quoted(one.values.join(" "))}`] : []),
          `-d ${quoted(one.description)}`,
        ].join(" "),
      ),
    ];
  });
  return [
    "# Completion of cxm. Put this in ~/.config/fish/config.fish: cxm completion fish | source",
    ...lines,
    "",
  ].join("\n");
}
