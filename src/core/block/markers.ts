/** The two comments that hold a block. They are invisible wherever Markdown is rendered. */
export const openingMarker = (checklist: string): string => `<!-- tpm:checklist ${checklist} -->`;
export const closingMarker = '<!-- /tpm:checklist -->';

/** The checklist id in an opening marker; `undefined` for any other comment. Further words after the id are ignored. */
export function openedChecklist(comment: string): string | undefined {
  return /^<!--\s*tpm:checklist\s+([^\s>]+)[^>]*-->/.exec(comment)?.[1];
}

export function isClosingMarker(comment: string): boolean {
  return /^<!--\s*\/tpm:checklist\b[^>]*-->/.test(comment);
}

/** Whether a line carries the comment that makes a task a finding of a review. */
export function hasFindingMarker(line: string): boolean {
  return /<!--[ \t]*tpm:finding\b/.test(line);
}
