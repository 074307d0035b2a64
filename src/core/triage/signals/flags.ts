import type { Flag, Pattern } from '../kinds.ts';

/** Words that raise a suspicion beside the kind; the severity rules say what a suspicion does. */
export interface FlagSignal {
  readonly kind: Flag['kind'];
  readonly patterns: readonly Pattern[];
}

const OTHERS = 'user|customer|client|tenant|account|person|people|patient|guest|buyer|subscriber';
const THEIR_DATA =
  'invoices?|bills?|orders?|payments?|bookings?|carts?|contracts?|data|details|information|records?|accounts?|profiles?|messages?|emails?|files?|documents?|photos?|addresses|address';
const SEES =
  'sees?|saw|seen|seeing|views?|viewed|reads?|opens?|opened|downloads?|downloaded|gets?|got|receives?|received|shows|shown|displays|access|accesses|accessed';
/** What people wish for, or cannot do, is no exposure; that somebody should not be able to may well be one. */
const NOT_SEEN =
  "(?<!(?:(?<!not be )able|unable|wants?|like|needs?|allowed) to |\\b(?:should|could|cannot|can't|cant|couldn't|not) |\\blet \\w{1,20} )";

/** "Customers see invoices of other customers", but not "I see that orders of other customers are fine". */
const seesDataOfOthers = new RegExp(
  `${NOT_SEEN}\\b(?:${SEES})\\b(?! that| how| if| whether)(?: [\\w'-]{1,20}){0,4} (?:${THEIR_DATA}) ` +
    `(?:of|from|belonging to) (?:(?:other|another|different|foreign|wrong|a different|the wrong) (?:${OTHERS})s?|others|someone else|somebody else|strangers)\\b` +
    '(?! (?:are|is|were|was|work|works|go|look|load|arrive|come|came|that|who|too) )',
);

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
      "see|sees|access|accesses|view|views|read|shows|seeing ~4 other|another|someone|somebody|else's|others user|users|user's|customer|customers|people|person|account|accounts|else|tenant|tenants ~3 data|account|messages|files|orders|invoice|invoices|bills|payments|bookings|addresses|information|details|records|email|profile|else's",
      [
        seesDataOfOthers,
        'other',
        'others',
        'another',
        'different',
        'foreign',
        'wrong',
        'someone',
        'somebody',
        'strangers',
      ],
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
