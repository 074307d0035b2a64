import { redact } from '../redact/redact.ts';
import type { Evidence } from './evidence.ts';
import { relativePaths, type Root } from './relativePaths.ts';
import { shorten } from './shorten.ts';

/** A line that no log contains, so that all pieces are read as one text and the same secret gets the same placeholder. */
const SEPARATOR = '\n\u241E\u241E tpm evidence \u241E\u241E\n';

export interface RedactedEvidence extends Evidence {
  /** Lines that were left out of a long text. */
  readonly leftOut: number;
}

export interface RedactionOptions {
  readonly roots: readonly Root[];
  /** Texts to leave as they are although they look like secrets. */
  readonly kept?: ReadonlySet<string>;
  /** The user's own patterns. */
  readonly extra?: readonly { readonly name: string; readonly pattern: string }[];
}

export interface RedactionResult {
  readonly pieces: RedactedEvidence[];
  readonly words: string;
  /** Each text that was replaced, once, in the order of its first appearance. */
  readonly hidden: { readonly placeholder: string; readonly original: string }[];
  /** Patterns of the user that could not be used, and why. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Evidence and words of the user, shortened, paths written from the workspace's root, with secrets and personal data
 * replaced. Nothing of it is written, copied or shared before it went through here.
 */
export async function redactEvidence(
  pieces: readonly Evidence[],
  words: string,
  options: RedactionOptions,
): Promise<RedactionResult> {
  const short = pieces.map((piece) => shorten(piece.text));
  const parts = [words, ...pieces.flatMap((piece, index) => [short[index]!.text, ...labelsOf(piece)])];
  const joined = parts.map((part) => relativePaths(part.replaceAll('\u241E', ''), options.roots)).join(SEPARATOR);
  const { text, findings, problems } = await redact(joined, { extra: [...(options.extra ?? [])] });
  const originals = new Map(findings.map(({ placeholder, start, end }) => [placeholder, joined.slice(start, end)]));
  let shown = text;
  for (const [placeholder, original] of originals)
    if (options.kept?.has(original)) shown = shown.replaceAll(placeholder, () => original);
  const [cleanWords = '', ...clean] = shown.split(SEPARATOR);
  let next = 0;
  const cleanPieces = pieces.map((piece, index): RedactedEvidence => {
    const count = 1 + labelsOf(piece).length;
    const [body = '', ...labels] = clean.slice(next, (next += count));
    return { ...withLabels(piece, labels), text: body, leftOut: short[index]!.leftOut };
  });
  const hidden = Array.from(originals, ([placeholder, original]) => ({ placeholder, original }));
  return { pieces: cleanPieces, words: cleanWords, hidden, problems };
}

/** The short texts of a piece that go into the record beside its body. */
function labelsOf({ title, command, summary, cwd, facts }: Evidence): string[] {
  return [title, command ?? '', summary ?? '', cwd ?? '', ...Object.values(facts ?? {})];
}

function withLabels(
  piece: Evidence,
  [title = '', command = '', summary = '', cwd = '', ...values]: readonly string[],
): Evidence {
  const facts =
    piece.facts && Object.fromEntries(Object.keys(piece.facts).map((key, index) => [key, values[index] ?? '']));
  return {
    ...piece,
    title,
    ...(piece.command === undefined ? {} : { command }),
    ...(piece.summary === undefined ? {} : { summary }),
    ...(piece.cwd === undefined ? {} : { cwd }),
    ...(facts ? { facts } : {}),
  };
}
