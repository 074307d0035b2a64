import type { Flag, Pattern } from '../kinds.ts';

/** Words that raise a suspicion beside the kind; the severity rules say what a suspicion does. */
export interface FlagSignal {
  readonly kind: Flag['kind'];
  readonly patterns: readonly Pattern[];
}

export const flagSignals: readonly FlagSignal[] = [
  {
    kind: 'security',
    patterns: [
      [/\bcve-\d{4}-\d{3,}/, 'cve'],
      [/\bghsa(?:-[a-z0-9]{4}){3}\b/, 'ghsa'],
      'vulnerability|vulnerabilities|vulnerable',
      'security issue|hole|flaw|bug|breach|incident|risk|problem|advisory|leak|concern|hazard',
      'exploit|exploits|exploited|exploitable',
      'sql|command|code|script|html|prompt|template|header|shell|ldap|xpath|log injection',
      'injection attack|vulnerability|vector',
      'xss|csrf|ssrf|xxe|clickjacking|rce',
      'cross-site scripting|request',
      'remote code execution',
      'path|directory traversal',
      'privilege escalation',
      'authentication|authorization|auth|permission|permissions|access bypass|bypassed|bypasses',
      'bypass|bypasses|bypassing ~2 authentication|authorization|auth|login|permission|permissions|security',
      'leak|leaks|leaked|leaking|expose|exposes|exposed|exposing|exposure|disclose|discloses|disclosed|plaintext|plain-text|cleartext ~4 token|tokens|credential|credentials|password|passwords|secret|secrets|key|keys|api-key|private|personal|pii|cookie|cookies|session',
      'token|tokens|credential|credentials|password|passwords|secret|secrets|api-key|apikey|private-key|keys|pii|cookie|cookies ~4 leak|leaks|leaked|leaking|exposed|exposes|visible|plaintext|plain-text|cleartext|logged|printed|committed|stolen|compromised',
      "see|sees|access|accesses|view|views|read|shows|seeing ~4 other|another|someone|somebody|else's|others user|users|user's|customer|customers|people|person|account|accounts|else|tenant ~3 data|account|messages|files|orders|information|details|records|email|profile|else's",
      'data breach',
      'unauthorized|unauthorised access',
      'hacked|hijack|hijacked|hijacking|phishing|malware|ransomware|trojan|backdoor|compromised|malicious',
      'buffer overflow',
      'without authentication|authorization|login|password|logging-in|permission',
      'zero-day|0-day',
    ],
  },
  {
    kind: 'data-loss',
    patterns: [
      'data loss|corruption|corrupted|lost|gone|wiped|deleted|destroyed|missing|erased|disappeared|overwritten',
      'lost|loses|losing|lose|deletes|deleted|deleting|wiped|wipes|erases|erased|destroys|destroyed|corrupts|corrupted|corrupting|overwrote|overwrites|overwritten ~4 data|work|changes|files|file|everything|database|records|progress|save|saves|documents|document|notes|note|settings|photos|messages|edits|history|rows|entries|content|backup|backups|repository|partition|disk',
      'data|work|changes|files|file|everything|database|records|progress|saves|documents|document|notes|photos|messages|edits|entries|content|backup|history ~2 is|was|are|were|got|get|gets|has|have|been|being|all|silently|permanently ~1 lost|gone|deleted|wiped|erased|corrupted|corrupt|overwritten|destroyed|vanished|disappeared',
      'database|index|file|save|table|filesystem|repository|disk|data is|was|got|gets? corrupt|corrupted|corruption|damaged',
      'loss of data|work|changes|messages|records|progress',
      'dropped|drops|truncated|truncates ~2 table|tables|database|production',
      'silent|silently ~3 drop|drops|dropped|loses|lost|discards|discarded|truncates|truncated|overwrites|corrupts|corruption|corrupted|deletes',
      'unrecoverable|irrecoverable|unrecoverably',
      "can't|cannot|couldn't|unable|no ~2 recover|restore|undo ~3 data|files|file|backup|it|them|database|work|deletion",
      'no backup|backups',
    ],
  },
];
