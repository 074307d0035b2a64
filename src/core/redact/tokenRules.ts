import { knownTokens } from './knownTokens.ts';
import type { Rule } from './rule.ts';

const boundary = '(?<![A-Za-z0-9_])';

/** `ghp_xxxxxxxxxxxxxxxxxxxx` and the keys of Amazon's documentation are nobody's. */
const isNoStandIn = (value: string): boolean => !/(.)\1{9}|EXAMPLE(?:KEY)?$/.test(value);

const byPrefix = knownTokens.map(({ kind, starts, body }) => ({
  start: new RegExp(`^(?:${starts.join('|')})`),
  rule: {
    kind,
    pattern: new RegExp(`${boundary}(?:${starts.join('|')})${body}`, 'dg'),
    accept: isNoStandIn,
  } satisfies Rule,
}));

/** One look for every start at once, since most texts hold none of them; the longest first, so that `sk-` does not hide `sk-ant-`. */
const anyStart = new RegExp(
  `${boundary}(?:${knownTokens
    .flatMap(({ starts }) => starts)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`,
  'g',
);

const hasDigitAndUpper = (value: string): boolean => /\d/.test(value) && /[A-Z]/.test(value);

/** What a generator of letters and digits makes: small, capital and at least three digits, no long word, not the words of a name. */
const isGenerated = (value: string): boolean =>
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  /\d.*\d.*\d/.test(value) &&
  !/[a-z]{8}|[A-Z]{8}|(.)\1{5}|(?:[A-Z][a-z]{3,}.*){3}/.test(value);

const hasLettersAndDigits = (value: string): boolean => /(?:[a-z].*){4}/i.test(value) && /(?:\d.*){4}/.test(value);

const lastPart = (value: string): string => value.replace(/^.*[_-]/, '');

/** Tokens that need more than a prefix. */
const byShape: readonly Rule[] = [
  {
    // Header, claims and signature of RFC 7519; `eyJ` is the base64 of `{"`. A cut-off token has no signature yet.
    kind: 'jwt',
    hints: ['eyJ'],
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.?(?:\.[\w-]{2,}){1,4}\.?/dg,
  },
  // A short prefix and a long random body, as nearly every issuer makes tokens now; unknown issuers included.
  {
    kind: 'token',
    hints: ['_', '-'],
    pattern: /(?<![\w./+=@-])[A-Za-z]{2,8}\d?(?:[_-][a-z]{2,10}\d?){0,2}[_-][A-Za-z0-9]{30,200}(?![A-Za-z0-9+/=])/dg,
    accept: (value) => isGenerated(lastPart(value)),
  },
  // A prefix that says so needs less: `acme_sk_`, `acme-pat-`.
  {
    kind: 'token',
    hints: ['sk_', 'sk-', 'pat_', 'pat-', 'apikey', 'api_key', 'secret', 'uat_', 'oat_'],
    pattern:
      /(?<![\w./+=@-])(?:[a-z][a-z0-9]{1,11}[_-]){0,2}(?:sk|pat|apikey|api_key|secret|uat|oat)[_-](?:[a-z0-9]{2,6}[_-])?[A-Za-z0-9]{24,200}(?![\w+/=-])/dg,
    accept: (value) => hasLettersAndDigits(lastPart(value)),
  },
  { kind: 'asana-token', hints: [':'], pattern: /(?<![\w/])[12]\/\d{13,16}(?:\/\d{13,16})?:[0-9a-f]{32}(?!\w)/dg },
  { kind: 'maxmind-key', hints: ['_mmk'], pattern: /(?<!\w)[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?!\w)/dg },
  {
    // Keys that Azure marks so that scanners find them: storage, Cosmos DB, IoT Hub, Service Bus, Event Hubs, Relay, Search, Functions.
    kind: 'azure-key',
    hints: ['+ASt', 'ACDb', 'AIoT', '+ASb', '+AEh', '+ARm', 'AzSe', 'AzFu'],
    pattern:
      /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/]{76}(?:\+ASt|ACDb)[A-Za-z0-9+/]{5}==|[A-Za-z0-9+/]{33}(?:AIoT|\+ASb|\+AEh|\+ARm)[A-Za-z0-9+/]{5}=|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}(?!\w)|[\w-]{44}AzFu[\w-]{5}[AQgw]==)/dg,
  },
  { kind: 'vault-token', hints: ['s.'], pattern: /(?<![\w.-])s\.[A-Za-z0-9]{24}(?![\w.])/dg, accept: hasDigitAndUpper },
  { kind: 'terraform-token', hints: ['.atlasv1.'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{50,}/dg },
  { kind: 'newrelic-key', hints: ['NRAL'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{36}NRAL(?![A-Za-z0-9])/dg },
  { kind: 'azure-secret', hints: ['Q~'], pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/dg },
  { kind: 'azure-devops-token', hints: ['AZDO'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}/dg },
  { kind: 'discord-token', pattern: /(?<![\w.-])[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}/dg, accept: hasDigitAndUpper },
  { kind: 'telegram-token', hints: [':AA'], pattern: /(?<!\d)\d{7,11}:AA[\w-]{32,35}/dg },
  { kind: 'mailchimp-key', hints: ['-us'], pattern: /(?<![0-9a-zA-Z])[0-9a-f]{32}-us\d{1,2}(?!\d)/dg },
  {
    kind: 'webhook',
    hints: ['hooks.slack.com', 'webhook', 'hooks.zapier.com'],
    pattern:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks|hooks\.zapier\.com\/hooks\/catch|outlook\.office(?:365)?\.com\/webhook|[\w-]{1,63}\.webhook\.office\.com\/webhookb2)\/(?<it>[\w/@+-]{16,})/dg,
  },
  {
    // bcrypt, crypt(3) SHA-256/512, MD5-crypt, apr1, argon2, PBKDF2: a password hash can be attacked offline.
    kind: 'password-hash',
    hints: ['$'],
    pattern:
      /(?<![\w$])\$(?:2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}|(?:[156y]|apr1|7)\$[^\s"'<>:,;]{20,200}|argon2(?:id|i|d)\$[\w$=,+/.]{40,300})/dg,
  },
  {
    kind: 'password-hash',
    hints: ['{SSHA', '{SHA', '{CRYPT}'],
    pattern: /\{S?(?:SHA|CRYPT)\d{0,3}\}(?<it>[A-Za-z0-9+/=$.]{20,})/dg,
  },
  // An AWS secret has no prefix; beside its id it is unmistakable (CSV export, `aws configure` transcript).
  {
    kind: 'aws-secret',
    hints: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}["']?[\s,;:|/]{1,4}["']?(?<it>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/])/dg,
  },
];

/** The rules of known token formats that can find something in the text. */
export function tokenRulesFor(text: string): Rule[] {
  const found = Array.from(new Set(Array.from(text.matchAll(anyStart), ([start]) => start)));
  const rules = byPrefix.filter(({ start }) => found.some((one) => start.test(one))).map(({ rule }) => rule);
  return [...rules, ...byShape];
}
