import { pathToFileURL } from 'node:url';
import { redact } from '../src/core/redact/redact.ts';

/** One measured text. */
export interface RedactTiming {
  readonly name: string;
  /** Size in UTF-16 code units of the small and of the large text. */
  readonly size: number;
  readonly largeSize: number;
  /** Milliseconds, the best of three runs. */
  readonly small: number;
  readonly large: number;
  /** How many times longer the large text took; about `largeSize / size` for linear time. */
  readonly ratio: number;
}

const logLines = [
  '2026-11-20T10:00:00.123Z INFO  [http] GET /api/orders/1763632801?page=2 200 12ms trace=4bf92f3577b34da6a3ce929d0e0e4736',
  '    at OrderService.load (/srv/app/dist/orders/service.js:120:14)',
  'webpack 5.97.1 compiled successfully in 1412 ms; token cache warm, key count 14',
  '{"level":"info","msg":"job done","job":"batch","durationMs":12,"password":null,"host":"api"}',
  'DEBUG SELECT id, password, api_key FROM users WHERE token = $1 -- 3 rows',
  'npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported',
];

const repeatTo = (size: number, unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const withSecret = (line: string, at: number): string =>
  `${line}\nDB_PASSWORD=Kestrel!${String(1000 + at)} from 10.2.${String(at % 250)}.7`;

/** Texts by name; each makes about `size` characters. */
export const redactTexts: Readonly<Record<string, (size: number) => string>> = {
  log: (size) => repeatTo(size, `${logLines.join('\n')}\n`),
  'log, two secrets in every seventh line': (size) =>
    repeatTo(
      size,
      `${Array.from({ length: 200 }, (_, i) => [...logLines, withSecret(logLines[0] ?? '', i)].join('\n')).join('\n')}\n`,
    ),
  ...Object.fromEntries(
    [
      'a',
      '=',
      '@',
      'a@',
      'a.',
      '1.',
      'a:',
      '/',
      '\\',
      '"',
      '<',
      '-',
      ' ',
      '\n',
      '{',
      '$',
      '%',
      'Bearer ',
      'Basic ',
      'token=',
      'password: ',
      '://',
      '://a:b@',
      'http://a',
      '"password":"',
      '\\"key\\":\\"',
      '<password>',
      '-----BEGIN ',
      '-----BEGIN PRIVATE KEY-----',
      '/home/',
      'C:\\Users\\',
      'eyJ',
      'eyJa.',
      'key-',
      'sk-',
      'AKIA',
      '1.2.3.4 ',
      'ff:',
      'a1:b2:',
      '4111 ',
      'DE89 3704 ',
      'Cookie: a=',
      ';a=b',
      'curl -u ',
      'mysql -p',
      'user@host:',
      'ssh ',
      'name: token value: ',
      '<x-1>',
      '<a-a',
      'ip-1-2-3-4.',
      'a-b.local',
      'Authorization: ',
      'machine a login b ',
      'session opened for user ',
      'Jan 01 00:00:00 ',
      'sig=',
      '$2b$12$',
      'From: Ab Cd <',
      '%40',
      '&amp;',
      'secret',
      'é',
      '\uffff',
      '\\\\srv\\',
      'x://u:p/q@',
      '[',
      'token: [',
    ].map((unit) => [`repeated ${JSON.stringify(unit)}`, (size: number): string => repeatTo(size, unit)]),
  ),
};

async function millisecondsOf(text: string): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    await redact(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Times each text at `size` and at four times `size`. */
export async function benchRedact(size = 50_000, texts = redactTexts): Promise<RedactTiming[]> {
  const timings: RedactTiming[] = [];
  for (const [name, make] of Object.entries(texts)) {
    const small = await millisecondsOf(make(size));
    const large = await millisecondsOf(make(size * 4));
    timings.push({ name, size, largeSize: size * 4, small, large, ratio: large / small });
  }
  return timings;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const log = redactTexts['log'] as (size: number) => string;
  const secrets = redactTexts['log, two secrets in every seventh line'] as (size: number) => string;
  console.log(`1 MB of log: ${(await millisecondsOf(log(1_000_000))).toFixed(0)} ms`);
  console.log(`1 MB of log with secrets: ${(await millisecondsOf(secrets(1_000_000))).toFixed(0)} ms`);
  const timings = await benchRedact();
  for (const { name, small, large, ratio } of timings.toSorted((a, b) => b.large - a.large)) {
    console.log(
      `${large.toFixed(1).padStart(9)} ms for 200 kB, ${small.toFixed(1).padStart(7)} ms for 50 kB, x${ratio.toFixed(1)}  ${name}`,
    );
  }
}
