import { escapeHtml, escapeInline, fence } from '../markdown/write.ts';
import { durationWords } from '../text/duration.ts';
import type { RedactedEvidence } from './redactEvidence.ts';

/** The pieces as Markdown: the first one open, what only surrounds the fault folded. Empty without pieces. */
export function renderEvidence(pieces: readonly RedactedEvidence[]): string {
  return pieces.map((piece, index) => renderPiece(piece, piece.isContext || index > 0)).join('\n\n');
}

function renderPiece(piece: RedactedEvidence, isFolded: boolean): string {
  const { title, cwd, summary, duration, at } = piece;
  const heading = [
    title,
    ...(cwd ? [`in ${cwd}`] : []),
    ...(summary ? [summary] : []),
    ...(duration === undefined ? [] : [`took ${durationWords(duration)}`]),
    at.replace('T', ' '),
  ].join(' · ');
  const leftOut = piece.leftOut
    ? `\n\n${piece.leftOut === 1 ? '1 line was' : `${piece.leftOut} lines were`} left out.`
    : '';
  const gone = piece.isOutputGone
    ? '\n\n_Its output is not kept any more. Run the command again, or select the output, and add it as evidence._'
    : '';
  const body = fence(piece.text, piece.language) + leftOut + gone;
  return isFolded
    ? `<details>\n<summary>${escapeHtml(heading)}</summary>\n\n${body}\n\n</details>`
    : `**${escapeInline(heading)}**\n\n${body}`;
}
