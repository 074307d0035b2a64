/**
 * What nobody has said yet, as a sentence that shows in the preview too and asks to be replaced. `question` has no full
 * stop: "what should have happened".
 */
export function prompt(question: string): string {
  return `_not said yet: ${question}_`;
}

const PROMPT = '_not said yet: [^_\\n]*_';

/** Without prompts and the bullets that hold nothing else: what is still open here need not be asked elsewhere. */
export function withoutPrompts(text: string): string {
  return text
    .replace(new RegExp(`^(?:> )?(?:- )?\\*\\*[^*\\n]{1,60}\\*\\*: ${PROMPT}\\.?\\n?`, 'gm'), '')
    .replace(new RegExp(`${PROMPT}\\.? ?`, 'g'), '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Nobody has written anything here but the question. */
export function isPrompt(text: string): boolean {
  return new RegExp(`^${PROMPT}\\.?$`).test(text.trim());
}
