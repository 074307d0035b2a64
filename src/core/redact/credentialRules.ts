import type { Rule, Site } from './rule.ts';
import { isPlaceholder, isRandomLooking, isSecretValue } from './secretValue.ts';

const isGiven = (value: string): boolean => !isPlaceholder(value);

/** `Bearer` is also a word of prose: a credential is long and is not one word. */
const isCredential = (value: string): boolean =>
  isGiven(value) &&
  (/\d/.test(value) || value.length >= 24) &&
  !/^[a-z]+(?:[-_.][a-z]+)*$/i.test(value) &&
  !/^[\w-]{1,40}="/.test(value);

/** `Basic` is a word too: base64 of `user:password` (RFC 7617) fills groups of four, and a short one without digits is a name. */
const isBase64Pair = (value: string): boolean => {
  if (!isGiven(value) || value.length < 8) return false;
  if (value.length < 24) return value.length % 4 === 0 && /[\d=+/]/.test(value);
  return /[\d=+/]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value.slice(1)));
};

/** `PASS` of a session (RFC 959, 1939) comes from a client or behind its `USER`; elsewhere it is a test that passed. */
const isOfSession = (value: string, { text, start }: Site): boolean =>
  isGiven(value) &&
  /(?:^|\n)(?:C: |[>-]{1,4} ?|[^\n]{0,80}\bUSER [^\n]{1,80}\n(?:[^\n]{0,160}\n)?(?:\[[^\]\n]{1,40}\] )?)PASS $/.test(
    text.slice(Math.max(0, start - 400), start),
  );

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
    hints: ['PDO', 'mysqli', 'getConnection', 'Sequelize(', 'ftp_login'],
    pattern:
      /\b(?:PDO(?:->__construct)?|mysqli(?:_real)?(?:_connect|->__construct|->real_connect)?|DriverManager\.getConnection|Sequelize|ftp_login)\(\s{0,4}(?:["'][^"'\n]{0,200}["']|[\w$.()# ]{1,80}),\s{0,4}(?:["'][^"'\n]{0,100}["']|[\w$.]{1,60}),\s{0,4}(?:["'])(?<it>[^"'\n]{1,256})["']/dg,
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
    // A connection string of ODBC puts what holds a `;` into braces.
    kind: 'password',
    hints: ['={'],
    pattern: /(?<=;\s?)(?:PWD|Pwd|pwd|PASSWORD|Password|password)=\{(?<it>[^{}\n]{3,128})\}(?=;|["']|\s|$)/dg,
    accept: isGiven,
  },
  {
    // Twelve to twenty-four words that a wallet is made again from (BIP 39).
    kind: 'recovery-phrase',
    hints: ['nemonic', 'NEMONIC', 'phrase', 'PHRASE'],
    pattern:
      /(?:mnemonic|(?:seed|recovery|secret|backup)[ _-]?phrase)["']?\s{0,4}[:=]\s{0,4}["']?(?<it>[a-z]{3,8}(?: [a-z]{3,8}){11,23})(?![\w ])/dgi,
  },
  {
    // Private members of a JSON Web Key (RFC 7518 section 6).
    kind: 'private-key',
    hints: ['"kty"'],
    pattern: /"(?:d|p|q|dp|dq|qi|k)"\s{0,4}:\s{0,4}"(?<it>[\w-]{20,1400})"/dg,
  },
  {
    kind: 'private-key',
    hints: ['RSAKeyValue', '<InverseQ>'],
    pattern: /<(?:D|P|Q|DP|DQ|InverseQ)>(?<it>[A-Za-z0-9+/=\s]{20,1400})<\//dg,
  },
  {
    // `auth=("user", "password")` of HTTP clients.
    kind: 'password',
    hints: ['auth', 'credentials'],
    pattern:
      /\b(?:auth|credentials)\s{0,2}[=:]\s{0,2}[([]\s{0,2}["'](?<user>[^"'\n]{1,80})["'],\s{0,2}["'](?<it>[^"'\n]{3,128})["']/dg,
    accept: (value) => isGiven(value) && !/^pass(?:w(?:or)?d)?$/i.test(value),
  },
  {
    // One-time codes and assertions in the address that a login comes back to (RFC 6749 section 4.1.2; SAML 2.0 bindings).
    kind: 'login-code',
    hints: ['code=', 'SAML'],
    pattern: /(?:[?&]code=|\bSAML(?:Response|Request|art)=)(?<it>[\w%+/=.~-]{16,8192})/dg,
    accept: isSignature,
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
  {
    kind: 'password',
    hints: ["PASSWORD '", "PASSWORD='", "password '"],
    pattern: /\b(?:PASSWORD|password)\s?=?\s?'(?<it>[^'\n]{3,256})'(?=\s*(?:;|$|[A-Z]))/dgm,
    accept: isGiven,
  },
  {
    // Salts of WordPress: any characters, blanks too.
    kind: 'key',
    hints: ['define('],
    pattern:
      /define\(\s{0,2}["'](?:(?:SECURE_)?AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)["'],\s{0,12}'(?<it>[^'\n]{20,200})'/dg,
  },
  {
    kind: 'secret',
    hints: ['createHmac(', 'hmac.new('],
    pattern: /(?:createHmac\(["'][\w-]{2,20}["'],\s?|hmac\.new\(b?)["'](?<it>[^"'\n]{4,256})["']/dg,
    accept: isGiven,
  },
  {
    // 32 bytes in base64 beside a bare `key`.
    kind: 'key',
    hints: ['key'],
    pattern: /(?<![\w-])key["']?\s?[:=]\s?["']?(?<it>[A-Za-z0-9+/]{43}=)(?![\w=])/dg,
  },
  {
    // user:password@host:port without a scheme.
    kind: 'password',
    hints: ['@'],
    pattern: /(?<![\w.:/@%+-])(?<user>[A-Za-z][\w.-]{1,31}):(?<it>[^\s:@/"'<>]{5,64})(?=@[\w.-]{2,60}:\d{2,5}\b)/dg,
    accept: (value) => isSecretValue(value, 'mixed'),
  },
  {
    // The signing key of JWT in settings of ASP.NET: `"Jwt": { "Key": "..." }`, `Jwt:Key = ...`.
    kind: 'key',
    hints: ['Jwt', 'JWT'],
    pattern:
      /\b(?:Jwt|JWT)\b["']?\s?[:=]\s?(?:\{[^{}]{0,120}?)?["']?(?:Key|key)["']?\s?[:=]\s?["']?(?<it>[^\s"',}]{16,256})/dg,
    accept: isGiven,
  },
  {
    // App passwords of Google: four groups of four letters.
    kind: 'password',
    hints: ['ass', 'ASS'],
    pattern: /pass(?:w(?:or)?d)?["']?\s?[=:]\s?["']?(?<it>[a-z]{4}(?: [a-z]{4}){3})(?![a-z ])/dgi,
  },
  {
    kind: 'api-key',
    hints: ['appid=', 'key='],
    pattern: /[?&](?:appid|key|apikey)=(?<it>[\w-]{24,128})(?![\w-])/dg,
    accept: isRandomLooking,
  },
  {
    kind: 'credential',
    hints: ['.dockerc'],
    pattern: /\.dockerc(?:onfigjson|fg)["']?: ?["']?(?<it>[A-Za-z0-9+/=]{20,8192})/dg,
  },
  {
    kind: 'password',
    hints: ['masterauth ', 'requirepass '],
    pattern: /(?<=^|\n)(?:masterauth|requirepass) "?(?<it>[^\s"]{4,512})/dg,
    accept: isGiven,
  },
  {
    kind: 'password',
    hints: ['<auth-user-pass>'],
    pattern: /<auth-user-pass>\r?\n(?<user>[^\n<]{1,64})\r?\n(?<it>[^\r\n<]{1,128})/dg,
  },
  {
    // What a test types into a form: `fill('#password', '...')`, `find("password").send_keys("...")`.
    kind: 'password',
    hints: ['fill(', 'type(', 'send_keys(', 'sendKeys(', 'setValue('],
    pattern:
      /(?:\.(?:fill|type|sendKeys|setValue)\(["'`][^"'`\n]{0,60}pass[^"'`\n]{0,30}["'`],\s?|["'](?:password|passwd|pwd)["'][^\n]{0,40}\.(?:send_keys|sendKeys|fill|type|setValue)\()["'`](?<it>[^"'`\n]{3,64})["'`]/dg,
    accept: isGiven,
  },
  // Transcripts of mail and file-transfer sessions (RFC 959, 1939, 4954, 9051) and of Redis.
  {
    kind: 'password',
    hints: ['PASS '],
    pattern: /\bPASS (?<it>\S{3,128})(?=\r?\n|$)/dg,
    accept: isOfSession,
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
