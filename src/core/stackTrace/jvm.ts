import {
  draft,
  findAbove,
  indentOf,
  numberOf,
  textAt,
  type Draft,
  type FrameDraft,
  type Place,
  type Reader,
} from './reader.ts';

/** What stands in a JVM frame's parentheses; nothing else makes an `at` line ours. */
const FRAME =
  /^\s{0,40}at ([^()\t]{0,400}[^()\s])\((?:[\w.@+-]{1,100}\/)?(?:(Native Method|Unknown Source|<generated>|[\w$.-]{1,200}\.(?:java|kt|kts|scala|groovy|clj)|SourceFile|r8-map-id-\w{1,80})(?::(-?\d{1,9}))?)\)(?: ~?\[.{0,300}\])?$/;
const TYPE = String.raw`(?:[\w$]{1,100}\.){1,30}[\w$]{1,100}|[A-Z][\w$]{0,100}(?:Error|Exception|Throwable)`;
const HEADER = new RegExp(String.raw`^(?:Exception in thread "[^"]{0,200}" )?(${TYPE})(?::(?: (.*))?)?$`);
const HEADER_INSIDE = /((?:[\w$]{1,100}\.){1,30}[A-Z][\w$]{0,100}(?:Exception|Error|Throwable))\b(?:: (.*))?$/;
const LINK = new RegExp(
  String.raw`^\s{0,40}(Caused by|Suppressed|Wrapped by): (?:\[CIRCULAR REFERENCE: ?)?(${TYPE})(?::(?: (.*))?)?$`,
);
const ELIDED = /^\s{0,40}\.\.\. \d{1,6} (?:more|common frames omitted)/;
/** Monitors in a thread dump. */
const MONITOR = /^\s{1,20}- (?:waiting|locked|parking|eliminated|None|<0x)/;
const THREAD = /^"([^"]{1,300})".{0,400}$/;
/** Types of the traces of a thread dump: what a thread was doing, and what waits for a lock. */
export const IDLE = 'thread';
const BLOCKED = 'blocked thread';
const LONGEST_MESSAGE = 30;

function frameOf(text: string, rawLine: number): FrameDraft | undefined {
  const match = FRAME.exec(text);
  if (!match) return undefined;
  const file = /\.(?:java|kts?|scala|groovy|clj)$/.test(match[2] ?? '') ? match[2] : undefined;
  // "java.base/java.util.List.of", "app//shop.Cart.total": the module and loader are not part of the name.
  const symbol = match[1]!.replace(/^(?:[\w.@+-]{0,100}\/){1,2}(?=[\w$]{1,100}\.)/, '');
  return { file, line: file === undefined ? undefined : numberOf(match[3]), symbol, rawLine };
}

function header(place: Place): Draft {
  const { lines, at } = place;
  const found = findAbove(place, HEADER, LONGEST_MESSAGE) ?? findAbove(place, HEADER_INSIDE, 3);
  if (found) {
    const more: string[] = [];
    for (let index = found.index + 1; index < at; index++) more.push(textAt(lines, index));
    const message = [found.match[2] ?? '', ...more].join('\n').trim();
    return draft('java', found.index, at, { type: found.match[1], message, test: testAbove(place, found.index) });
  }
  const thread = findAbove(place, THREAD, 3);
  if (thread) {
    const type = /waiting for monitor entry/.test(thread.match[0]) ? BLOCKED : IDLE;
    return draft('java', thread.index, at, { type, message: thread.match[1]! });
  }
  return draft('java', at, at);
}

/** JUnit 4 numbers its failures, Surefire marks them: the line above the exception names the test. */
function testAbove({ lines, floor }: Place, index: number): string | undefined {
  if (index <= floor) return undefined;
  const above = textAt(lines, index - 1);
  return (/^\d{1,5}\) (.{1,300})$/.exec(above) ?? /^(\S{1,300}) .{0,40}<<< (?:FAILURE|ERROR)!$/.exec(above))?.[1];
}

/** A chain of exceptions that share an indentation: the first one, and the one that lines go to now. */
interface Chain {
  readonly indent: number;
  readonly root: Draft;
  current: Draft;
}

function addLink(chains: Chain[], text: string, match: RegExpExecArray, index: number): Chain {
  const indent = indentOf(text);
  const isSuppressed = match[1] === 'Suppressed';
  while (chains.length > 1 && (isSuppressed ? chains.at(-1)!.indent >= indent : chains.at(-1)!.indent > indent))
    chains.pop();
  const chain = chains.at(-1)!;
  const relation = isSuppressed ? 'suppressed' : 'cause';
  const linked = draft('java', index, index, { type: match[2], message: match[3] ?? '', relation });
  (isSuppressed ? chain.current : chain.root).causes.push(linked);
  if (isSuppressed) chains.push({ indent, root: linked, current: linked });
  else chain.current = linked;
  return chains.at(-1)!;
}

const extensionLanguage: Readonly<Record<string, string>> = {
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  groovy: 'groovy',
  clj: 'clojure',
};

function setLanguage(trace: Draft): void {
  const named = [trace, ...trace.causes].flatMap(({ frames }) =>
    frames.map(({ file }) => extensionLanguage[file?.split('.').at(-1) ?? '']),
  );
  const language = named.find((one) => one !== undefined);
  if (language !== undefined) setAll(trace, (one) => (one.language = language));
  if (
    trace.test !== undefined ||
    trace.frames.some(({ symbol }) => /^(?:org\.junit\.|junit\.framework\.)/.test(symbol ?? ''))
  )
    trace.tool = 'junit';
}

function setAll(trace: Draft, change: (one: Draft) => void): void {
  change(trace);
  for (const cause of trace.causes) setAll(cause, change);
}

export const jvmReaders: readonly Reader[] = [
  {
    opens: FRAME,
    read(place) {
      const { lines, at } = place;
      const trace = header(place);
      const chains: Chain[] = [{ indent: 0, root: trace, current: trace }];
      let into = trace;
      let waiting = 0;
      let index = at;
      for (; index < lines.length; index++) {
        const text = textAt(lines, index);
        const frame = frameOf(text, lines[index]!.rawLine);
        const link = frame ? null : LINK.exec(text);
        if (frame) into.frames.push(frame);
        else if (link) into = addLink(chains, text, link, index).current;
        else if (into.frames.length === 0 && waiting < LONGEST_MESSAGE && text !== '') {
          // A cause's message may have more lines.
          waiting++;
          into.message = `${into.message}\n${text}`.trim();
          continue;
        } else if (!ELIDED.test(text) && !MONITOR.test(text)) break;
        waiting = 0;
        into.last = trace.last = index;
      }
      setLanguage(trace);
      return { traces: [trace], next: trace.last + 1 };
    },
  },
];
