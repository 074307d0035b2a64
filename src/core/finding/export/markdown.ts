import { strikeWording, wontFix } from '../../block/wording.ts';
import { inlineCode } from '../../markdown/write.ts';
import { commentText } from '../comment.ts';
import { countFindings, isBlocking, isOpen, type FindingCount } from '../model.ts';
import { whereText, type PlacedFinding } from '../placed.ts';

/** The findings as one comment for a pull request: what blocks first, then what is open, then what is settled. */
export function findingsAsMarkdown(title: string, placed: readonly PlacedFinding[]): string {
  const rank = ({ finding }: PlacedFinding): number => (isOpen(finding) ? (isBlocking(finding) ? 0 : 1) : 2);
  const ordered = placed.toSorted((a, b) => rank(a) - rank(b));
  return [
    `## ${title}`,
    '',
    summary(countFindings(placed.map(({ finding }) => finding))),
    '',
    ...ordered.map(entry),
    '',
  ].join('\n');
}

function summary({ total, open, blocking }: FindingCount): string {
  if (total === 0) return 'No findings.';
  return [`${open} open`, ...(blocking ? [`${blocking} blocking`] : []), `${total - open} settled`].join(', ') + '.';
}

function entry(one: PlacedFinding): string {
  const { finding, placement } = one;
  const { state } = finding;
  const where = whereText(one);
  const lost = placement?.kind === 'lost' ? ' (line no longer found)' : '';
  const head = `${commentText({ ...finding, body: '' })}${where === '' ? '' : ` \u2014 ${inlineCode(where)}${lost}`}`;
  const { before, after } =
    state.kind === 'wont-fix' ? strikeWording(wontFix, state.reason) : { before: '', after: '' };
  const nested = [finding.body, ...finding.replies].filter((text) => text !== '').map(bullet);
  return [`- [${isOpen(finding) ? ' ' : 'x'}] ${before}${head}${after}`, ...nested].join('\n');
}

function bullet(text: string): string {
  return `  - ${text.replace(/\n(?=[^\n])/g, '\n    ')}`;
}
