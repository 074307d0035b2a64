import type { Rule } from './rule.ts';
import { isPlaceholder, isRandomLooking } from './secretValue.ts';

const isGiven = (value: string): boolean => !isPlaceholder(value);

/** `Bearer` is also a word of prose: a credential is long and is not one word. */
const isCredential = (value: string): boolean =>
  isGiven(value) &&
  (/\d/.test(value) || value.length >= 24) &&
  !/^[a-z]+(?:[-_.][a-z]+)*$/i.test(value) &&
  !/^[\w-]{1,40}="/.test(value);

/** `Basic` is a word too: base64 of `user:password` mixes cases or holds a digit. */
const isBase64Pair = (value: string): boolean =>
  isGiven(value) &&
  value.length >= 8 &&
  (/[\d=+/]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value.slice(1))));

const isSignature = (value: string): boolean => isRandomLooking(value.replace(/%[0-9A-Fa-f]{2}/g, ''));

/** Credentials that are known by the header, parameter or statement that they stand in. */
export const credentialRules: readonly Rule[] = [
  {
    kind: 'bearer-token',
    hints: ['earer', 'EARER'],
    pattern: /\b(?:Bearer|bearer|BEARER)(?:[ :=]|%20|\\u0020){1,4}["']?(?<it>[\w.~+/=-]{8,})/dg,
    accept: isCredential,
  },
  {
    kind: 'basic-auth',
    hints: ['asic ', 'ASIC ', 'asic%20'],
    pattern: /\b(?:Basic|basic|BASIC)(?: {1,4}|%20)(?<it>[A-Za-z0-9+/]{6,}={0,2})(?![\w-])/dg,
    accept: isBase64Pair,
  },
  {
    // Schemes in use beside Basic and Bearer: GitHub, Discord, Okta, Splunk, Kerberos, Opsgenie, Azure storage.
    kind: 'auth-header',
    hints: ['uthorization', 'UTHORIZATION'],
    pattern:
      /(?:[Aa]uthorization|AUTHORIZATION)(?:\\?["'])?\]?[ \t]{0,4}[:=,>][ \t]{0,4}(?:\\?["'])?\[?(?:[Tt]oken|[Aa]pi-?[Kk]ey|Bot|SSWS|Splunk|NTLM|Negotiate|GoogleLogin auth=|OAuth|GenieKey|SharedKey(?:Lite)? [\w-]{1,64}:) {0,2}(?:token=)?["']?(?<it>[\w.~+/=:-]{8,})/dg,
    accept: isCredential,
  },
  {
    // Parameters of Digest, OAuth 1, Hawk and AWS Signature headers and of presigned addresses.
    kind: 'signature',
    hints: ['ignature', 'response', 'mac=', 'sig='],
    pattern:
      /(?<!\w)(?:(?:X-(?:Amz|Goog)-|oauth_)?[Ss]ignature|response|cnonce|mac|sig)(?:=|%3D)(?:["']|%22)?(?<it>[A-Za-z0-9+/_~%-]{16,}={0,2})/dg,
    accept: isSignature,
  },
  {
    kind: 'security-token',
    hints: ['ecurity-Token', 'ecurity-token'],
    pattern: /X-Amz-Security-[Tt]oken(?:=|["']?: ?["']?)(?<it>[\w%+/=-]{16,})/dg,
  },
  {
    // The third argument of what opens a connection, in code and in stack traces that print arguments.
    kind: 'password',
    hints: ['PDO', 'mysqli', 'getConnection', 'pg_connect', 'ftp_login'],
    pattern:
      /\b(?:PDO(?:->__construct)?|mysqli(?:_real)?(?:_connect|->__construct|->real_connect)?|DriverManager\.getConnection|ftp_login)\(\s{0,4}(?:["'][^"'\n]{0,200}["']|[\w$.()# ]{1,80}),\s{0,4}(?:["'][^"'\n]{0,100}["']|[\w$.]{1,60}),\s{0,4}(?:["'])(?<it>[^"'\n]{1,256})["']/dg,
    accept: isGiven,
  },
  {
    kind: 'password',
    hints: ['ConvertTo-SecureString'],
    pattern:
      /ConvertTo-SecureString(?:\s{1,3}-(?:String|AsPlainText|Force)){0,3}\s{1,3}["'](?<it>[^"'\n]{1,256})["']/dg,
    accept: isGiven,
  },
  {
    kind: 'password',
    hints: ['NetworkCredential(', 'PSCredential('],
    pattern:
      /(?:Network|PS)Credential\(\s{0,3}["'](?<user>[^"'\n]{1,80})["']\s{0,3},\s{0,3}["'](?<it>[^"'\n]{1,256})["']/dg,
    accept: isGiven,
  },
  {
    // user:password@tcp(host) of Go's MySQL driver.
    kind: 'password',
    hints: ['@tcp(', '@unix('],
    pattern: /(?<![\w.-])(?<user>[\w.-]{1,64}):(?<it>[^\s"'`]{1,128})(?=@(?:tcp|unix)\()/dg,
    accept: isGiven,
  },
  {
    kind: 'password',
    hints: ['jdbc:oracle:'],
    pattern: /jdbc:oracle:\w{3,5}:(?<user>[\w$#]{1,64})\/(?<it>[^\s"'@/]{1,128})(?=@)/dg,
    accept: isGiven,
  },
  {
    kind: 'password',
    hints: ['IDENTIFIED', 'identified'],
    pattern:
      /\b(?:IDENTIFIED|identified)\s{1,3}(?:BY|by|WITH \w{1,40} (?:BY|AS))\s{1,3}(?:PASSWORD\s{1,3})?["'](?<it>[^"'\n]{1,256})["']/dg,
    accept: isGiven,
  },
  // Transcripts of mail and file-transfer sessions (RFC 959, 1939, 4954, 9051) and of Redis.
  {
    kind: 'password',
    hints: ['PASS '],
    pattern: /(?<=(?:^|\n)(?:[CS]: |[<>-]{1,4} ?|\[[^\]\n]{1,40}\] )?)PASS (?<it>\S{3,128})(?=\r?\n|$)/dg,
    accept: isGiven,
  },
  {
    kind: 'credential',
    hints: ['AUTH ', 'AUTHENTICATE '],
    pattern:
      /\bAUTH(?:ENTICATE)? (?:(?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER) |(?:[\w-]{1,40} )?)(?<it>[\w+/=!@#$%^&*.-]{8,1024})(?=\r?\n|$)/dg,
    accept: (value) => isGiven(value) && /[\d=]/.test(value),
  },
  {
    kind: 'password',
    hints: [' LOGIN '],
    pattern:
      /(?<=(?:^|\n)(?:C: |[<>-]{1,4} ?)?[A-Za-z]{0,4}\d{1,6} )LOGIN "?(?<user>[^\s"]{1,128})"? "?(?<it>[^\s"]{3,128})"?(?=\r?\n|$)/dg,
    accept: isGiven,
  },
  {
    // .pgpass: host:port:database:user:password (PostgreSQL manual, "The Password File").
    kind: 'password',
    hints: [':5432:', ':*:', ':6432:', ':5433:'],
    pattern:
      /(?<=^|\n)(?<host>[\w.*-]{1,255}):(?:\d{2,5}|\*):[\w.*-]{1,64}:(?<user>[\w.*@-]{1,64}):(?<it>\S{3,256})(?=\s|$)/dg,
    accept: isGiven,
  },
  {
    // .netrc, on one line or on several (GNU inetutils manual).
    kind: 'password',
    hints: ['machine ', 'default'],
    pattern:
      /\b(?:machine[ \t]{1,4}\S{1,255}|default)\s{1,8}login\s{1,4}(?<user>\S{1,128})\s{1,8}password\s{1,4}(?<it>\S{1,256})/dg,
    accept: isGiven,
  },
];
