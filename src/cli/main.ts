import { readArguments } from './arguments.ts';
import type { Texts } from './checklists.ts';
import { helpOf } from './help.ts';
import type { Outcome } from './outcome.ts';
import { UsageError } from './usageError.ts';

/** Put in by the build: the texts of `media/checklists` by file name, and the version of the manifest. */
declare const BUILT_IN_CHECKLISTS: Texts;
declare const VERSION: string;

async function run(words: readonly string[]): Promise<Outcome> {
  const command = readArguments(words);
  switch (command.name) {
    case 'help':
      return { output: helpOf(command.of), exitCode: 0 };
    case 'version':
      return { output: `${VERSION}\n`, exitCode: 0 };
    case 'check':
      return (await import('./check.ts')).check(command);
    case 'select':
      return (await import('./select.ts')).select(command, BUILT_IN_CHECKLISTS);
  }
}

/** Standard output is closed by a reader that has seen enough: `| head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main();

async function main(): Promise<void> {
  try {
    const { output, remarks = [], exitCode } = await run(process.argv.slice(2));
    process.exitCode = exitCode;
    for (const remark of remarks) process.stderr.write(`tpm-mentor: ${remark}\n`);
    process.stdout.write(output);
  } catch (error) {
    process.exitCode = 2;
    const words = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`tpm-mentor: ${words}\n`);
  }
}
