// A question that is answered with yes or no. In: the question. Out: the answer; Enter alone and a closed terminal are a no.
import inquirer from "inquirer";

/** Asked on the error stream: the standard output may be data for another program. */
export async function confirm(question: string): Promise<boolean> {
  const ask = inquirer.createPromptModule({ output: process.stderr });
  try {
    const { yes } = await ask([{ type: "confirm", name: "yes", message: question, default: false }]);
    return yes;
  } catch (error) {
    if (error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name)) return false;
    throw error;
  }
}
