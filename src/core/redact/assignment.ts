import { acceptsGroup } from './personalRules.ts';
import type { Candidate } from './rule.ts';
import { keyHint, secretKeyOf } from './secretKey.ts';
import type { SecretKey } from './secretKey.ts';
import { isCode, isPassPhrase, isSecretValue, wordOfProse, type Demand } from './secretValue.ts';
import { quotedEnd, unquotedEnd } from './valueExtent.ts';

const IDENTIFIER_LIMIT = 80;
const otherLetter = /[\p{L}\p{N}]/u;

/** How a name and its value are joined; decides how sure one can be that the value is one. */
type Joint = 'assigned' | 'typed' | 'listed' | 'spaced' | 'flagged' | 'element';

interface Value {
  readonly start: number;
  readonly end: number;
  readonly joint: Joint;
  readonly isQuoted: boolean;
}

const closing = /(?:\p{Cc}\[[\d;]{0,12}m)?(?:\\{0,3}["'`]|&quot;|&#34;|%22)?[\])}]?[?!]?/uy;
const assigned = /[ \t]{0,40}(?:=>|:=|->|=(?![=~])|%3D|\\u003[dD]|:(?!:)|\.{4,80})[ \t]{0,40}/y;
/** `var_dump` and Debug views put the value on the next line. */
const dumped = /\r?\n[ \t]{0,40}(?=(?:string|int)\()/y;
/** `{"name": "X", "value": "Y"}`, `name: X` above `value: Y`, `key="X" value="Y"`, `<name>X</name><value>Y</value>`. */
const named =
  /(?:\\?["'])?\s{0,40},?\s{0,40}\\?["']?(?:value|Value|val|data|content|text)\\?["']?\s{0,4}[:=]\s{0,4}|<\/(?:[\w.-]{1,20}:)?(?:key|name|Key|Name|string)>\s{0,80}<(?:[\w.-]{1,20}:)?(?:string|value|Value|data)>|["']\r?\n\r?\n|["'][^<>\n]{0,80}>\s{0,80}(?:<(?:value|Value|string)>)?/y;
const namedBefore =
  /(?:\b(?:name|key|id|Name|Key)\\?["']?\s{0,4}[=:]\s{0,4}(?:\\?["'])?|<(?:[\w.-]{1,20}:)?(?:key|name|Key|Name|string)>)$/;
const element = /(?:\s[^<>\n]{0,200})?>(?:\s{0,4}<!\[CDATA\[)?/y;
const listed = /[ \t]{0,4},[ \t]{0,4}(?=\\{0,3}["'])/y;
const spaced = /[ \t]{1,40}(?:is[ \t]|was[ \t]|set to[ \t])?(?=["'`]?\S)/y;
/** What stands between a separator and a value without being part of it: colours, casts, wrappers, string prefixes, YAML tags. */
const wrapping =
  /(?:\p{Cc}\[[\d;]{0,12}m|\((?:string|String|SecureString)\)[ ]?|string\(\d{1,6}\)[ ]?|!![a-z]{1,10}[ ]|(?:Some|Just|String|Optional|SecretString|Secret|JSON\.stringify|std::string|new String|Buffer\.from|from_static)\(|[&]?\[[ ]?(?=\\?["'\w])|(?:[bBrRuUfFNn@$]|base64:|Lit)(?=["'])|base64:|\{(?=["']))*/uy;
const blockScalar = /[|>][+-]?\r?\n[ \t]{1,40}(?=\S)/y;

function eat(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Values of secret-like names in the usual ways of writing an assignment: env, JSON, YAML, XML, INI, code, dumps, logs, flags. */
export function* assignmentsIn(text: string): Generator<Candidate> {
  const keys = new Map<string, SecretKey | undefined>();
  keyHint.lastIndex = 0;
  for (let hit = keyHint.exec(text), done = 0; hit; hit = keyHint.exec(text)) {
    const start = identifierStart(text, hit.index, done);
    const end = identifierEnd(text, keyHint.lastIndex);
    keyHint.lastIndex = end;
    done = end;
    if (end - start > IDENTIFIER_LIMIT) continue;
    // The user of an address, as in `https://x-access-token:...@host`: read with the address.
    if (text.startsWith('//', start - 2) && text[end] === ':') continue;
    const name = text.slice(start, end);
    if (!keys.has(name)) keys.set(name, secretKeyOf(name.replace(/[.-]+$/, '')));
    const key = keys.get(name);
    const value = key && !/\$[{(]$/.test(text.slice(Math.max(0, start - 2), start)) && valueOf(text, start, end);
    if (!value) continue;
    if (value.isQuoted) yield* changedTo(text, key, value.end);
    if (!isSecret(text, key, value, start)) continue;
    yield { kind: key.kind, start: value.start, end: value.end };
    if (value.isQuoted) yield* listedAfter(text, key, value);
    keyHint.lastIndex = Math.max(end, value.end);
    done = keyHint.lastIndex;
  }
}

/** Letters, digits, `_`, `.` and `-` make a name. */
function isPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127) return otherLetter.test(text.charAt(at));
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

function identifierStart(text: string, from: number, floor: number): number {
  let start = from;
  const lowest = Math.max(floor, from - IDENTIFIER_LIMIT);
  while (start > lowest && isPart(text, start - 1)) start--;
  // An escape of a string is no letter of the name: `\nPASSWORD=`.
  return text[start - 1] === '\\' && /[nrt]/.test(text.charAt(start)) && text[start - 2] !== '\\' ? start + 1 : start;
}

function identifierEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isPart(text, end) && !text.startsWith('..', end)) end++;
  return end;
}

/** `"old" -> "new"`, as plans and diffs print a change. */
function* changedTo(text: string, key: SecretKey, end: number): Generator<Candidate> {
  const arrow = /["'`] {0,4}[-=]> {0,4}["'`]/y;
  arrow.lastIndex = end;
  const joint = arrow.exec(text)?.[0];
  if (joint === undefined) return;
  const start = end + joint.length;
  const close = quotedEnd(text, start, joint.slice(-1));
  if (close !== undefined && isSecretValue(text.slice(start, close), key.marked))
    yield { kind: key.kind, start, end: close };
}

/** The further ones of `keys = ["a", "b"]`. */
function* listedAfter(text: string, key: SecretKey, { start, end }: Value): Generator<Candidate> {
  if (!/\[\s{0,8}["']$/.test(text.slice(Math.max(0, start - 10), start))) return;
  const further = /["'],\s{0,20}["'](?<it>[^"'\n]{3,512})(?=["'])/dy;
  further.lastIndex = end;
  for (let match = further.exec(text); match; match = further.exec(text)) {
    const [from, to] = match.indices?.groups?.['it'] ?? [0, 0];
    if (!isSecretValue(text.slice(from, to), key.marked)) return;
    yield { kind: key.kind, start: from, end: to };
  }
}

function valueOf(text: string, start: number, end: number): Value | undefined {
  const before = text.slice(Math.max(0, start - 48), start);
  if (/<(?:\/?[\w.-]{1,20}:)?$/.test(before)) {
    const at = eat(element, text, end);
    return at > end ? read(text, at, 'element', before) : undefined;
  }
  const closed = eat(closing, text, end);
  const at = eat(assigned, text, closed);
  if (at > closed)
    return read(text, eat(dumped, text, at), text.slice(closed, at).trim() === ':' ? 'typed' : 'assigned', before);
  if (/[\\"'<,\s]/.test(text.charAt(end)) && namedBefore.test(before)) {
    const value = eat(named, text, end);
    if (value > end) return read(text, value, text[value - 1] === '>' ? 'element' : 'assigned', before);
  }
  const list = eat(listed, text, closed);
  if (list > closed && /["'{([:]$/.test(before)) return read(text, list, 'listed', before);
  const space = eat(spaced, text, end);
  if (space === end) return undefined;
  if (/#define\s{1,4}$/.test(before)) return read(text, space, 'assigned', before);
  const isFlag = /(?:^|\s)(?:--?|\/)[\w-]*$/.test(before + text.slice(start, end));
  return read(text, space, isFlag ? 'flagged' : 'spaced', before);
}

function read(text: string, from: number, joint: Joint, before: string): Value | undefined {
  const start = eat(wrapping, text, joint === 'typed' ? Math.max(from, eat(blockScalar, text, from)) : from);
  const quote = /^(?:\\{0,3}["'`]|&quot;|&#34;|%22)/.exec(text.slice(start, start + 6))?.[0];
  if (joint === 'element' && !quote) {
    const end = text.indexOf('<', start);
    return end > start && end - start <= 4096 ? trimmed(text, start, end, joint, true) : undefined;
  }
  if (quote !== undefined) {
    const end = quotedEnd(text, start + quote.length, quote);
    if (end !== undefined) return { start: start + quote.length, end, joint, isQuoted: true };
    if (quote.length > 1) return undefined;
  }
  const valueStart = start + (quote?.length ?? 0);
  const isOwnLine =
    /(?:^|\n|\\n|["'])[ \t]*(?:-[ \t]|export[ \t]|set[ \t]|SET[ \t]|ENV[ \t]|ARG[ \t]|\$env:|declare -x[ \t]|[#;>+|-][ \t]?)?[ \t]*["']?$/.test(
      before,
    ) || before === '';
  return trimmed(text, valueStart, unquotedEnd(text, valueStart, isOwnLine), joint, false);
}

function trimmed(text: string, start: number, end: number, joint: Joint, isQuoted: boolean): Value {
  const value = text.slice(start, end);
  const lead = value.length - value.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, value.trimEnd().length), joint, isQuoted };
}

function isSecret(text: string, key: SecretKey, { start, end, joint, isQuoted }: Value, keyStart: number): boolean {
  const value = text.slice(start, end);
  if (key.kind === 'user' || key.kind === 'host')
    return isNamed(text, key.kind, value, { start, end, joint, isQuoted });
  if (value.toLowerCase() === text.slice(keyStart, keyStart + value.length).toLowerCase()) return false;
  if (joint !== 'assigned' && text.slice(keyStart, keyStart + 5).match(/^PASS\b/)) return false; // a test that passed
  if (!isQuoted && (joint === 'flagged' ? wordOfProse.test(value) : joint === 'typed' && isParameter(text, end)))
    return false;
  if (key.kind === 'code') return /^\d{3,8}$/.test(value);
  const isPhrase = isQuoted && /\s/.test(value) && isPassPhrase(value);
  if (isPhrase && /passphrase["'\]]*[:=]?\s*["']?$/i.test(text.slice(Math.max(0, start - 24), start))) return true;
  if (joint === 'assigned' && isEnvironment(text, start, end)) return isPhrase || isSecretValue(value, demandOf(key));
  if (/^[\w.-]+\}\//.test(value) || isWordOfOthers(value)) return false;
  if (!isQuoted && isCode(value)) return false;
  const isTight = joint === 'assigned' && !/\s/.test(text.charAt(start - 1));
  const isTightPassword = joint === 'typed' && key.kind === 'password' && text[start - 1] === ':' && /\d/.test(value);
  const isMarked = isQuoted
    ? joint !== 'listed' && (joint !== 'spaced' || key.kind === 'password')
    : isTight || isTightPassword || joint === 'flagged' || isWholeLine(text, keyStart, end, joint);
  const demand = isMarked ? key.marked : key.bare;
  if (joint === 'spaced' && !/\d/.test(value)) return false;
  if (!isSecretValue(value, demand)) return false;
  // Unquoted letters beside a password: a variable before `)` or `;`, a word of prose before a space.
  if (!isQuoted && demand === 'given' && /^\p{L}+$/u.test(value))
    return joint !== 'typed' || (/^\p{Ll}{6,}$/u.test(value) && !/[;,)]/.test(text.charAt(end)));
  // Quoted words in capitals or with a capital in front are labels: `"password": "Password"`, `token: 'Token'`.
  if (isQuoted && joint === 'listed') return isSecretValue(value, 'mixed');
  return !(
    isQuoted &&
    /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(value) &&
    /pass|word|secret|token|pwd|kenn|contrase|senha|mot/i.test(value)
  );
}

/** `(password: string): void`: the value is a type. */
function isParameter(text: string, end: number): boolean {
  return /^\)\s?(?::|->|=>|\{)/.test(text.slice(end, end + 4));
}

/**
 * `DB_PASSWORD=adminpass` alone on its line, and `-e DB_PASSWORD=adminpass` of a command: data, though a variable or a call may look like
 * that.
 */
function isEnvironment(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 3);
  return (
    (/(?:^|\n)[ \t]*(?:-[ \t])?(?:export )?[A-Z][A-Z0-9_]*=["']?$/.test(before) && /^["']?(?:\r?\n|$)/.test(after)) ||
    (/\s(?:-e|--env)[ =]["']?[A-Z][A-Z0-9_]*=["']?$/.test(before) && /^["']?(?:\s|$)/.test(after))
  );
}

/** There a password or a secret may be any word. */
function demandOf({ kind, marked }: SecretKey): Demand {
  return kind === 'secret' ? 'given' : marked;
}

/** Letters alone, some of them not of ASCII: the word for a password in another language. */
function isWordOfOthers(value: string): boolean {
  return /^[\p{L}ー\s]+$/u.test(value) && /[^\p{ASCII}]/u.test(value);
}

/** Whether the name begins its line and the value ends it, as in YAML, INI and HTTP headers. */
function isWholeLine(text: string, keyStart: number, end: number, joint: Joint): boolean {
  if (joint === 'listed' || joint === 'element') return false;
  const before = text.slice(Math.max(0, keyStart - 40), keyStart);
  return (
    /(?:^|\n)[ \t]*(?:-[ \t]|[<>][ \t])?["']?$/.test(keyStart < 40 ? `\n${before}` : before) &&
    /^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(end, end + 80))
  );
}

function isNamed(text: string, kind: string, value: string, { joint, isQuoted, end, start }: Value): boolean {
  if (joint === 'listed' || joint === 'spaced' || value.length < 3 || value.length > 64 || !acceptsGroup(kind, value))
    return false;
  if (!/^[\p{L}\d][\p{L}\d._\\@-]*$/u.test(value) || (!isQuoted && isCode(value))) return false;
  if (
    /^(?:\d+|[A-Z][a-z]+|.*(?:name|user|login|host|id|email|role|config|value|options|data|input|request)s?)$/i.test(
      value,
    ) &&
    !/\d$/.test(value)
  ) {
    if (
      !/^[a-z]{3,}\d*$/.test(value) ||
      /(?:name|user|login|host|id|email|role|config|value|options|data|input|request)s?$/.test(value)
    )
      return false;
  }
  if (kind === 'host')
    return (
      /[\d-]|\.(?:internal|local|lan|corp|intra)/.test(value) && !/^\d|\.(?:com|org|net|io|dev|ts|js)$/.test(value)
    );
  return (
    isQuoted ||
    (joint === 'assigned' && !/\s/.test(text.charAt(start - 1)) && !/[;)(]/.test(text.charAt(end))) ||
    (joint !== 'typed' ? joint === 'element' || joint === 'flagged' : /\d|[._-]/.test(value))
  );
}
