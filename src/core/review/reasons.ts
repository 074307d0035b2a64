import { inlineCode } from '../markdown/write.ts';
import type { ChangedFile } from './change.ts';
import type { KindFinding } from './kinds.ts';
import type { ScopeMatch } from './scope.ts';
import type { SelectionReason } from './selection.ts';
import type { Place, Signal } from './signals/signal.ts';

/** `undefined` when none of the signal's places is in a file of these languages; no languages = any file. */
export function signalReason(
  { code, phrase, places, paths, count }: Signal,
  files: readonly ChangedFile[],
  languages: readonly string[],
): SelectionReason | undefined {
  const isSpoken = (place: Place): boolean => {
    if (!languages.length) return true;
    const language = files.find(({ path }) => path === place.path)?.language;
    return (
      language === undefined ||
      languages.includes(language) ||
      !languages.some((one) => files.some((file) => file.language === one))
    );
  };
  const own = places.filter(isSpoken);
  const [place] = own;
  if (!place) return places.length ? undefined : { code, text: phrase, paths: [] };
  const isAll = own.length === places.length;
  const more = isAll ? count - 1 : own.length - 1;
  return {
    code,
    place,
    text: `${placeText(place)} ${phrase}${more > 0 ? `, and ${more} more` : ''}`,
    paths: isAll ? paths : [...new Set(own.map(({ path }) => path))],
  };
}

export function kindReason({ kind, reasons }: KindFinding): SelectionReason {
  return { code: 'kind', text: `${kindWords[kind]}: ${reasons[0] ?? ''}`, paths: [] };
}

export function scopeReason(match: Exclude<ScopeMatch, { by: 'kind' }> | ScopeMatch, title: string): SelectionReason {
  if (match.by === 'kind') return kindReason(match.kind);
  const [first] = match.files;
  const path = first ? placeText({ path: first.path }) : '';
  const more = match.files.length > 1 ? `, and ${match.files.length - 1} more` : '';
  const about = { paths: match.files.map((file) => file.path), ...(first ? { place: { path: first.path } } : {}) };
  return match.by === 'glob'
    ? { code: 'files', text: `${path} is what "${title}" is for${more}`, ...about }
    : { code: 'language', text: `${path} is written in ${match.language}${more}`, ...about };
}

export const kindWords = {
  'bug-fix': 'this is a bug fix',
  feature: 'this is a feature',
  refactor: 'this is a refactoring',
  performance: 'this is about performance',
  removal: 'this is a removal',
  ui: 'this changes what users see',
} as const;

function placeText({ path, line }: Place): string {
  return inlineCode(line === undefined ? path : `${path}:${line}`);
}
