/**
 * What nobody has said yet, as a sentence that shows in the preview too and asks to be replaced. `question` has no full
 * stop: "what should have happened".
 */
export function prompt(question: string): string {
  return `_not said yet: ${question}_`;
}

/** Without prompts and the bullets that hold nothing else: what is still open here need not be asked elsewhere. */
export function withoutPrompts(text: string): string {
  return text
    .replace(/^- \*\*[^*\n]{1,60}\*\*: _not said yet: [^_\n]*_\n?/gm, '')
    .replace(/_not said yet: [^_\n]*_ ?/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
