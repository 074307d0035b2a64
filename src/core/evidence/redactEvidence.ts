import { redact, type Finding } from '../redact/redact.ts';
import { relativePaths, type Root } from './relativePaths.ts';
import { shorten } from './shorten.ts';
import type { Evidence } from './evidence.ts';

/** A line that no log contains, so that all pieces are read as one text and the same secret gets the same placeholder. */
const SEPARATOR = '\n\u241E\u241E tpm evidence \u241E\u241E\n';

export interface RedactedEvidence extends Evidence {
  /** Lines that were left out of a long text. */
  readonly leftOut: number;
}

/**
 * Evidence and words of the user, shortened, paths written from the workspace's root, with secrets and personal data replaced. Nothing of it is written, copied
 * or shared before it went through here.
 */
export async function redactEvidence(
  pieces: readonly Evidence[],
  words: string,
  roots: readonly Root[],
): Promise<{ pieces: RedactedEvidence[]; words: string; findings: readonly Finding[] }> {
  const short = pieces.map((piece) => shorten(piece.text));
  const parts = [
    words,
    ...pieces.flatMap((piece, index) => [
      short[index]!.text,
      piece.title,
      piece.command ?? '',
      piece.summary ?? '',
      ...Object.values(piece.facts ?? {}),
    ]),
  ];
  const { text, findings } = await redact(
    parts.map((part) => relativePaths(part.replaceAll('\u241E', ''), roots)).join(SEPARATOR),
  );
  const clean = text.split(SEPARATOR);
  let next = 0;
  const take = (): string => clean[next++] ?? '';
  const cleanWords = take();
  const cleanPieces = pieces.map((piece, index): RedactedEvidence => {
    const [body, title, command, summary] = [take(), take(), take(), take()];
    const facts = piece.facts && Object.fromEntries(Object.keys(piece.facts).map((key) => [key, take()]));
    return {
      ...piece,
      text: body,
      title,
      leftOut: short[index]!.leftOut,
      ...(piece.command === undefined ? {} : { command }),
      ...(piece.summary === undefined ? {} : { summary }),
      ...(facts ? { facts } : {}),
    };
  });
  return { pieces: cleanPieces, words: cleanWords, findings };
}
