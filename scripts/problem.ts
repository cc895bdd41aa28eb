/** Something the person at the terminal can act on: shown as its sentence alone, without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command-line script: a Problem is printed as one sentence, anything else with its stack; exit code 1. */
export async function runScript(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
