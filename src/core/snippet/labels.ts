import { escapeSnippet } from './template.ts';

/** https://conventionalcomments.org/#labels, with the optional ones, the ones that ask for something first. */
const conventionalLabels = [
  'suggestion',
  'issue',
  'question',
  'todo',
  'chore',
  'praise',
  'thought',
  'note',
  'nitpick',
  'quibble',
  'polish',
  'typo',
] as const;

/** https://conventionalcomments.org/#decorations, and the ones that our comments use besides. */
const conventionalDecorations = [
  'blocking',
  'non-blocking',
  'if-minor',
  'security',
  'test',
  'performance',
  'ux',
] as const;

const defaultFormat = '**{label} ({decorations}):**';

/** How a team writes labels and decorations. */
export interface LabelStyle {
  /** The team's word for one of Conventional Comments; a decoration without letters is left out. Other words are labels of the team's own. */
  readonly words: Readonly<Record<string, string>>;
  /** Has `{label}`, and mostly `{decorations}`, which goes with the brackets around it when there is none. */
  readonly format: string;
}

export type LabelProblem =
  | { readonly code: 'labels-not-object' | 'format-without-label' }
  | { readonly code: 'word-not-text' | 'empty-label'; readonly word: string };

/** The style that the settings describe; what is wrong with them is left out and said. `undefined` is a setting that is not there. */
export function labelStyleOf(words: unknown, format: unknown): { style: LabelStyle; problems: LabelProblem[] } {
  const problems: LabelProblem[] = [];
  const isObject = typeof words === 'object' && words !== null && !Array.isArray(words);
  if (words !== undefined && !isObject) problems.push({ code: 'labels-not-object' });
  const usable = Object.entries(isObject ? words : {}).filter(([word, written]) => {
    const isText = typeof written === 'string' && !/[\r\n]/.test(written);
    const isEmpty = isText && written.trim() === '' && !isDecoration(word);
    if (!isText) problems.push({ code: 'word-not-text', word });
    if (isEmpty) problems.push({ code: 'empty-label', word });
    return isText && !isEmpty;
  });
  const isFormat = typeof format === 'string' && format.includes('{label}') && !/[\r\n]/.test(format);
  if (format !== undefined && !isFormat) problems.push({ code: 'format-without-label' });
  return {
    style: { words: Object.fromEntries(usable), format: isFormat ? format : defaultFormat },
    problems,
  };
}

/** The labels to choose from, as the team writes them: those of Conventional Comments, then its own. */
export function labelsOf({ words }: LabelStyle): { label: string; written: string }[] {
  const known: readonly string[] = conventionalLabels;
  const own = Object.keys(words).filter((word) => !known.includes(word) && !isDecoration(word));
  return [...known, ...own].map((label) => ({ label, written: written(label, words) }));
}

/** A label and decorations as the team writes them, in front of a comment. */
export function headText(label: string, decorations: readonly string[], { words, format }: LabelStyle): string {
  return headOf(written(label, words), decorations.map((one) => written(one, words)).filter(Boolean), format);
}

/** `**label (decorations):**` at the start of a snippet body, choices among either included. */
const HEAD =
  /^\*\*((?:[\p{L}\d-]|\$\{\d+\|[^}]*\|\})+)(?: \(((?:[\p{L}\d-]|\$\{\d+\|[^}]*\|\})+(?:, (?:[\p{L}\d-]|\$\{\d+\|[^}]*\|\})+)*)\))?:\*\*/u;

/** The label and decorations that a body begins with, choices by their first word; `undefined` when it begins otherwise. */
export function labelOf(body: string): { label: string; decorations: readonly string[]; end: number } | undefined {
  const head = HEAD.exec(body);
  if (!head) return undefined;
  const first = (term: string): string => choicesOf(term)?.[0] ?? term;
  return { label: first(head[1]!), decorations: termsOf(head[2]).map(first), end: head[0].length };
}

/** The body with its label and decorations as the team writes them. A body that begins otherwise is returned as it is. */
export function withLabelStyle(body: string, { words, format }: LabelStyle): string {
  const head = HEAD.exec(body);
  if (!head || (format === defaultFormat && Object.keys(words).length === 0)) return body;
  const styled = (term: string): string => {
    const choices = choicesOf(term);
    if (!choices) return escapeSnippet(written(term, words));
    const [first = '', ...more] = choices.map((one) => written(one, words).trim());
    const rest = [...new Set(more)].filter((one) => one !== '' && one !== first);
    if (first === '' || rest.length === 0) return escapeSnippet(first);
    return `\${${/\d+/.exec(term)![0]}|${[first, ...rest].map(inChoice).join(',')}|}`;
  };
  const decorations = termsOf(head[2]).map(styled).filter(Boolean);
  return headOf(styled(head[1]!), decorations, escapeSnippet(format)) + body.slice(head[0].length);
}

function headOf(label: string, decorations: readonly string[], format: string): string {
  const text = decorations.join(', ');
  const filled = text
    ? format.replaceAll(/\{decorations\\?\}/g, () => text)
    : format.replaceAll(
        / ?(?:\(\{decorations\\?\}\)|\[\{decorations\\?\}\]|<\{decorations\\?\}>|\{decorations\\?\})/g,
        '',
      );
  return filled.replaceAll(/\{label\\?\}/g, () => label);
}

function isDecoration(word: string): boolean {
  return (conventionalDecorations as readonly string[]).includes(word);
}

function written(word: string, words: LabelStyle['words']): string {
  return Object.hasOwn(words, word) ? words[word]!.trim() : word;
}

function termsOf(decorations: string | undefined): string[] {
  return decorations?.match(/\$\{\d+\|[^}]*\|\}|[^,\s]+/g) ?? [];
}

function choicesOf(term: string): string[] | undefined {
  return /^\$\{\d+\|([^}]*)\|\}$/.exec(term)?.[1]?.split(',');
}

function inChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
