// What a command asks before it begins: yes or no, one of several, a line of text. In: the question. Out: the answer; null where somebody
// leaves or the terminal is closed. Asked on the error stream: the standard output may be data for another program.
import inquirer from "inquirer";

const prompts = () => inquirer.createPromptModule({ output: process.stderr });

async function orNull<Answer>(asked: PromiseLike<{ answer: Answer }>): Promise<Answer | null> {
  try {
    return (await asked).answer;
  } catch (error) {
    if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return null;
    throw error;
  }
}

/** Enter alone is a no. */
export const confirm = async (message: string): Promise<boolean> =>
  (await orNull(prompts()([{ type: "confirm", name: "answer", message, default: false }]))) ?? false;

export interface Offer {
  name: string;
  value: string;
}

export const choose = (message: string, choices: Offer[]): Promise<string | null> =>
  orNull<string>(prompts()([{ type: "select", name: "answer", message, choices, loop: false }]));

/** `validate`: true, or what is wrong with it. */
export const askText = (
  message: string,
  initial: string,
  validate: (text: string) => true | string,
): Promise<string | null> =>
  orNull<string>(prompts()([{ type: "input", name: "answer", message, default: initial, validate }]));
