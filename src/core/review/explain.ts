import { markdownOf } from '../markdown/plainText.ts';
import { reasonsMarker, type Correction } from './correction.ts';
import { kindWords } from './reasons.ts';
import type { SelectedItem, Selection } from './selection.ts';

/** Below the part that says why; it holds no state, so that an update may replace it as a whole. Above it is `reasonsMarker`. */
export const reasonsEnd = '<!-- /tpm:reasons -->';

/** Why these items, and what else fits, folded, as Markdown without a final line ending. Empty when nothing is selected. */
export function renderReasons(
  selection: Selection,
  { lineEnding = '\n', correction = {} }: { readonly lineEnding?: string; readonly correction?: Correction } = {},
): string {
  const { inSight, also } = selection;
  if (!inSight.length) return '';
  const more = also.length ? `, and ${also.length} more for this change` : '';
  return [
    reasonsMarker(correction),
    '<details>',
    `<summary>Why ${inSight.length === 1 ? 'this item' : `these ${inSight.length} items`}${more}</summary>`,
    '',
    ...headLines(selection),
    '',
    ...inSight.map(reasonLine),
    ...alsoLines(also),
    '',
    '</details>',
    reasonsEnd,
  ].join(lineEnding);
}

/** The change in one line, whom the items are for, what kind it was taken for, and the advice about its size. */
export function headLines({ size, kinds, advice, role, roleReason }: Selection): string[] {
  const generated = size.generatedFiles ? `, ${size.generatedFiles} of them generated` : '';
  const figures = `${size.files} ${size.files === 1 ? 'file' : 'files'}${generated}, ${size.added} ${size.added === 1 ? 'line' : 'lines'} added, ${size.removed} removed.`;
  const taken = kinds.map(({ kind, reasons }) => `${capital(kindWords[kind])}: ${reasons[0] ?? ''}.`);
  const whom = `For its ${role}${roleReason === undefined ? '' : `: ${roleReason}`}.`;
  return [[figures, whom, ...taken, ...(advice ? [advice.text] : [])].join(' ')];
}

/** What is for every review is named in one line: its reason is always the same. */
function alsoLines(also: Selection['also']): string[] {
  const always = also.filter(({ reasons }) => reasons[0]?.code === 'every-review');
  const own = also.filter((one) => !always.includes(one));
  const titles = always.map(({ item }) => markdownOf(item.title)).join('; ');
  return [
    ...(own.length ? ['', '**Also for this change**', '', ...own.map(reasonLine)] : []),
    ...(always.length ? ['', `**For every review**: ${titles}.`] : []),
  ];
}

function reasonLine({ item, checklist, reasons }: SelectedItem): string {
  const title = item.isMust ? `**${markdownOf(item.title)}**` : markdownOf(item.title);
  return `- ${title} (${markdownOf(checklist.title)}): ${reasons[0]?.text ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
