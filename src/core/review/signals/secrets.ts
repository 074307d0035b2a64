import type { ChangedFile } from '../change.ts';
import { assignmentsIn } from '../../redact/assignment.ts';
import { credentialRules } from '../../redact/credentialRules.ts';
import { privateKeysIn } from '../../redact/privateKey.ts';
import { matchesOf, type Candidate } from '../../redact/rule.ts';
import { tokenRulesFor } from '../../redact/tokenRules.ts';
import { urlCredentialsIn } from '../../redact/urlCredentials.ts';
import type { AddedText } from './lineRule.ts';
import type { Signals } from './signal.ts';

/** What a credential is made of, or stands beside; a text with none of it is not searched. */
const HINT =
  /-----BEGIN|:\/\/[^\s/@]{1,200}@|(?:pass|pwd|secret|token|key|auth|cred|bearer|AKIA|gh[pousr]_|xox|sk[-_]|eyJ|glpat|npm_|AIza)/i;

/** Beside a secret these are worth hiding; alone in code they are no harm. */
const NAMES: ReadonlySet<string> = new Set(['user', 'host', 'email', 'path']);

/** Credentials in added lines, found by the detectors that redact a report. Names and addresses of people are left to that. */
export function secretSignals(file: ChangedFile, added: AddedText, signals: Signals): void {
  const { text } = added;
  if (!HINT.test(text)) return;
  const found = [...candidatesIn(text)].filter(({ kind }) => !NAMES.has(kind)).toSorted((a, b) => a.start - b.start);
  let last: number | undefined;
  for (const { kind, start } of found) {
    const line = added.at(start)?.line;
    if (line === undefined || line === last) continue;
    last = line;
    signals.add('secret', `adds what looks like a secret (${kind})`, { path: file.path, line });
  }
}

function* candidatesIn(text: string): Generator<Candidate> {
  yield* privateKeysIn(text);
  for (const rule of tokenRulesFor(text)) yield* matchesOf(rule, text);
  yield* urlCredentialsIn(text);
  for (const rule of credentialRules) yield* matchesOf(rule, text);
  yield* assignmentsIn(text);
}
