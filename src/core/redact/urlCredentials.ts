import type { Candidate } from './rule.ts';
import { isPlaceholder, isRandomLooking } from './secretValue.ts';

const AUTHORITY = /:(?:\/\/|\\\/\\\/)|%3A%2F%2F/gi;
/** Longer than any user, password and host in one address. */
const AUTHORITY_LIMIT = 400;
const END_OF_ADDRESS = /[\s"'<>`]|:\/\//g;

/**
 * `user:password@` and `token@` in addresses (RFC 3986 section 3.2.1). Passwords are often pasted raw, so the last `@` before the
 * host counts, and a `/` may be part of the password unless what stands before it reads like a host and a port.
 */
export function* urlCredentialsIn(text: string): Generator<Candidate> {
  for (const opening of text.matchAll(AUTHORITY)) {
    const start = opening.index + opening[0].length;
    const window = text.slice(start, start + AUTHORITY_LIMIT);
    if (!window.includes('@') && !window.includes('%40')) continue;
    const isEncoded = opening[0].startsWith('%');
    yield* credentialsOf(window.slice(0, endOf(window)), start, isEncoded);
  }
}

function endOf(window: string): number {
  END_OF_ADDRESS.lastIndex = 0;
  return END_OF_ADDRESS.exec(window)?.index ?? window.length;
}

function* credentialsOf(address: string, start: number, isEncoded: boolean): Generator<Candidate> {
  const [colonSign, atSign] = isEncoded ? ['%3A', '%40'] : [':', '@'];
  // A backslash may stand between a Windows domain and its user.
  const path = address.search(isEncoded ? /%2F|%3F|[?#&]/i : /[/?#]|\\(?![\w.-]{1,64}:[^/@]*@)/);
  let at = path < 0 ? address.lastIndexOf(atSign) : address.lastIndexOf(atSign, path);
  if (at >= 0 && path >= 0 && /^\d*$/.test(address.slice(at + 1, path))) {
    // A host is not a bare number: the slash belongs to the password, and the host follows the last @.
    at = address.lastIndexOf('@');
  } else if (at < 0 && path >= 0 && !isEncoded) {
    // No @ before the first slash: either the password holds the slash, or this is a host with a path.
    if (
      !/^[\w.%+-]*:[^/]*[^/\d][^/]*$/.test(address.slice(0, path)) ||
      !/^[^/?#]*\/[^?#]*@[\w.-]+(?:[:/?]|$)/.test(address)
    )
      return;
    at = address.lastIndexOf('@');
  }
  if (at < 0 || !/^[\w.[\u{FFFF}$<{%/-]/u.test(address.slice(at + atSign.length))) return;
  const userInfo = address.slice(0, at);
  const colon = userInfo.indexOf(colonSign);
  const user = colon < 0 ? userInfo : userInfo.slice(0, colon);
  if (colon < 0) {
    if (/^[\w.~+=%-]{16,}$/.test(user) && isRandomLooking(user)) yield { kind: 'url-token', start, end: start + at };
    return;
  }
  const secret = userInfo.slice(colon + colonSign.length);
  if (secret === '' || secret === 'x-oauth-basic' || isPlaceholder(secret) || isStandIn(user, secret)) {
    if (isRandomLooking(user)) yield { kind: 'url-token', start, end: start + user.length };
    return;
  }
  yield { kind: isRandomLooking(user) ? 'url-token' : 'user', start, end: start + user.length };
  yield { kind: 'url-password', start: start + colon + colonSign.length, end: start + at };
}

/** `user:password@` of documentation. */
function isStandIn(user: string, secret: string): boolean {
  return (
    /^(?:db_?)?(?:user(?:name)?|usr|login)$/i.test(user) && /^(?:db_?)?(?:pass(?:w(?:or)?d)?|pwd?|pw)$/i.test(secret)
  );
}
