import type { Site } from './rule.ts';

const before = ({ text, start }: Site, length: number): string => text.slice(Math.max(0, start - length), start);
const after = ({ text, end }: Site, length: number): string => text.slice(end, end + length);

/** Public resolvers and the metadata address of cloud machines: the same for everybody. */
const wellKnown = new Set(['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '169.254.169.254']);

/**
 * Whether four numbers are the address of somebody's machine: not loopback, unspecified, broadcast, a net mask, a documentation
 * range (RFC 5737), a whole private network in CIDR form, and not a version.
 */
export function isPrivateIpv4(value: string, site: Site): boolean {
  const parts = value.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  if (parts.length !== 4 || parts.some((part) => part > 255) || /(?:^|\.)0\d/.test(value)) return false;
  if (a === 127 || a === 0 || a === 255 || wellKnown.has(value)) return false;
  if ((a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113))
    return false;
  if (c === 0 && d === 0 && /^\/\d/.test(after(site, 2))) return false;
  return !isVersion([a, b, c, d], site);
}

function isVersion([a = 0, b = 0, c = 0, d = 0]: readonly number[], site: Site): boolean {
  const left = before(site, 32);
  const right = after(site, 12);
  if (/^(?::\d|\/\d)/.test(right)) return false;
  if (
    /(?:\b(?:version|ver|release|build|revision|assembly|assemblyversion|fileversion|productversion|sdk|driver|firmware|update|upgrade|oid)\b["']?\)?[\s:=("']*|[=~^<>]=|[~^]|\bv|[A-Za-z][-_/]v?|\d[-_])$/i.test(
      left,
    )
  ) {
    if (
      !/\b(?:ip|addr|address|host|from|peer|client|server|src|dst|source|dest|remote|local|to|at|by|via|for|ping|connect|inet|gateway|nameserver|router|node|listen|listening|on|port|eth0|dns|ssh|telnet|GET|POST|host)[-_ ]$/i.test(
        left,
      )
    )
      return true;
    if (/\b(?:version|v)\s?(?:from|to)? $/i.test(left)) return true;
  }
  if (/^(?:[-_+][A-Za-z0-9]|\.(?:jar|dll|zip|tar|nupkg|exe|msi|whl))/.test(right)) return true;
  // Small numbers, or a last part of 0: a version or a section number, if nothing around speaks of a network.
  const looksSmall = d === 0 || (a < 10 && b < 100 && c < 100 && d < 100);
  if (looksSmall && /[\w)]@$/.test(left)) return true;
  const isReleaseNote = /\b(?:merg|upgrad|bump|downgrad|section|chapter|ECMA-\d)[\w-]{0,12}\b[^\n:@/]{0,18}$/i.test(
    left,
  );
  if (isReleaseNote && !/\b(?:ip|addr|address|host|server|node|peer)\b/i.test(left)) return true;
  return (
    looksSmall &&
    !/(?:\b(?:ip|addr|address|host|from|peer|client|server|src|dst|to|at)\b[\s:="'[(]*|:\/\/|@)$/i.test(left)
  );
}

/** Whether the text is an IPv6 address of somebody's machine: well-formed, not loopback, not of the documentation range (RFC 3849). */
export function isPrivateIpv6(value: string): boolean {
  const [head = '', tail, ...more] = value.split('::');
  if (more.length > 0) return false;
  const groups = [...head.split(':'), ...(tail ?? '').split(':')].filter((group) => group !== '');
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return false;
  if (tail === undefined ? groups.length !== 8 : groups.length < 2 || groups.length > 7) return false;
  if (/^2001:0?db8(?::|$)/i.test(value)) return false;
  return groups.some((group) => /\d/.test(group)) && (groups[0]?.length ?? 0) >= 3;
}

/** Endings of file names that look like an e-mail address: `logo@2x.png`. Also unit names of systemd. */
const notDomains =
  /\.(?:png|jpe?g|gif|svg|webp|ico|js|mjs|cjs|ts|tsx|jsx|css|scss|json|md|html?|ya?ml|map|vue|py|rb|go|rs|java|php|sh|service|socket|target|timer|slice|scope|mount|tgz|zip|gz|jar|lock|toml|txt|log|so|dll)$/i;
/** Domains that RFC 2606 and RFC 6761 keep for examples and tests, and addresses that belong to a machine, not a person. */
const nobody =
  /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|users\.noreply\.github\.com|openssh\.com|libssh\.org)$|^(?:git|hg|svn|noreply|no-reply|donotreply|user|username|you|your\.?(?:name|email)|me|name|email|someone|somebody|john\.doe|jane\.doe|foo|bar)@/i;

/** Whether the text is the e-mail address of a person or a mailbox, not an example, a package, a file or a git remote. */
export function isPersonalEmail(value: string): boolean {
  return !notDomains.test(value) && !nobody.test(value);
}

/** Names under which everybody works: service accounts, images, runners, stand-ins. */
const sharedAccounts = new Set(
  (
    'root pi admin administrator user users username name you me guest default public shared all everyone nobody none null anonymous system ' +
    'runner runneradmin ubuntu debian centos fedora ec2-user vagrant vscode node app apps build builder ci circleci jenkins travis gitlab-runner ' +
    'codespace gitpod coder docker git www www-data nginx apache mysql postgres postgresql redis rabbitmq mongo mongodb sa oracle ansible deploy ' +
    'deployer service daemon bin sys sync mail test tester testuser example demo dev developer linuxbrew containeradministrator vsts ' +
    'x-access-token x-token-auth oauth2 oauth token gitlab-ci-token token-auth api key bot string true false undefined unknown required login ' +
    'password sudo adm staff wheel users plugdev lpadm lpadmin cdrom dip input video audio netdev kvm libvirt nogroup localhost host hostname server client current_user self this <user> yourname your-name your-username myuser my-user dbuser db_user'
  ).split(' '),
);

/** Whether the name is a person's, not one that everybody uses and not a stand-in. */
export function isPersonalName(value: string): boolean {
  const name = value.trim();
  return (
    name.length >= 2 &&
    !sharedAccounts.has(name.toLowerCase()) &&
    !/^[$%<{*[(]|^\d+$|[$<>{}*|]/.test(name) &&
    /\p{L}/u.test(name)
  );
}

/** Names of machines that are the same everywhere, and words that stand where the name of one would: log levels, stand-ins. */
const sharedHosts = new Set(
  (
    'localhost localhost.localdomain localdomain host.docker.internal gateway.docker.internal metadata.google.internal kubernetes.docker.internal ' +
    'kubernetes.default.svc.cluster.local wsl.localhost wsl$ host hostname server servername null none undefined unknown string ' +
    'trace debug info notice warn warning error err crit critical alert emerg fatal panic severe verbose stdout stderr'
  ).split(' '),
);

/** Whether the name is that of a machine which others would not know. */
export function isPrivateHost(value: string): boolean {
  const name = value.toLowerCase();
  return (
    name.length >= 2 &&
    !sharedHosts.has(name) &&
    !/^(?:[0-9a-f]{12}|fv-az\d+-\d+)$/.test(name) && // containers; machines of hosted CI
    !/^[$%<{*[(]|[$<>{}*|]|(?:^|\.)example(?:\.(?:com|org|net))?$/.test(name) &&
    !/^\d+(?:\.\d+)*$/.test(name)
  );
}
