import type { Rule } from './rule.ts';
import { isCode, isPlaceholder, isRandomLooking } from './secretValue.ts';

/** Beside the word for it, a value with a digit or a sign is one that somebody typed; a word alone is prose. */
const isTyped = (value: string): boolean => !isPlaceholder(value) && !isCode(value) && /[^\p{L}_.-]/u.test(value);

/** Credentials that people write into sentences, and that installers print for people. */
export const proseRules: readonly Rule[] = [
  {
    kind: 'password',
    hints: ['assword is', 'assword was'],
    pattern: /[Pp]assword (?:is|was):? ["'`]?(?<it>[^\s"'`,;)]{6,64})/dg,
    accept: (value) => isTyped(value) && /\p{L}/u.test(value),
  },
  {
    // "user demo / password demoDemo3", "sign in as demo with pwd demoDemo3".
    kind: 'password',
    hints: ['pass', 'Pass', 'pwd', 'pw'],
    pattern:
      /\b(?:[Uu]ser(?:name)?|[Ll]ogin|[Aa]ccount|(?:sign(?:ed)?|log(?:ged)?) ?in (?:as|with))\b[^\n]{0,48}?[ /](?:[Pp]assword|passwd|pwd|pw|pass)[ :=]{1,3}["'`]?(?<it>[^\s"'`,;()&]{6,64})/dg,
    accept: (value) => isTyped(value) && /\p{L}/u.test(value) && /\d/.test(value),
  },
  {
    kind: 'password',
    hints: ['redentials'],
    pattern: /[Cc]redentials[^\n:]{0,60}: {0,2}(?<user>[\w.@-]{2,64})[:/](?<it>[^\s/]{4,64})(?=\s|$)/dg,
    accept: isTyped,
  },
  {
    kind: 'password',
    hints: ['ot de passe', 'asswort', 'ontrase', 'enha', 'achtwoord'],
    pattern:
      /\b(?:[Mm]ot de passe|[Pp]asswort|[Cc]ontrase(?:ñ|n)a|[Ss]enha|[Ww]achtwoord) ?[:=] ?["'`]?(?<it>[^\s"'`,;]{4,64})/dg,
    accept: isTyped,
  },
  {
    // "my api key (...) stopped working", "Using Jellyfin api key ...", "The API key I'm using is ...".
    kind: 'api-key',
    hints: ['key ', 'Key ', 'KEY ', 'token '],
    pattern:
      /\b(?:api|access|secret|auth)[ -]?(?:key|token)(?: I'm using| I use| we use)?(?: is| was)?:? ["'`(]?(?<it>[\w.-]{16,128})(?![\w/])/dgi,
    accept: isRandomLooking,
  },
  {
    // What a prompt of a command line was answered with.
    kind: 'secret',
    hints: ['nter ', 'aste ', 'Access Key ['],
    pattern:
      /(?:\b(?:[Ee]nter|[Pp]aste)[^\n:]{0,60}\b(?:secret|token|key|password)\b[^\n:]{0,30}|Secret Access Key \[[^\]\n]{0,40}\]): (?:[….*]{1,3} )?(?<it>\S{12,256})(?=\s|$)/dg,
    accept: (value) => isRandomLooking(value) || /^[A-Za-z0-9+/]{40}$/.test(value),
  },
  {
    // What a cluster's secret was decoded to.
    kind: 'password',
    hints: ['base64 ', 'initial-password'],
    pattern:
      /(?:\bsecrets?\b[^\n]{0,300}base64 (?:-d|-D|--decode)|\binitial-password\b)[^\n]{0,40}\r?\n(?<it>[^\s/]{8,128})(?=\r?\n|$)/dg,
    accept: (value) => isTyped(value) && /\p{L}/u.test(value),
  },
  {
    // What an installer prints: "Password for the elastic user: ...", or on a line of its own below.
    kind: 'password',
    hints: ['assword', 'ASSWORD'],
    pattern:
      /(?:[Pp]assword|PASSWORD) [^\n:=]{1,120}[:=](?:[ \t]{1,4}|[ \t]{0,4}\r?\n(?:[ \t]{0,8}\r?\n)?[ \t]{0,8})(?<it>\S{12,128})(?=\s*(?:\n|$))/dg,
    accept: (value) => isRandomLooking(value) && /[a-z]/.test(value) && !value.includes('://') && !isCode(value),
  },
  {
    kind: 'password',
    hints: ['password'],
    pattern:
      /\b(?:[Tt]emporary|[Ii]nitial|[Gg]enerated|[Dd]efault) password [^\n:=]{1,80}[:=] (?<it>\S{8,64})(?=\s|$)/dg,
    accept: (value) => isTyped(value) && /\p{L}/u.test(value) && /\d/.test(value) && !value.includes('://'),
  },
  {
    kind: 'unseal-key',
    hints: ['Unseal Key'],
    pattern: /Unseal Key \d{1,2}: (?<it>[\w+/=]{20,})/dg,
  },
];
