import { cleanLine } from '../stackTrace/cleanLine.ts';
import { singleLine } from '../text/lines.ts';

const TIME = String.raw`\d{1,2}:\d\d:\d\d(?:[.,:]\d{1,9})?(?: ?[AP]M)?(?:Z| ?[+-]\d\d:?\d\d| [A-Z]{3,4}(?= \[))?`;
const DATE = String.raw`\d{4}[-/]\d\d[-/]\d\d|\d\d[-/](?:\d\d|[A-Z][a-z]{2})[-/]\d{4}`;
const LEVEL = String.raw`ERROR|ERR!|ERR|FATAL|CRITICAL|CRIT|WARN(?:ING)?|INFO|DEBUG|PANIC|error|err|fatal|crit|emerg|alert|warn(?:ing)?`;

/** What loggers write before what happened, and log collectors before that: when, how bad, which process. */
const LOG_PREFIXES: readonly RegExp[] = [
  new RegExp(String.raw`^\[?(?:(?:${DATE})[T ])?${TIME}(?:\]?:?\s{1,8}|\](?=\[))`),
  // "Aug 27 12:26:08 host app[12]: ", in any language
  /^\p{L}{3,4}\.? [ \d]?\d \d\d:\d\d:\d\d(?:\.\d{1,9})? (?:\S{1,100} )?[\w./@()-]{1,100}(?:\[\d{1,10}\])?: /u,
  /^<\d{1,3}>(?:\([\w.-]{1,40}\))?(?:\[\d{1,10}\]: )?/,
  // A level: "[error]", "ERROR 3008 --- [main] ", "prod.ERROR: ", "ERROR:root:"
  new RegExp(String.raw`^\[ ?(?:${LEVEL}|Error|Warning) {0,8}\]:?\s{0,8}`),
  /^(?:ERROR|FATAL|WARN) \d{1,8} --- \[[^\]]{0,80}\] \S{1,120}\s{0,60}: /,
  new RegExp(String.raw`^(?:[a-z][\w-]{0,30}\.)?(?:${LEVEL}):(?:[\w.]{1,60}:(?! ))?\s{1,8}`),
  // Without a colon it may be the first word of a sentence.
  new RegExp(String.raw`^(?:${LEVEL}) {1,8}(?!\p{Ll})`, 'u'),
];

/** Only behind a time or a level: a process, a thread, a place in the program. */
const LOG_FIELDS: readonly RegExp[] = [
  new RegExp(String.raw`^(?:${LEVEL}) {1,8}`),
  /^\[[^\]]{0,60}\]:?\s{0,8}/,
  /^[A-Z]{3,4} (?=\[)/,
  /^\d{1,8} (?=\S)/,
  /^-{1,3} /,
  /^[\w$]{1,60}(?:\.[\w$]{1,60}){1,12}(?: - | {1,40}: )/,
];

/** What tools put before their message: a bullet, a frame around the text, their own name. */
const TOOL_PREFIXES: readonly RegExp[] = [
  /^[│|┃╷╵✖✗✘×●•›>*-]{1,3} {1,8}(?=\S)/,
  /^(?:npm )?ERR! |^npm error /,
  /^\[(?:!|vite|plugin:?\s?[\w:@/.-]{0,60}|webpack[\w-]{0,20}|rollup|HMR)\] /,
  /^(?:Internal server error|Unhandled Rejection|Caused by|Fatal Exception|Stack|Error response from daemon): /,
  /^Uncaught(?: \(in promise\))?:? (?=\S)/,
  /^\(\w{1,20}:\d{1,8}\) UnhandledPromiseRejectionWarning: (?:Unhandled promise rejection \(rejection id: \d{1,6}\): )?/,
  /^\[(?=UnhandledPromiseRejection: )/,
  /^\[signal (?=SIG)/,
  // An event of Kubernetes: kind, reason, age, source
  /^Warning (?=\w{1,60} \d)(?:\w{1,60}) \d{1,4}[smhd]\w{0,12}(?: \(x\d{1,6} over \w{1,12}\))? [\w-]{1,60}(?:, \S{1,100})? /,
  /^<ref \*\d{1,4}> /,
  /^"?(?:PHP )?(?:Fatal|Parse|Recoverable fatal) error:\s{1,4}(?:Uncaught )?/,
  /^Program (?:received|terminated with) signal /,
  /^SUMMARY: /,
  /^thread '[^']{1,100}' (?:\(\d{1,9}\) )?panicked at '/,
  /^={1,3}\d{1,9}={1,3}\s?(?:ERROR: )?/,
  /^\S{1,200}\.(?:obj|o|lib|a)(?:\(\S{1,100}\))? ?: (?=error\b)/,
];

const FILE = String.raw`(?:file:\/{2,3})?(?:[A-Za-z]:)?[^\s:()'"]{1,300}`;
/** Where a diagnostic is, before what it says: its record names the place anyway. A host and its port are no place. */
const POSITION = new RegExp(
  [
    String.raw`^${FILE}\(\d{1,9}(?:,\d{1,9}){0,3}\) ?: (?=\S)`,
    String.raw`^(?:e: )?${FILE}:\d{1,9}:\d{1,9}(?:(?: -|:) (?=\S)|(?<=^e: .*) )`,
    String.raw`^${FILE}:\d{1,9}: (?=(?:fatal )?error\b)`,
    String.raw`^${FILE}\.(?:go|py|rb|c|h|cc|cpp|java|kt|rs|ts|js|php|swift|cs):\d{1,9}: (?=\S)`,
  ].join('|'),
);

const ABSOLUTE =
  /(?<![\w:/\\.~@-])(?:file:\/{2,3})?(?:[A-Za-z]:)?[\\/](?:[^\s:'"`()<>|\\/]{1,100}[\\/]{1,2}){1,40}(?=[^\s:'"`()<>|\\/]{1,100}\.[A-Za-z]\w{0,9}\b)/g;

/** Addresses, ids of processes and goroutines: they differ in every run. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/ (?:on|at) (?:unknown )?(?:address )?0x[\da-f]{4,16}(?: \(?(?:at|by|pc|bp|sp|ip|is|thread)\b.*$)?/i, ''],
  [/: 0x[\da-f]{4,16}(?: \*{3})?$/i, ''],
  [/ \(pid[= ]\d{1,9}\)|\[[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}\]/gi, ''],
  [/ \b(?:addr|pc|ip|sp|code)[= ](?:0x[\da-f]{1,16}|[\da-f]{12,16})\b\]?/gi, ''],
  [/ \(\d{1,6}(?:\.\d{1,4})?m?s\)$/, ''],
  [/\bThis error originated either by throwing .{1,250} with the reason "(.{0,400})"\..*$/, '$1'],
  // What runs on behind the message on the same line.
  [/ Stack trace: #0 .*$| Traceback \(most recent call last\)$| ?<br ?\/?>.*$/i, ''],
  // The place behind the message, as PHP prints it.
  [/(?:, called)? in [^\s:'"()]{1,200}\.\w{1,6}(?::\d{1,9}| on line \d{1,9})\b.{0,12}$/, ''],
];

/** How a mail begins. */
const GREETING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.,!:]{0,40}[,.!:] +)?(?:(?:i )?hope (?:you|this|all|everyone)\b[^.!]{0,60}[.!] +)?(?=\S)/i;

const STRUCTURED = /(?:^|[\s,{])"?(?:msg|message|error|err)"?(?:=|: ?)(?:"((?:[^"\\]|\\.){1,400})"|(?<==)(\S.{0,400}))/;
const MOST_PREFIXES = 8;

/** What a line of a log or a tool says, without when, where and by whom it was printed. One line. */
export function wordsOfLine(raw: string): string {
  const { text } = cleanLine(raw);
  const line = singleLine(text);
  const words = withoutPrefixes(fieldOf(line) ?? line, text.length < raw.trimEnd().length).replace(GREETING, '');
  return tidy(withSimpleName(words));
}

/** Without what differs from run to run and from machine to machine. */
export function tidy(words: string): string {
  let text = words.replace(ABSOLUTE, '');
  for (const [pattern, by] of CHANGING) text = text.replace(pattern, by);
  return text.replace(/ [*=-]{2,8}$/, '').trim();
}

/** The message of a structured log line: `level=error msg="..."`, `{"level":"error","msg":"..."}`. */
function fieldOf(line: string): string | undefined {
  if (!/\b(?:level|lvl|severity)"?[=:]/i.test(line)) return undefined;
  const match = STRUCTURED.exec(line);
  return match?.[1]?.replace(/\\(["\\])/g, '$1') ?? match?.[2];
}

function withoutPrefixes(line: string, isCollected: boolean): string {
  let text = line;
  let isLog = isCollected;
  for (let round = 0; round < MOST_PREFIXES; round++) {
    const isFirst = (pattern: RegExp): boolean => pattern.test(text);
    const logged = LOG_PREFIXES.find(isFirst) ?? (isLog ? LOG_FIELDS.find(isFirst) : undefined);
    const found = logged ?? TOOL_PREFIXES.find(isFirst);
    const rest = found && text.replace(found, '').trimStart();
    if (rest === undefined || rest === '') break;
    isLog ||= logged !== undefined;
    text = rest;
  }
  return text
    .replace(POSITION, '')
    .replace(/^\(([A-Z][\w.]{1,100}(?:Error|Exception))\) (?=\S)/, '$1: ')
    .replace(/^[Ee]rror (?=(?:TS|CS|C|LNK|MSB)\d)|^(?:fatal )?error: /, '');
}

/** `NullPointerException` of `java.lang.NullPointerException`: the package takes half of a title and says least. */
export function simpleName(type: string): string {
  const name = /^[\w.$\\]{1,300}[.$\\]([A-Z]\w{0,120}(?:Error|Exception|Failure|Fault|Timeout))$/.exec(type);
  return name?.[1] ?? type;
}

/** A line that begins with the type of an error. */
function withSimpleName(line: string): string {
  const [, type, message] = /^([A-Za-z][\w.$\\]{1,300})(?:: (.*))?$/.exec(line) ?? [];
  if (type === undefined) return line;
  return message === undefined || message === 'null' ? simpleName(type) : `${simpleName(type)}: ${message}`;
}
