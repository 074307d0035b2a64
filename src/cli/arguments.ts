import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Role } from '../core/review/role.ts';
import { UsageError } from './usageError.ts';

export const formats = ['text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

export type Command =
  | { readonly name: 'help'; readonly of?: 'check' | 'select' }
  | { readonly name: 'version' }
  | CheckCommand
  | SelectCommand;

export interface CheckCommand {
  readonly name: 'check';
  /** Paths as they were given; `-` is standard input. Never empty. */
  readonly files: readonly string[];
  readonly format: Format;
  readonly needsBlock: boolean;
  readonly withLint: boolean;
  /** Warnings fail the check, too. */
  readonly isStrict: boolean;
}

export interface SelectCommand {
  readonly name: 'select';
  readonly base: string;
  readonly head: string;
  /** What the branch is called where the repository cannot tell: CI checks out a commit. */
  readonly branch?: string;
  readonly role?: Role;
  /** Folders of team checklists; empty: the usual one, if it is there. */
  readonly checklists: readonly string[];
  /** A text whose blocks are refreshed; `-` is standard input. */
  readonly update?: string;
  readonly isJson: boolean;
}

/** What the words after the program's name ask for. Throws a `UsageError` where they ask for nothing that there is. */
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    return rest[0] === 'check' || rest[0] === 'select' ? { name: 'help', of: rest[0] } : { name: 'help' };
  }
  if (first === '--version' || first === '-v') return { name: 'version' };
  if (first === 'check') return readCheck(rest);
  if (first === 'select') return readSelect(rest);
  throw new UsageError(`"${first}" is no command. There are check and select; see tpm-mentor --help.`);
}

function readCheck(words: readonly string[]): Command {
  const { values, positionals } = parsed('check', words, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    'needs-block': { type: 'boolean' },
    lint: { type: 'boolean' },
    strict: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return { name: 'help', of: 'check' };
  if (!positionals.length) throw new UsageError('Name the files to check, or - for standard input.');
  return {
    name: 'check',
    files: positionals,
    format: values.json ? 'json' : oneOf('format', values.format ?? 'text', formats),
    needsBlock: values['needs-block'] ?? false,
    withLint: values.lint ?? false,
    isStrict: values.strict ?? false,
  };
}

function readSelect(words: readonly string[]): Command {
  const { values, positionals } = parsed('select', words, {
    base: { type: 'string' },
    head: { type: 'string' },
    branch: { type: 'string' },
    role: { type: 'string' },
    checklists: { type: 'string', multiple: true },
    update: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return { name: 'help', of: 'select' };
  if (positionals.length) throw new UsageError(`"${positionals[0]}" is too much: select takes options only.`);
  if (values.base === undefined) throw new UsageError('Say what to compare with: --base origin/main.');
  return {
    name: 'select',
    base: values.base,
    head: values.head ?? 'HEAD',
    ...(values.branch === undefined || values.branch === '' ? {} : { branch: values.branch }),
    ...(values.role === undefined ? {} : { role: oneOf('role', values.role, ['author', 'reviewer']) }),
    checklists: values.checklists ?? [],
    ...(values.update === undefined ? {} : { update: values.update }),
    isJson: values.json ?? false,
  };
}

function parsed<T extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  words: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\n|(?<=\.) /);
    throw new UsageError(`${sentence.replace(/\.?$/, '.')} See tpm-mentor ${command} --help.`);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${option} is one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}
