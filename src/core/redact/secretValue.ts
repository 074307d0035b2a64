/** How much a value must look like a secret: `given` is anything a person may have typed, `random` only what a generator makes. */
export type Demand = 'given' | 'mixed' | 'random';

/** Words that stand where a secret would stand: types, states, stand-ins of documentation. */
const stopWords = new Set(
  (
    'string str number int integer bool boolean any unknown object void never bytes byte char varchar text uuid blob secretstr securestring option ' +
    'null nil none undefined nan true false yes no on off enabled disabled required optional missing invalid valid expired empty blank unset notset set ' +
    'default auto manual basic bearer digest aws4-hmac-sha256 oauth oauth2 oidc saml jwt ldap apikey header query cookie body path env file vault stdin prompt ask ' +
    'ok failed success error denied incorrect wrong mismatch rejected accepted unchanged changed changeme hidden masked redacted filtered removed ' +
    'protected private public encrypted plaintext plain sensitive computed known example sample dummy placeholder todo fixme tbd value values ' +
    'user username name email admin root self this test foo bar baz creds credentials credential login opaque kubernetes ' +
    'function async await return const let var new import export from class interface type static readonly identifier ident ' +
    'eof eol whitespace keyword operator punctuation literal comma semicolon colon rotated revoked created updated deleted not is was has must should ' +
    'argument arg param parameter field column input output data result response request config options settings props state context ' +
    'base64 base64url hex utf8 utf-8 utf16le ucs2 ascii latin1 binary iso-8859-1 sha1 sha256 sha384 sha512 hs256 hs384 hs512 rs256 rs512 es256 scram-sha-256 ' +
    'and or the for with without more less than one two three first last next previous current other same different'
  ).split(' '),
);

const standIn =
  /^(?:[x*•.#?_\-·]+|x{3,}.{0,8}|\*{3,}[\w ]{0,12}\**|.{0,4}\*{3,}|%env\(.*|\.{3,}|0+|[<[({].*[>\])}]|\$\{.*|\$\(.*|\$[A-Za-z_]\w*|\$env:.*|%[A-Za-z_]\w*%|%\w?|%[-\d.]*[sdvqx]|\{\{?.*|#\{.*|@\w+@|__\w+__|!Ref\b.*|!\w+|secret:\w*|vault:.*|ENC\[.*|op:\/\/.*|\[.*)$/i;
const standInWords =
  /example|placeholder|change[-_ ]?(?:me|it|this)|redacted|your[-_ ]?(?:own|secret|token|pass|api|key|access|client|[a-z]+[-_ ]here)|my[-_]?(?:secret|token|password|api[-_]?key)\b|insert[-_ ]|replace[-_ ]?(?:me|with|this)|not[-_ ]?set|<[a-z][\w -]*>|secrets?\.[A-Z_]{3,}|process\.env|\.\.\.$/i;

/** Whether the text is a stand-in for a value, such as `<token>`, `${TOKEN}`, `xxxx`, `changeme` or a type name. */
export function isPlaceholder(value: string): boolean {
  return (
    value === '' || standIn.test(value) || stopWords.has(value.toLowerCase()) || standInWords.test(value.slice(0, 200))
  );
}

/** Bits for each character (Shannon), over at most 256 characters; 0 for the empty text. */
function entropyOf(value: string): number {
  const sample = value.slice(0, 256);
  const counts = new Map<string, number>();
  for (const character of sample) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / sample.length) * Math.log2(count / sample.length);
  return bits;
}

const digit = /\d/;
const letter = /\p{L}/u;

/** Words joined by `-`, `_`, `.` or `:`, each with at most a short number: an identifier, not a random value. */
const identifier = /^[$@]?[A-Za-z]*\d{0,2}(?:[-_.:/][A-Za-z]*\d{0,2})*$/;
const camelWord = /^(?:[a-z]+|[A-Z]+)?(?:[A-Z][a-z]+)*\d?$/;

/** At least 20 letters of which a quarter to three quarters are capitals, and a digit or two: no name is written like that. */
function hasMixedCase(value: string): boolean {
  const letters = value.replace(/\d/g, '');
  if (letters.length < 20 || !/^[A-Za-z]+$/.test(letters)) return false;
  const share = letters.replace(/[a-z]/g, '').length / letters.length;
  return share > 0.25 && share < 0.75;
}

/** Whether a generator may have made the text: at least 16 characters, letters and digits mixed, few repeats. */
export function isRandomLooking(value: string): boolean {
  if (value.length < 16 || isPlaceholder(value)) return false;
  if (hasMixedCase(value)) return true;
  if (identifier.test(value)) return false;
  const hasDigit = digit.test(value);
  if (!hasDigit && !(value.length >= 20 && /[a-z]/.test(value) && /[A-Z]/.test(value) && !camelWord.test(value)))
    return false;
  return letter.test(value) && entropyOf(value) >= 2.8;
}

const pathLike = /^(?:~?\/|\.{1,2}\/|[A-Za-z]:[\\/]|\\\\)[\w.~\\/@ -]*$/;
const measure =
  /^(?:(?:workspace|npm|catalog|link|patch):\S*|#[\da-f]{3,8}|[-+]?\d*\.?\d+(?:px|r?em|vh|vw|pt|ms|s|%))$/i;
const version =
  /^[~^<>=v!]{0,3}\d+(?:\.(?:\d+|[x*])){0,3}(?:[-+](?:alpha|beta|rc|next|canary|dev|pre|snapshot|build|post|final|\d)[\w.-]*)?$/i;

/** A version or a range of versions, a colour, a length: what stands beside the name of a package or of a design token. */
function isMeasure(value: string): boolean {
  if (measure.test(value)) return true;
  return /[.~^<>=]/.test(value) && value.split(/\s{0,3}\|\|\s{0,3}|\s+/).every((part) => version.test(part));
}

const urlLike = /^[a-z][a-z0-9+.-]{1,15}:(?:\/\/|\\\/\\\/)/i;
const call = /^[\w$.]+(?:\(|\[|\?\.|::|->)|=>|[({]$/;
const dottedName = /^[*&]?[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+[;,]?$/;
const codeWord = /^_?[A-Za-z]+(?:_[A-Za-z]*)*\d?[;,]?$/;
const secretWord =
  /pass|pwd|secret|token|cred|auth|hash|(?:^|[^a-z])key|(?:api|access|private|public|crypt|sign|signing|user|my|db|app)key/i;

/** Whether an unquoted value reads like code: a call, a member, a variable that is named after what it holds. */
export function isCode(value: string): boolean {
  if (/^[([\\]/.test(value) || isPlaceholder(value.replace(/[?!;:,)>\]}]+$/, ''))) return true;
  if (/\]\(|^\/.*\/[dgimsuvy]*[;,]?$/.test(value)) return true;
  if (/&&|\|\||=>/.test(value) || call.test(value) || /^(?:new|await|typeof|null|undefined)\b/.test(value)) return true;
  if (dottedName.test(value) && !value.split('.').some((part) => digit.test(part) && part.length > 8)) return true;
  const word = value.replace(/[?!;:,)>\]}]+$/, '');
  return codeWord.test(word) && (secretWord.test(word) || /[a-z]Key/.test(word)) && !hasMixedCase(word);
}

/** Words of a sentence that would stand where a value stands. */
export const wordOfProse =
  /^(?:a|an|are|at|by|enter|found|from|in|missing|must|of|on|please|provided?|set|to|type|use|via|flag|option|instead|you|your)$/i;

/** Whether the words, two to eight of them, are a pass phrase and not a sentence about one. */
export function isPassPhrase(value: string): boolean {
  const words = value.trim().split(/\s+/);
  if (isPlaceholder(value.trim())) return false;
  return words.length >= 2 && words.length <= 8 && !words.some((word) => isPlaceholder(word) || wordOfProse.test(word));
}

/** Whether a value beside a secret-like key is a secret. */
export function isSecretValue(value: string, demand: Demand): boolean {
  const trimmed = value.trim();
  if (
    trimmed.length < 3 ||
    isPlaceholder(trimmed) ||
    isMeasure(trimmed) ||
    pathLike.test(trimmed) ||
    urlLike.test(trimmed)
  )
    return false;
  if (/^pk_(?:test|live)_/.test(trimmed)) return false; // what a shop publishes in its pages
  const spaces = trimmed.split(/\s+/).length - 1;
  if (spaces > 0 && !(spaces === 1 && demand !== 'random' && digit.test(trimmed) && /[!@#$%^&*+=]/.test(trimmed)))
    return false;
  if (demand === 'random') return isRandomLooking(trimmed);
  if (/^[\s{}()[\]|;:,.<>=!?&"'`\\/+-]*$/.test(trimmed)) return false;
  if (demand === 'given') return trimmed.length >= 4 || !/^\d+$/.test(trimmed);
  if (/^\d+(?:[.,:]\d+)*$/.test(trimmed)) return false;
  const isWordOnly = identifier.test(trimmed) && !/\d{2,}$/.test(trimmed.split(/[-_.:/]/)[0] ?? '');
  if (hasMixedCase(trimmed)) return true;
  return (
    trimmed.length >= 6 && !isWordOnly && (digit.test(trimmed) || /[^\w.:/-]/.test(trimmed) || isRandomLooking(trimmed))
  );
}
