import type { Candidate } from './rule.ts';
import { secretKeyOf } from './secretKey.ts';
import type { SecretKey } from './secretKey.ts';
import { isSecretValue } from './secretValue.ts';

/** A table of more columns, or with longer lines, is data that nobody reads; it is left to the other rules. */
const COLUMN_LIMIT = 40;
const LINE_LIMIT = 4000;
const MARKDOWN_ROW =
  /(?<=^|\n)[ \t]{0,8}\|[ \t]{0,20}`?(?<name>[\w.-]{2,80})`?[ \t]{0,40}\|[ \t]{0,20}`?(?<it>[^|`\s]{3,512})`?[ \t]{0,80}\|/dg;
const HEAD = /(?<=^|\n)"?[A-Za-z][\w -]{0,40}"?([,;\t])[^\n]{3,2000}/g;
const COLUMN_NAME = /^"?[A-Za-z][\w -]{0,40}"?$/;

const INSERT =
  /\bINSERT\s{1,4}INTO\s{1,4}[^\s(]{1,80}\s{0,4}\((?<columns>[^()]{1,400})\)\s{0,4}VALUES\s{0,4}\((?<values>[^()\n]{1,2000})\)/dgi;
const SQL_VALUE = /'(?:[^'\\]|''|\\.)*'|[^,']+/g;

/**
 * Secrets in tables: `| DB_PASSWORD | value |` in Markdown, columns of a separated list whose head names a secret, and the values of an
 * `INSERT` by the names of its columns.
 */
export function* tableSecretsIn(text: string): Generator<Candidate> {
  if (text.includes('|')) {
    for (const match of text.matchAll(MARKDOWN_ROW)) {
      const key = credentialKey(match.groups?.['name'] ?? '');
      const range = match.indices?.groups?.['it'];
      if (key && range && isSecretValue(text.slice(...range), 'mixed'))
        yield { kind: key.kind, start: range[0], end: range[1] };
    }
  }
  yield* insertedIn(text);
  HEAD.lastIndex = 0;
  for (let head = HEAD.exec(text); head; head = HEAD.exec(text)) {
    const separator = head[1] ?? ',';
    const names = head[0].trimEnd().split(separator, COLUMN_LIMIT + 1);
    if (names.length > COLUMN_LIMIT || !names.every((name) => COLUMN_NAME.test(name))) continue;
    const columns = names.map((name) => credentialKey(name.replace(/[" ]/g, '_')));
    if (!columns.some((key) => key !== undefined)) continue;
    HEAD.lastIndex = yield* columnsBelow(text, head.index + head[0].length + 1, separator, columns);
  }
}

function* insertedIn(text: string): Generator<Candidate> {
  for (const { groups, indices } of text.matchAll(INSERT)) {
    const columns = (groups?.['columns'] ?? '').split(',').map((name) => credentialKey(name.replace(/[`"[\]\s]/g, '')));
    const from = indices?.groups?.['values']?.[0] ?? 0;
    const values = [...(groups?.['values'] ?? '').matchAll(SQL_VALUE)].filter(([value]) => value.trim() !== '');
    for (const [column, { 0: value, index }] of values.entries()) {
      const key = columns[column];
      if (!key || !value.startsWith("'") || !isSecretValue(value.slice(1, -1), 'given')) continue;
      yield { kind: key.kind, start: from + index + 1, end: from + index + value.length - 1 };
    }
  }
}

function credentialKey(name: string): SecretKey | undefined {
  const key = secretKeyOf(name);
  return key?.kind === 'user' || key?.kind === 'host' ? undefined : key;
}

/** Reads the lines below a head while they have as many fields; returns where the table ends. */
function* columnsBelow(
  text: string,
  from: number,
  separator: string,
  columns: readonly (SecretKey | undefined)[],
): Generator<Candidate, number> {
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const fields = end - at > LINE_LIMIT ? [] : text.slice(at, end).split(separator, COLUMN_LIMIT + 1);
    if (fields.length !== columns.length) break;
    let start = at;
    for (const [index, field] of fields.entries()) {
      const value = field.trim().replace(/^"|"$/g, '');
      const key = columns[index];
      const offset = start + field.indexOf(value);
      if (key && isSecretValue(value, 'mixed')) yield { kind: key.kind, start: offset, end: offset + value.length };
      start += field.length + 1;
    }
    at = end + 1;
  }
  return Math.max(0, Math.min(at, text.length) - 1);
}
