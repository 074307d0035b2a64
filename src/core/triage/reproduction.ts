import type { RedactedEvidence } from '../evidence/redactEvidence.ts';
import { cleanLine } from '../stackTrace/cleanLine.ts';

type Piece = Pick<RedactedEvidence, 'source' | 'text' | 'command' | 'exitCode' | 'isContext'>;

/** The first piece whose command failed. A line that was typed and thrown away (`npm tets^C`) is none. */
export function failedCommand<T extends Piece>(pieces: readonly T[]): T | undefined {
  return pieces.find((piece) => hasFailed(piece));
}

function hasFailed({ command, exitCode, isContext }: Piece): boolean {
  return isCommand(command) && !!exitCode && !isContext;
}

/**
 * The commands that show the fault: those that failed; else the one that the user chose, by starting the triage on it or
 * by taking nothing else; else the one that a CI log names. What merely ran before has nothing to do with it.
 */
export function commandsToReproduce(pieces: readonly Piece[], startedOn?: string): string[] {
  const failed = pieces.filter(hasFailed);
  const chosen = pieces.filter(({ source }) => source === startedOn || pieces.length === 1);
  const commands = (failed.length ? failed : chosen).flatMap(({ command }) =>
    command !== undefined && isCommand(command) ? [command] : [],
  );
  if (commands.length) return [...new Set(commands)];
  const named = pieces.flatMap(({ text, isContext, command }) =>
    isContext || command !== undefined ? [] : (commandInCiLog(text) ?? []),
  );
  return named.slice(0, 1);
}

function isCommand(command: string | undefined): boolean {
  return command !== undefined && command.trim() !== '' && !command.trimEnd().endsWith('^C');
}

const ENDED = /^(?:Process completed with exit code|ERROR: Job failed: (?:command terminated with )?exit code) [1-9]/;
const MAX_SCRIPT = 20;

/** The script of the step that failed, as GitHub Actions (`Run ...`, its lines, `shell: ...`) or GitLab (`$ ...`) print it. */
export function commandInCiLog(text: string): string | undefined {
  const lines = text.split('\n').map((line) => cleanLine(line).text.replace(/\[(?:36;1|0)m/g, ''));
  const ended = lines.findIndex((line) => ENDED.test(line));
  if (ended < 0) return undefined;
  const before = lines.slice(0, ended);
  const shell = before.findLastIndex((line) => /^\s*shell: \S/.test(line));
  const run = before.findLastIndex((line, index) => index < shell && /^Run \S/.test(line));
  if (run >= 0 && shell - run <= MAX_SCRIPT) {
    const script = before.slice(run + 1, shell).map((line) => line.trimEnd());
    return script.join('\n').trim() || before[run]!.slice('Run '.length);
  }
  return before.findLast((line) => /^\$ \S/.test(line))?.slice(2);
}
