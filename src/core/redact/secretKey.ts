import type { Demand } from './secretValue.ts';

/** What a name promises about its value: the kind of finding, and how much an unmarked value must look like a secret. */
export interface SecretKey {
  readonly kind: string;
  /** For a value in quotes or of an environment-like line. */
  readonly marked: Demand;
  /** For a value that could as well be code or prose. */
  readonly bare: Demand;
}

const password: SecretKey = { kind: 'password', marked: 'given', bare: 'mixed' };
const secret: SecretKey = { kind: 'secret', marked: 'mixed', bare: 'mixed' };
const token: SecretKey = { kind: 'token', marked: 'mixed', bare: 'mixed' };
const apiKey: SecretKey = { kind: 'api-key', marked: 'mixed', bare: 'mixed' };
const weakKey: SecretKey = { kind: 'key', marked: 'random', bare: 'random' };
const session: SecretKey = { kind: 'session', marked: 'random', bare: 'random' };
const user: SecretKey = { kind: 'user', marked: 'given', bare: 'given' };
const host: SecretKey = { kind: 'host', marked: 'given', bare: 'given' };

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const passwordWords = set(
  'password passwd pwd passphrase pass passcode passwort kennwort senha contrasena contraseña clave wachtwoord motdepasse mdp pw psk haslo parola lösenord пароль 密码 パスワード',
);
const passComposites =
  /^(?:db|ssh|user|root|admin|smtp|imap|mail|pg|my|mysql|sql|ftp|http|proxy|require|become|key|store|trust|ldap|bind|wifi|redis|mongo|vnc|login|old|new|master)(?:pass|pw)$/;
const glued = /(?:password|passwd|passphrase|passwort|kennwort)$/;
const gluedSecret = /secret$/;
const gluedToken = /^(?!publickey|cancellation)(?:[a-z]{2,12})token$/;
const gluedKey =
  /^(?:api|secret|private|access|auth|master|app|signing|encryption|shared|account|storage|license|function|subscription|deploy|webhook|hmac|aes|session|client|consumer|admin)key$/;

/** What makes a `key` a credential when it stands before it. */
const credentialKeys = set(
  'api secret private access encryption encrypt signing sign master auth app account shared storage subscription service license client consumer deploy webhook hmac aes rsa jwt crypto cipher admin write read functions integration routing ingestion ingest instrumentation provisioning recaptcha ssh vault rest',
);
/** What makes a `token` no credential. */
const harmlessTokens = set(
  'cancellation cancel next page continuation unexpected syntax expected prev previous end start stop eos bos pad unk mask sep cls max min num total prompt completion input output parse parser lexer current last first lookahead design per each invalid skip sync delimiter',
);
/** What makes a `pat` a personal access token. */
const accessTokens = set('ext github gh gitlab gitea azure devops ado access personal vsce ovsx npm snyk');
const harmlessKeys = set(
  'public primary foreign cache sort partition range unique index object row group lookup map json dict event msg message shift ctrl alt arrow enter escape sentry translation i18n registry hkey dedup idempotency trace storage-key react query route component hash gpg host order',
);
/** Ends that say "about the secret" and not "the secret". */
const positions =
  /^(?:\d+|value|val|raw|plain|plaintext|text|string|prod|production|dev|development|staging|stage|test|live|sandbox|base64|b64|encoded|old|new|current|confirm|confirmation|confirmed|again|repeat|default|ro|rw|primary|secondary|backup|main|eu|us|input)$/;

/** Names of secrets begin or continue with one of these; used to find candidates quickly. */
export const keyHint =
  /pass|pwd|(?<![a-z])pw(?![a-z])|psk|mdp|secret|token|key|cred|auth|jwt|bearer|session|sessid|sess_|(?<![a-z])sid(?![a-z])|otp|cvv|cvc|mnemonic|salt|kennwort|senha|contrase|clave|wachtwoord|has[lł]o|parola|lösenord|пароль|密码|パスワード|(?<![a-z])pat(?![a-z])|user|login|logname|hostname|computername|machinename|nodename|(?<![a-z])host(?![a-z])/giu;

/** The lower-case words of an identifier: `dbPassword`, `DB_PASSWORD` and `db-password` are `db`, `password`. */
function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** What the name of a value promises, or `undefined` if it promises no secret (`passwordLength`, `author`, `publicKeyToken`). */
export function secretKeyOf(identifier: string): SecretKey | undefined {
  const words = wordsOf(identifier);
  while (words.length > 1 && positions.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const previous = words.at(-2) ?? '';
  if (passwordWords.has(last) || glued.test(last) || passComposites.test(last)) {
    return /^(?:no|has|is|forgot|reset|show|hide|toggle|require|requires|validate|check|verify|hash|by)$/.test(
      words[0] ?? '',
    ) && words.length > 1
      ? undefined
      : password;
  }
  if (last.endsWith('pwd') && last !== 'oldpwd') return password;
  if (last === 'secret' || last === 'secrets' || gluedSecret.test(last)) return secret;
  if (last === 'pat' && accessTokens.has(previous)) return token;
  if (last === 'token' || gluedToken.test(last)) {
    if (harmlessTokens.has(previous) || (previous === 'key' && words.includes('public'))) return undefined;
    return token;
  }
  // The rest of a name behind its key: `client-key-data` of a cluster's configuration, `secret_key_base`.
  if (/^(?:data|base|material|pem)$/.test(last) && previous === 'key')
    return credentialKeys.has(words.at(-3) ?? '') ? apiKey : undefined;
  if (last === 'keys') return credentialKeys.has(previous) ? apiKey : undefined;
  if (last === 'key') {
    if (credentialKeys.has(previous)) return harmlessKeys.has(words.at(-3) ?? '') ? undefined : apiKey;
    if (words.length > 1 && !harmlessKeys.has(previous)) return weakKey;
    return undefined;
  }
  if (gluedKey.test(last)) return apiKey;
  if (last === 'id' && (words.slice(-3).join(' ') === 'private key id' || previous === 'secret')) return weakKey;
  if (last === 'id' && previous === 'session') return session;
  if (/^(?:sessionid|sessid|phpsessid|jsessionid|sid|session)$/.test(last)) return session;
  if (/^(?:credential|credentials|creds|cred|auth|authorization|jwt|bearer|salt|mnemonic)$/.test(last))
    return { kind: last === 'jwt' ? 'token' : 'credential', marked: 'random', bare: 'random' };
  if (/^(?:otp|totp|cvv|cvc|cvv2)$/.test(last)) return { kind: 'code', marked: 'given', bare: 'given' };
  if (
    /^(?:username|logname|suser|duser|samaccountname|userid|uid)$/.test(last) ||
    (/^(?:user|login)$/.test(last) && words.length <= 2) ||
    (last === 'name' && /^(?:user|login)$/.test(previous))
  )
    return user;
  if (
    /^(?:hostname|computername|machinename|nodename|userdomain|logonserver)$/.test(last) ||
    (last === 'name' && /^(?:host|computer|machine|node)$/.test(previous)) ||
    (last === 'host' && words.length <= 2)
  )
    return host;
  return undefined;
}
