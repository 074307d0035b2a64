/** Prints one line of progress to the error stream, so that the standard output stays free for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A step of a script that could not be done. The message names the step; `advice` says what the reader can do about it. */
export class StepError extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StepError';
    this.advice = advice;
  }
}

/** Runs a script's main function and sets the exit code. A StepError is printed as words, anything else whole. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof StepError) {
      say(`\nStopped: ${error.message}\n${causeOf(error)}What to do: ${error.advice}`);
    } else {
      console.error(error);
    }
  }
}

function causeOf(error: StepError): string {
  return error.cause instanceof Error ? `Because: ${error.cause.message}\n` : '';
}
