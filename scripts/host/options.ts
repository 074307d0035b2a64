import { StepError } from './say.ts';
import { floor, type HostVersion, newest } from './versions.ts';

/** The VS Code version that the arguments ask for: the newest, or with `--floor` the oldest supported one. */
export function hostVersionOf(args: readonly string[]): HostVersion {
  return args.includes('--floor') ? floor : newest;
}

/** The kinds that the arguments name, in the order of `all`; every kind when they name none. Throws on an unknown word. */
export function kindsOf<Kind extends string>(args: readonly string[], all: readonly Kind[]): readonly Kind[] {
  const words = args.filter((argument) => !argument.startsWith('--'));
  const unknown = words.find((word) => !all.some((kind) => kind === word));
  if (unknown !== undefined) {
    throw new StepError(`"${unknown}" is not a kind of run.`, `name one or more of: ${all.join(', ')}.`);
  }
  return words.length === 0 ? all : all.filter((kind) => words.includes(kind));
}

/** The files whose path contains one of the words among the arguments; every file when there is no word. */
export function namedFiles(args: readonly string[], all: readonly string[]): readonly string[] {
  const words = args.filter((argument) => !argument.startsWith('--'));
  return words.length === 0 ? all : all.filter((file) => words.some((word) => file.includes(word)));
}

/**
 * Every n-th part of the files, for `--shard=1/2`: parts of about the same size, the same at every call; all files without that
 * argument.
 */
export function shardOf(
  args: readonly string[],
  files: readonly string[],
  sizeOf: (file: string) => number,
): readonly string[] {
  const shard = valueOf(args, 'shard');
  if (shard === undefined) return files;
  const [, number, count] = /^(\d+)\/(\d+)$/.exec(shard)?.map(Number) ?? [];
  if (!number || !count || number > count) {
    throw new StepError(`"${shard}" is no shard.`, 'write it as --shard=1/2.');
  }
  const shards = Array.from({ length: count }, (): { size: number; files: string[] } => ({ size: 0, files: [] }));
  for (const file of files.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const smallest = shards.reduce((a, b) => (b.size < a.size ? b : a));
    smallest.size += sizeOf(file);
    smallest.files.push(file);
  }
  return files.filter((file) => shards[number - 1]?.files.includes(file));
}

/** The text of an argument `--name=text`; undefined when it is not given. */
export function valueOf(args: readonly string[], name: string): string | undefined {
  const start = `--${name}=`;
  return args.find((argument) => argument.startsWith(start))?.slice(start.length);
}
