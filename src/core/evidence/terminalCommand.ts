import { plainOutput } from './plainOutput.ts';

/** What a terminal knows of its last command. Parts that it does not know are absent. */
export interface TerminalCommand {
  readonly command?: string;
  readonly cwd?: string;
  readonly exitCode?: number;
  readonly isRunning: boolean;
  /** How long it ran, in milliseconds. */
  readonly duration?: number;
  /** As the terminal got it, escape codes and all. */
  readonly output: string;
}

/** Nothing to read in it: at most the marks of shell integration. */
export function isSilent(output: string): boolean {
  return plainOutput(output).trim() === '';
}

/** A line that was typed and given up with Ctrl+C, or an empty one: nothing was run. */
export function isThrownAway({
  command = '',
  exitCode,
  isRunning,
  output,
}: Pick<TerminalCommand, 'command' | 'isRunning' | 'output'> & { readonly exitCode?: number | undefined }): boolean {
  if (isRunning || !isSilent(output)) return false;
  return command.trim() === '' || (exitCode === undefined && command.endsWith('^C'));
}

/** VS Code forgets the whole output once its beginning has left the scrollback; a command that failed has seldom printed nothing. */
export function hasLostOutput({ exitCode, output }: TerminalCommand): boolean {
  return exitCode !== undefined && exitCode !== 0 && isSilent(output);
}

/** A command as a terminal shows it. Where it ran and how it ended are no words of the program: they stand beside the text. */
export function commandText(command: string | undefined, output: string): string {
  const plain = plainOutput(output);
  return [...(command ? [`$ ${command}`] : []), ...(plain === '' ? [] : [plain])].join('\n');
}

/**
 * Reads the answer of VS Code's own tool `terminal_last_command`: sentences in a fixed order, each followed by its value
 * (seen in 1.110 and 1.139; undocumented). Words that do not fit stay in `output`. `undefined` when it names no command.
 */
export function readLastCommand(answer: string): TerminalCommand | undefined {
  const text = answer.replace(/\r\n?/g, '\n').trim();
  if (text === '' || /^No (?:active terminal|command)\b/.test(text)) return undefined;
  const { command, rest } = splitCommand(text);
  const cwd = /^It (?:was run|is running) in the directory:\n(.+)$/m.exec(rest)?.[1];
  const exitCode = /^It exited with code: (-?\d+)$/m.exec(rest)?.[1];
  const [, output] = rest.split(/^It has the following output:\n/m);
  return {
    ...(command === undefined ? {} : { command }),
    ...(cwd === undefined ? {} : { cwd }),
    ...(exitCode === undefined ? {} : { exitCode: Number(exitCode) }),
    isRunning: text.startsWith('The following command is currently executing'),
    output: (output ?? (command === undefined ? text : '')).replace(/^\n+|\s+$/g, ''),
  };
}

function splitCommand(text: string): { command?: string; rest: string } {
  const opening = /^The following (?:is the last command run|command is currently executing) in the terminal:\n/.exec(
    text,
  );
  if (!opening) return { rest: text };
  const body = text.slice(opening[0].length);
  const end =
    /^It (?:was run|is running) in the directory:$|^It exited with code: |^It has the following output:$/m.exec(body)
      ?.index ?? body.length;
  return { command: body.slice(0, end).trim(), rest: body.slice(end) };
}

/**
 * Reads the answer of VS Code's own tool `terminal_selection` (seen in 1.110 and 1.139; undocumented). `undefined` when nothing
 * is selected.
 */
export function readTerminalSelection(answer: string): string | undefined {
  const [, selection] = /^The active terminal's selection:\n([^]*)$/.exec(answer.replace(/\r\n?/g, '\n')) ?? [];
  const text = selection
    ?.split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  return text === undefined || text === '' ? undefined : text;
}
