import { isPersonalEmail, isPersonalName, isPrivateHost, isPrivateIpv4, isPrivateIpv6 } from './address.ts';
import { isCardNumber, isIban } from './checksum.ts';
import type { Rule, Site } from './rule.ts';

/** A separator of path parts: `/`, `\`, `\\` of an escaped string, `%5C`. */
const slash = String.raw`(?:\\{1,4}|\/|%5C|%2F)`;
const part = String.raw`[^\s\\/:*?"'<>|,;()\[\]{}%&\x60]`;
/**
 * The name of an account in a path: to the next separator; blanks only if a separator follows soon. On Unix, where hardly any account has
 * blanks, further words have a capital: in `find /home/ana -name a/b` the path ends before the blank.
 */
const accountWith = (further: string): string =>
  String.raw`(?<user>${part}{1,64}(?: (?!-)${further}(?:(?!=)${part}){0,31}){0,2}(?=\\|\/|%5C)|${part}{1,64})`;
const windowsAccount = accountWith('');
const unixAccount = accountWith('(?=[A-ZÀ-Þ])');
const isName = (value: string): boolean => isPersonalName(value);

/** A timed line of a system log, up to the name of the machine (RFC 3164 and RFC 5424 as rsyslog and journald print them). */
const logTime = String.raw`(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d))`;
/** Top-level names of private networks: RFC 8375, RFC 6762, the reserved `.internal`, and what companies use. */
const privateZone = '(?:internal|local|localdomain|lan|corp|intra|intranet|home\\.arpa|home|private|localnet)';

const isInternalName = (value: string): boolean =>
  isPrivateHost(value) &&
  !/^(?:com|org|net|io|java|javax|jdk|sun|node|this|self|window|process|global|module|app|settings|config|docker-compose|compose|env|vite)\./i.test(
    value,
  );

/** `'/home/settings'` beside a word of routing is a page, not an account. */
const isAccountPath = (value: string, { text, start, end }: Site): boolean =>
  isPersonalName(value) &&
  (/^[\\/]/.test(text.slice(end, end + 1)) || !routing.test(text.slice(Math.max(0, start - 40), start)));
const routing =
  /\b(?:get|post|put|patch|delete|use|route|routes|path|pathname|href|to|push|replace|navigate|redirect|url|link|goto|visit)\b[\s:=("'`{]{1,6}\/(?:home|Users)\/$/i;

/** People and machines. The groups `user` and `host` are checked by the engine. */
export const personalRules: readonly Rule[] = [
  // Linux, macOS, WSL and Git Bash; not a route of a web site, which follows a host name or an HTTP verb.
  {
    kind: 'user',
    hints: ['/home/', '/Users/', '/home\\/'],
    pattern: new RegExp(
      String.raw`(?:(?<![\w.~*)}\]-])|(?<=\s-[ILF]))(?<!\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) )(?:\/(?:var|export|mnt\/[a-z]|usr|data|private|System\/Volumes\/Data)|\/[a-z](?=\/Users))?\/(?:home|Users)\/${unixAccount.replaceAll('?<user>', '?<it>')}(?!\s+HTTP\/)`,
      'dg',
    ),
    accept: isAccountPath,
  },
  {
    kind: 'user',
    hints: ['sers', 'ocuments and Settings'],
    pattern: new RegExp(
      String.raw`(?<![A-Za-z])[A-Za-z](?::|%3A)${slash}(?:Users|users|USERS|Documents and Settings)${slash}${windowsAccount}`,
      'dg',
    ),
  },
  // UNC paths: the server, and the account below a share of profiles.
  {
    kind: 'host',
    hints: ['\\\\'],
    pattern:
      /(?<![\w\\:."'%])(?:["'(]?)(?<=^|[\s"'(=,[])(?:\\\\\\\\|\\\\)(?!x[\da-f]{2}|u[\da-f]{4}|HKEY_)(?<host>[A-Za-z][\w.-]{1,63})\\{1,2}(?=[\w$])(?:(?:users|home|homes|profiles|Users)\$?\\{1,2}(?<user>[\w.-]{2,64}))?/dgm,
  },
  {
    kind: 'user',
    hints: ['wsl$', 'wsl.localhost'],
    pattern: new RegExp(String.raw`wsl(?:\$|\.localhost)${slash}[\w.-]{1,40}${slash}home${slash}${unixAccount}`, 'dg'),
  },
  {
    kind: 'email',
    hints: ['@', '%40'],
    pattern:
      /(?<![\w.+%/@-])(?<it>[A-Za-z0-9](?:[\w.+-]|%2B){0,63}(?:@|%40)(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}[A-Za-z]{2,24})(?![\w@-]|\.\w)/dg,
    // Before an @ of an address stands a password, not a mailbox.
    accept: (value, { text, start }) =>
      isPersonalEmail(value.replace('%40', '@')) && !/:\/\/[^\s@/]*$/.test(text.slice(Math.max(0, start - 64), start)),
  },
  {
    kind: 'ip',
    hints: ['.'],
    pattern: /(?<![\w.-]|\d,)(?<it>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?![\w]|\.\d{1,3}(?:\.|\s?$)|-\d)/dg,
    accept: isPrivateIpv4,
  },
  {
    kind: 'ip',
    hints: [':'],
    pattern: /(?<![\w:.])(?<it>[0-9A-Fa-f]{1,4}:(?:[0-9A-Fa-f]{0,4}:){1,7}[0-9A-Fa-f]{0,4})(?![\w:])/dg,
    accept: isPrivateIpv6,
  },
  {
    kind: 'mac',
    pattern: /(?<![\w:-])(?<it>[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})(?![\w:-])/dg,
    accept: (value) =>
      !/^(?:00[:-]){5}00$|^(?:ff[:-]){5}ff$/i.test(value) && /[A-Fa-f]/.test(value) && /\d/.test(value),
  },
  {
    kind: 'card',
    pattern: /(?<![\w.-])(?<it>\d{4}([ -]?)\d{4}\2\d{4}\2\d{1,4}|\d{4}([ -]?)\d{6}\3\d{5})(?![\w-]|\.\d)/dg,
    accept: isCardNumber,
  },
  {
    kind: 'iban',
    pattern: /(?<![A-Za-z0-9])(?<it>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])/dg,
    accept: isIban,
  },
  // Shell prompts and remote-shell targets.
  {
    kind: 'host',
    hints: [' MINGW', ' MSYS'],
    pattern: /(?<=^|\n)(?<user>[\w.-]{2,64})@(?<host>[A-Za-z0-9][\w.-]{0,62})(?= (?:MINGW(?:32|64)|MSYS|UCRT64) )/dg,
  },
  // bash of macOS: `annes-Mac:shop anne$`.
  {
    kind: 'host',
    hints: ['$ '],
    pattern:
      /(?<=^|\n)(?<host>[A-Za-z0-9]{1,32}-[A-Za-z0-9-]{1,32}(?:\.local)?):[~\w./-]{1,64} (?<user>[a-z_][\w.-]{1,31})(?=\$ )/dg,
  },
  {
    kind: 'user',
    hints: ['whoami'],
    pattern: /(?<=[$>] ?whoami\r?\n(?:[\w-]{1,32}\\)?)(?<user>[\w.-]{2,64})(?=\r?\n|$)/dg,
  },
  {
    kind: 'host',
    hints: ['Linux ', 'Darwin '],
    pattern: /(?<=^|\n)(?:Linux|Darwin) (?<host>[A-Za-z0-9][\w.-]{1,62})(?= \d+\.\d+\.\d+)/dg,
  },
  // `ps aux`.
  {
    kind: 'user',
    hints: ['pts/', 'Ss ', 'Sl', 'S+', 'R+'],
    pattern: /(?<=^|\n)(?<user>[a-z_][\w.-]{1,31})(?= {1,12}\d{1,8} {1,6}\d{1,4}\.\d {1,6}\d{1,3}\.\d {1,12}\d)/dg,
  },
  {
    kind: 'phone',
    hints: ['+'],
    pattern:
      /(?<=[\w:,](?:["'(=<]| ["'(<]?))(?<it>\+[1-9]\d{0,2}(?:\d{8,12}|[ .-]?\(?\d{1,4}\)?(?:[ .-]\d{2,5}){2,4}))(?![\w.-]|:\d)/dg,
    accept: (value) => /^\d{9,15}$/.test(value.replace(/\D/g, '')) && !/555\D?01\d\d$/.test(value),
  },
  {
    kind: 'user',
    hints: ['pts/', 'tty'],
    pattern: /(?<=^|\n)(?<user>[a-z_][\w.-]{1,31})(?=\s{1,12}(?:pts\/\d|tty\d))/dg,
  },
  {
    kind: 'user',
    hints: ['DESKTOP-', 'LAPTOP-', 'WIN-'],
    pattern: /(?<=(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{6,11}\\{1,2})(?<user>[\w.-]{2,32})/dg,
  },
  {
    kind: 'mac',
    hints: ['"mac', '"MAC'],
    pattern: /"mac(?:_?addr(?:ess)?)?"\s?:\s?"(?<it>[0-9a-f]{12})"/dgi,
  },
  {
    kind: 'host',
    hints: ['@'],
    pattern:
      /(?<=^|\n|\[|\) |\r)(?<user>[a-z_][\w.-]{0,31})@(?<host>[A-Za-z0-9][\w.-]{0,62})(?=:[~/][^\n]{0,200}?[#$%] |:[~/][\w./-]{0,100}[#$]|[ :]~?[^\s\]]{0,80}\][#$%]| [~\w./-]{1,80} ?[%#$] )/dg,
  },
  {
    kind: 'host',
    hints: ['ssh', 'scp', 'sftp', 'rsync', 'mosh'],
    pattern:
      /\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\b[^\n@]{0,200}?[\s/](?<user>[A-Za-z_][\w.-]{0,31})@(?<host>[A-Za-z0-9][\w.-]{0,62})/dg,
  },
  { kind: 'host', hints: ["'@'"], pattern: /'(?<user>[\w.-]{1,64})'@'(?<host>[A-Za-z0-9][\w.-]{1,62})'/dg },
  {
    kind: 'host',
    hints: ['Permission denied', 'Connection closed', 'Received disconnect'],
    pattern:
      /(?<=^|\s)(?<user>[A-Za-z_][\w.-]{0,31})@(?<host>[A-Za-z0-9][\w.-]{0,62})(?=: (?:Permission denied|Connection|Received))/dg,
  },
  {
    kind: 'host',
    hints: ['ssh-rsa', 'ssh-ed25519', 'ecdsa-sha2'],
    pattern:
      /\b(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp\d{3}) AAAA[A-Za-z0-9+/]{20,800}={0,3} (?<user>[\w.-]{1,64})@(?<host>[\w.-]{1,64})/dg,
  },
  {
    kind: 'host',
    hints: ['ssh-remote'],
    pattern: /ssh-remote(?:\+|%2[Bb])(?:(?<user>[\w.-]{1,64})(?:@|%40))?(?<host>[\w.-]{1,64})/dg,
  },
  // System logs.
  {
    kind: 'host',
    pattern: new RegExp(
      String.raw`(?<=^|\n|\r)(?:<\d{1,3}>(?:1 )?)?${logTime} (?<host>[A-Za-z0-9][\w.-]{1,62})(?= [\w./()@-]{1,60}(?:\[\d{1,9}\])?: | [\w./-]{1,48} (?:\d+|-) )`,
      'dg',
    ),
  },
  {
    kind: 'user',
    hints: ['for ', 'user', 'uid=', 'sudo', 'USER', 'logged'],
    pattern:
      /(?:(?:Accepted|Failed) [\w/-]{1,40} for (?:invalid user )?|session (?:opened|closed) for user |[Ss]ession \d{1,9} of user |[Ii]nvalid user |authentication failure for |user unknown: |\bu?id=\d{1,8}\(|\bgid=\d{1,8}\(|\bgroups=\d{1,8}\(|\),\d{1,8}\(|sudo(?:\[\d{1,8}\])?:\s{1,6}(?=[\w.-]{1,64} : )|\bsu: \(to \w{1,32}\) |[Ll]ogged in as |(?:password|role) authentication failed for user ["'])(?<user>[A-Za-z_](?:[\w.-]{0,62}\w))/dg,
  },
  // Common log format: address, identity, account, time.
  {
    kind: 'user',
    hints: [' - '],
    pattern: /(?<=(?:^|\n)[\w.:-]{2,64} - )(?<user>[\w.@-]{2,64})(?= \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:)/dg,
  },
  // Events of the Windows security log.
  { kind: 'user', hints: ['Account Name:'], pattern: /Account Name:[ \t]{1,8}(?<user>[A-Za-z][\w.$-]{1,63})/dg },
  {
    kind: 'user',
    hints: ['drwx', '-rw', 'lrwx'],
    pattern: /(?<=^|\n)[dlcbps-][rwxsStT-]{9}[.+@]?\s{1,4}\d{1,6}\s{1,4}(?<user>[A-Za-z_][\w.-]{1,31})(?=\s)/dg,
  },
  // People behind commits and mails: the name before the address.
  {
    kind: 'name',
    hints: ['<'],
    pattern:
      /(?<=(?:^|\n)[\s>#|*]{0,8}(?:[Aa]uthor|[Cc]ommit(?:ter)?|[Tt]agger|From|To|Cc|Reply-To|Signed-off-by|Co-[Aa]uthored-[Bb]y|Reviewed-by|Tested-by|Acked-by|Reported-by|Merged-by):?[ \t]{1,4})(?<it>\p{Lu}[\p{L}'.-]{1,30}(?: [\p{L}'.-]{1,30}){1,3})(?= <[^\s<>@]{1,64}@)/dgu,
    accept: (value) => !/bot\b|github|gitlab|actions/i.test(value),
  },
  // Machines by their names.
  {
    kind: 'host',
    hints: ['.internal', '.local', '.lan', '.corp', '.intra', '.home', '.private'],
    pattern: new RegExp(
      String.raw`(?<![\w.$/\\-]|\w[/\\])(?<it>[A-Za-z0-9](?:[A-Za-z0-9-]{0,61})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,61}){0,5}\.${privateZone})(?![\w-]|\.\w|\()`,
      'dg',
    ),
    accept: (value, { text, start, end }) =>
      isInternalName(value) &&
      (/[\d-]/.test(value) ||
        value.split('.').length >= 3 ||
        (/[@"'\s(]$/.test(text.slice(Math.max(0, start - 1), start)) && /^:\d/.test(text.slice(end, end + 2)))) &&
      !/^\s?[=(]/.test(text.slice(end, end + 2)),
  },
  {
    kind: 'host',
    hints: ['://'],
    pattern: new RegExp(
      String.raw`(?<=:\/\/(?:[^\s/@"'<>]{1,200}@)?)(?<it>[A-Za-z0-9](?:[A-Za-z0-9-]{0,61})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,61}){0,5}\.${privateZone})(?![\w-]|\.\w)`,
      'dg',
    ),
    accept: isPrivateHost,
  },
  {
    kind: 'host',
    hints: ['DESKTOP-', 'LAPTOP-', 'WIN-', 'MacBook', 'iMac', 'EC2AMAZ-'],
    pattern:
      /(?<![\w-])(?<it>(?:DESKTOP|LAPTOP|WIN|EC2AMAZ)-[A-Z0-9]{6,11}|[A-Za-z]{2,30}s?-(?:MacBook(?:-(?:Pro|Air))?|iMac|Mac-mini)(?:-\d{1,3})?(?:\.local)?)(?![\w-])/dg,
  },
  {
    kind: 'host',
    hints: ['ip-'],
    pattern: /(?<![\w.-])(?<it>ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?:\.[\w-]{1,40}){0,4})(?![\w-])/dg,
  },
];

/** The check that belongs to a named group of any rule; `undefined` for kinds that have none. */
export function acceptsGroup(kind: string, value: string): boolean {
  if (kind === 'user') return isName(value);
  return (
    kind !== 'host' ||
    (isPrivateHost(value) && !/^(?:github|gitlab|bitbucket)\.(?:com|org)$|^\d+(?:\.\d+){3}$/.test(value))
  );
}
