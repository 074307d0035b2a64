import type { Range } from '../text/edits.ts';
import { prompt } from './prompt.ts';

const [opening = '', closing = ''] = prompt('\n').split('\n');

/** Where a new record first asks for what nobody has said yet: what is read first is filled in first. */
export function firstPrompt(text: string): Range | undefined {
  const start = text.indexOf(opening);
  const end = start === -1 ? -1 : text.indexOf(closing, start + opening.length);
  return end === -1 ? undefined : { start, end: end + closing.length };
}
