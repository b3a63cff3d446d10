// A question that is answered with yes or no. In: the question. Out: the answer; Enter alone and a closed terminal are a no.
import { createPrompt, isEnterKey, useKeypress, useState } from "@inquirer/core";

const ask = createPrompt<boolean, { question: string; yes: string }>(({ question, yes }, done) => {
  const [typed, setTyped] = useState("");
  useKeypress((event, readline) => {
    if (!isEnterKey(event)) return setTyped(readline.line);
    done(readline.line.trim().toLowerCase() === yes || typed.trim().toLowerCase() === yes);
  });
  return `${question} ${typed}`;
});

/** Asked on the error stream: the standard output may be data for another program. */
export async function confirm(question: string, yes: string): Promise<boolean> {
  try {
    return await ask({ question, yes }, { output: process.stderr });
  } catch (error) {
    if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return false;
    throw error;
  }
}
