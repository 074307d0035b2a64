import stripAnsi from 'strip-ansi';

/** Longest line that is looked at; what is behind is cut. Real frames are shorter, and patterns stay cheap on hostile text. */
export const LONGEST_LINE = 1_000;

/**
 * What programs put before each line of somebody else's output. A `stream` group names the source, so that interleaved sources
 * can be read apart. Only one blank after a prefix is taken: the rest is the line's own indentation. Before each stands what it starts
 * with (`a` any letter, `1` any digit), so that a line tries few of them.
 */
const PREFIXES: readonly (readonly [starts: string, prefix: RegExp])[] = [
  // docker compose: "web-1  | text"
  ['a', /^(?<stream>[A-Za-z][\w.-]{0,60}) {1,60}\| ?/],
  // kubectl logs --prefix: "[pod/web-6d4/app] text"
  ['[', /^\[(?<stream>pod\/[\w./-]{1,200})\] /],
  // gh run view --log: "job<TAB>step<TAB>2026-..."
  ['a1', /^(?<stream>[^\t]{1,100}\t[^\t]{1,100})\t(?=\uFEFF?\d{4}-\d\d-\d\dT)/],
  // ISO timestamps (docker logs -t, kubectl --timestamps, GitHub Actions), then CRI's "stderr F", GitLab's "01O" or Monolog's "production.ERROR:"
  [
    '1[\uFEFF',
    /^\uFEFF?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?: (?:stdout|stderr) [FP]| \d\d[OE]\+?| [a-z]{1,20}\.[A-Z]{4,9}:)?(?: |$)/,
  ],
  // syslog and journald: "Nov 23 18:02:11 host app[812]: text"
  ['a', /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?<stream>[\w.-]{1,100} [\w./@-]{1,100}(?:\[\d{1,10}\])?): ?/],
  // RFC 5424: "<13>1 2026-11-23T18:02:11Z host app 812 - - text"
  ['<', /^<\d{1,3}>1 \S{1,40} (?<stream>\S{1,100} \S{1,100} \S{1,40}) \S{1,40} - ?/],
  // Android: "11-23 18:02:11.123  812  901 E AndroidRuntime: text"
  ['1', /^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} {1,5}(?<stream>\d{1,7}) {1,5}\d{1,7} [VDIWEF] [\w.$-]{1,60} {0,20}: /],
  // Android, brief: "E/AndroidRuntime( 812): text", "I/flutter (23635): text"
  ['a', /^[VDIWEF]\/(?<stream>[\w.$-]{1,60} ?\( {0,6}\d{1,7}\)): /],
  // BuildKit: "#12 2.465 text"
  ['#', /^#(?<stream>\d{1,4}) \d{1,6}\.\d{3}(?: |$)/],
  // stern and kubetail: "web-6d4cf56db6-x7k2p app text"
  [
    'a',
    /^(?<stream>[a-z][a-z\d-]{0,60}-[b-df-hj-np-tv-xz\d]{6,10}-[b-df-hj-np-tv-xz\d]{5} [a-z][a-z\d-]{0,60})(?: |$)/,
  ],
  // Heroku, behind its timestamp: "app[web.1]: text"
  ['a', /^(?<stream>(?:app|heroku)\[[\w.-]{1,40}\]): /],
  // Times without a day, with brackets or with fractions, or both: "[18:02:11] text", "18:02:11.123: text"
  ['1[', /^(?:\[\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]|\d\d:\d\d:\d\d[.,]\d{1,9}:?)(?: |$)/],
  // Go's logger and nginx: "2026/11/23 18:02:11 [error] 5#5: *1 text"
  ['1', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:\[[a-z]{4,6}\] \d{1,8}#\d{1,8}: (?:\*\d{1,12} )?)?/],
  // Postgres, behind its timestamp: "CET [4136] ERROR: text"
  ['a', /^[A-Z]{3,4} \[\d{1,8}(?:-\d{1,6})?\] (?=[A-Z]{3,9}: )/],
  // Fields in brackets: "[2026-11-23 18:02:11.123][ERROR][1][a7557lwr] text"; Celery's "[2026-11-23 18:02:11,123: ERROR/MainProcess] text"
  [
    '[',
    /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.,]\d{1,6})?(?:\](?:\[[\w-]{1,30}\]){1,6}|: [A-Z]{4,8}\/[\w-]{1,40}\])(?: |$)/,
  ],
  // The Linux kernel: "[ 3180.271576] text"
  ['[', /^\[ {0,6}\d{1,8}\.\d{6}\](?: |$)/],
  // Vagrant: "==> default: text"
  ['=', /^==> [a-z][\w-]{0,40}: /],
  // Azure Pipelines and GitHub Actions
  ['#', /^##\[(?:error|warning|debug|group|section)\]/],
  // Maven, Ant and concurrently: "[ERROR] text", "[junit] text", "[web:dev] text"
  [' [', /^ {0,8}\[(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|[a-z0-9][\w:-]{0,30})\] /],
  // MSBuild with several processes: "1>text"
  [' 1', /^ {0,4}\d{1,3}>(?=\S)/],
];

function startOf(text: string): string {
  const first = text.charAt(0);
  if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) return 'a';
  return first >= '0' && first <= '9' ? '1' : first;
}

const prefixesAt = new Map<string, RegExp[]>();
for (const [starts, prefix] of PREFIXES)
  for (const start of starts) prefixesAt.set(start, [...(prefixesAt.get(start) ?? []), prefix]);

/** A prefix may stand behind another (compose, then a timestamp, then a level). */
const MOST_PREFIXES = 4;

export interface CleanLine {
  readonly text: string;
  /** Names the source of the line; empty if it has none. Lines of one source are read together. */
  readonly stream: string;
}

function withoutControls(raw: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is removed
  const text = /[\u001B\u009B]/.test(raw) ? stripAnsi(raw) : raw;
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

/** The line without colours, control characters and the prefixes of log collectors; its own indentation stays. */
export function cleanLine(raw: string): CleanLine {
  let text = withoutControls(raw.length > 3 * LONGEST_LINE ? raw.slice(0, 3 * LONGEST_LINE) : raw);
  // One line as inline code, pasted from a forge.
  text = text.replace(/^(`{1,3})([^`].*)\1$/, '$2');
  let stream = '';
  for (let round = 0; round < MOST_PREFIXES; round++) {
    const match = matchPrefix(text);
    if (!match) break;
    if (match.groups?.['stream'] !== undefined) stream += `${match.groups['stream']}\n`;
    text = text.slice(match[0].length);
  }
  return { text: text.slice(0, LONGEST_LINE).trimEnd(), stream };
}

function matchPrefix(text: string): RegExpExecArray | undefined {
  for (const prefix of prefixesAt.get(startOf(text)) ?? []) {
    const match = prefix.exec(text);
    if (match) return match;
  }
  return undefined;
}
