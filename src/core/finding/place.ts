import { markdownOf } from '../markdown/plainText.ts';
import { singleLine } from '../text/lines.ts';
import type { Anchor } from './anchor.ts';
import type { FindingPlace } from './model.ts';

/** The invisible comment at the end of a finding's line. */
export interface Marker {
  readonly id?: string;
  readonly line?: number;
  readonly anchor?: Anchor;
}

const MARKER = /<!--[ \t]*tpm:finding\b([^>]*?)-->/;
/** At the end of a finding's words. The dash is ours; a hand-written one may lack it. */
const LINK =
  /[ \t]+(?:[\u2014\u2013-][ \t]+)?\[((?:\\.|[^\\[\]])*)\]\(<?\/([^\s<>()#]*)(?:#L(\d{1,9})(?:-L?\d+)?)?>?\)$/;
/** What would end a link, begin something else on the line, or mean something in a URL. */
const SPECIAL = /[#?()<>[\]~*\\`|]/g;

/** Where the marker stands in a line, and what it says; values that cannot be read are left out. */
export function readMarker(line: string): (Marker & { readonly start: number; readonly end: number }) | undefined {
  const match = MARKER.exec(line);
  if (!match) return undefined;
  const values = new Map(Array.from(match[1]!.matchAll(/([a-z]+)=(\S+)/g), ([, key = '', value = '']) => [key, value]));
  const list = (key: string): string[] => (values.get(key) ?? '').split(',').filter((one) => /^[\w^$]+$/.test(one));
  const number = Number(/^[1-9]\d{0,8}$/.exec(values.get('line') ?? '')?.[0]) - 1;
  const hash = /^\w+$/.exec(values.get('text') ?? '')?.[0];
  const id = /^[\w-]+$/.exec(values.get('id') ?? '')?.[0];
  const alike = Number(/^\d{1,9}$/.exec(values.get('alike') ?? '1')?.[0] ?? 1);
  const hasLine = number >= 0;
  return {
    start: match.index,
    end: match.index + match[0].length,
    ...(id === undefined ? {} : { id }),
    ...(hasLine ? { line: number } : {}),
    ...(hasLine && hash !== undefined
      ? { anchor: { line: number, hash, before: list('before'), after: list('after'), alike } }
      : {}),
  };
}

/** Numbers of lines are written from 1, as everyone reads them. */
export function renderMarker(id: string, anchor: Anchor | undefined): string {
  if (!anchor) return `<!-- tpm:finding id=${id} -->`;
  const { line, hash, before, after, alike } = anchor;
  const values = [
    `id=${id}`,
    `line=${line + 1}`,
    `text=${hash}`,
    `before=${before.join(',')}`,
    `after=${after.join(',')}`,
  ];
  return `<!-- tpm:finding ${[...values, ...(alike > 1 ? [`alike=${alike}`] : [])].join(' ')} -->`;
}

/** ` — [src/a.ts:22](/src/a.ts#L22)`: such links open in VS Code and on a forge. */
export function renderLink({ path, line }: Pick<FindingPlace, 'path' | 'line'>): string {
  const [name, hash] = line === undefined ? [path, ''] : [`${path}:${line + 1}`, `#L${line + 1}`];
  const url = encodeURI(path.toWellFormed()).replace(
    SPECIAL,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return ` \u2014 [${linkText(name)}](/${url}${hash})`;
}

function linkText(name: string): string {
  const text = singleLine(name);
  return /[[\]\\]/.test(text) ? text.replace(/[\\`*_[\]<&!]/g, '\\$&') : markdownOf(text);
}

export interface Link extends Pick<FindingPlace, 'line'> {
  /** Absent when it leads out of the workspace. */
  readonly path?: string;
  /** Offset of the link, dash included, in the words. */
  readonly start: number;
  /** Offset of its bracket. */
  readonly bracket: number;
}

export function readLink(words: string): Link | undefined {
  const match = LINK.exec(words);
  if (!match) return undefined;
  const path = decoded(match[2]!);
  const line = Number(match[3] ?? 0) - 1;
  const isInside =
    path !== undefined && path !== '' && !/^[\\/]|^[A-Za-z]:/.test(path) && !path.split(/[\\/]/).includes('..');
  return {
    start: match.index,
    bracket: match.index + match[0].indexOf('['),
    ...(isInside ? { path } : {}),
    ...(line >= 0 ? { line } : {}),
  };
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}
