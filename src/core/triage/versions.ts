import type { RedactedEvidence } from '../evidence/redactEvidence.ts';

/** How programs print their own version, and what people write of browsers and systems. The first hit of each counts. */
const printed: readonly (readonly [pattern: RegExp, name?: string])[] = [
  [/^> (@?[\w./-]{1,80})@(\d[\w.+-]{0,40}) \S/m],
  [/\bNode\.js v(\d+\.\d+\.\d+)|\bnode[ /]v(\d+\.\d+\.\d+)/, 'Node.js'],
  [
    /\bPython (\d+\.\d+(?:\.\d+)?)|[\\/]versions[\\/](\d+\.\d+\.\d+)[\\/]lib[\\/]python|[\\/]python(\d\.\d+)[\\/]/,
    'Python',
  ],
  [/\bpytest-(\d+\.\d+\.\d+)/, 'pytest'],
  [/\bjava\.base@(\d[\d.]*)|\b(?:openjdk|java) version "(\d[\w.]*)"/, 'Java'],
  [/\bgo(1\.\d+(?:\.\d+)?)\b/, 'Go'],
  [/\brustc (\d+\.\d+\.\d+)/, 'rustc'],
  [/\bruby (\d+\.\d+\.\d+)|[\\/]ruby-(\d+\.\d+\.\d+)[\\/]/, 'Ruby'],
  [/\bPHP (\d+\.\d+\.\d+)/, 'PHP'],
  [/\bPHPUnit (\d+\.\d+\.\d+)/, 'PHPUnit'],
  [/\bRUN {1,4}v(\d+\.\d+\.\d+)/, 'Vitest'],
  [/\b(Safari) (\d+(?:\.\d+)*)|\b(Chrome|Chromium|Firefox|Edge|Opera)[ /](\d+(?:\.\d+)*)/],
  [/\b(Windows|macOS|iOS|iPadOS|Android|Ubuntu|Debian) (\d+(?:\.\d+)*)/],
];

/** Lines of the environment that tell of the editor, not of what failed. */
const EDITOR = /^(?:VS Code|Extension host|Workspace): /;
const SYSTEM = /^System: /;

export interface WhereItFailed {
  /** The words of the person who reports it. */
  readonly words: string;
  /** A command failed on this machine. */
  readonly isHere: boolean;
  /** It is in the code of this workspace, wherever that ran. */
  readonly isOurCode: boolean;
}

/**
 * The versions of what failed, as far as the words and the output say; with the system, if it is this one, and what the workspace's
 * files ask for, if it is their code. Never those of the editor, which is not what failed.
 */
export function versionsOf({ words, isHere, isOurCode }: WhereItFailed, pieces: readonly RedactedEvidence[]): string[] {
  const text = [words, ...pieces.filter(({ isContext }) => !isContext).map((piece) => piece.text)].join('\n');
  const said = printed.flatMap(([pattern, name]) => {
    const found = pattern.exec(text)?.slice(1).filter(Boolean);
    return found ? [[name, ...found].filter(Boolean).join(' ')] : [];
  });
  const environment = pieces.find(({ source }) => source === 'environment')?.text.split('\n') ?? [];
  const ours = environment.filter((line) => !EDITOR.test(line) && (SYSTEM.test(line) ? isHere : isHere || isOurCode));
  return [...said, ...ours.map((line) => line.replace(SYSTEM, ''))];
}
