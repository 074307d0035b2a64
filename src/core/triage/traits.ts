import type { Reading } from './readReport.ts';
import { titleForms } from './titleForm.ts';

/** Where in a report a trait shows: the line (-1 for the title) and the offsets in the title or the text. */
export interface TraitPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The traits of a report by name; `undefined`: it belongs to the report as a whole. */
export type Traits = ReadonlyMap<string, TraitPlace | undefined>;

/** People's descriptions end before; what is longer repeats itself. In UTF-16 code units. */
const longestDescription = 4000;
const longestLine = 600;
const longestTitle = 200;

/**
 * What the learned weights know by name. `x`: a word, cut to its stem; `t:x`: it is in the title; `^x`: it begins the
 * title; `s:x` and `ts:x`: a signal, anywhere and in the title; `f:x`: a form of the title; the rest is about the whole.
 */
export function traitsOf({ title, text, lines, reasons, isOutput, isWitness }: Reading): Traits {
  const traits = new Map<string, TraitPlace | undefined>();
  const add = (name: string, place?: TraitPlace): void => {
    if (!traits.has(name)) traits.set(name, place);
  };
  const inTitle = words(title, 0, Math.min(title.length, longestTitle), -1);
  inTitle.forEach(({ word, place }, i) => {
    add(`t:${word}`, place);
    if (i === 0) add(`^${word}`, place);
    add(word, place);
  });
  let left = longestDescription;
  let isBare = true;
  for (let i = 0; i < lines.length && left > 0; i++) {
    const line = lines[i];
    if (!line || line.isOutput || line.start === line.end) continue;
    for (const { word, place } of words(text, line.start, Math.min(line.end, line.start + longestLine), i)) {
      add(word, place);
      isBare = false;
    }
    left -= line.end - line.start;
  }
  for (const { signal, line } of reasons) {
    add(`s:${signal}`);
    if (line === -1) add(`ts:${signal}`);
  }
  const forms = titleForms(title);
  for (const form of forms) {
    add(`f:${form}`);
    if (isWitness) add(`wf:${form}`);
  }
  if (isOutput) add('g:output');
  if (isWitness) add('g:witness');
  if (isBare) add('g:bare');
  return traits;
}

/** A trait that is a word of the report, in contrast to signals and forms. */
export function isWord(trait: string): boolean {
  return !/^(?:s|ts|f|wf|g):/.test(trait);
}

/**
 * How much one word of a report counts: the more a report says, the less a single word of it means,
 * with the square root as usual for lengths of texts. Signals and forms count alike in all.
 */
export function worthOfWord(traits: Iterable<string>): number {
  let count = 0;
  for (const trait of traits) if (isWord(trait)) count++;
  return Math.sqrt(usualWords / Math.max(count, fewestWords));
}

/** Words of a report as traits: of a usual one, and of one that is so short that each means no more. */
const usualWords = 40;
const fewestWords = 20;

function words(source: string, from: number, to: number, line: number): { word: string; place: TraitPlace }[] {
  return Array.from(source.slice(from, to).matchAll(/[A-Za-z][A-Za-z'’]*|\d+|\?/g), ({ 0: raw, index }) => ({
    word: stem(raw.toLowerCase().replace(/['’]/g, '')),
    place: { line, start: from + index, end: from + index + raw.length },
  }));
}

/** Numbers are one word; of other words the usual endings go, so that "crash", "crashes" and "crashed" are one. */
function stem(word: string): string {
  if (/^\d/.test(word)) return '#';
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:sh|ch|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return undouble(word.slice(0, -1));
  return undouble(word);
}

function undouble(word: string): string {
  const short = word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
  return short.length > 3 && /([bdgmnprt])\1$/.test(short) ? short.slice(0, -1) : short;
}
