import assert from 'node:assert/strict';
import { cleanLine } from '../../../../src/core/stackTrace/cleanLine.ts';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { fixtures, summaryOf } from './summary.ts';

/** How other programs hand on the output of a program. */
const WRAPPERS: Readonly<Record<string, (line: string, index: number) => string>> = {
  'docker compose': (line) => `web-1  | ${line}`,
  'docker compose with time': (line) => `db  | 2026-11-23T18:02:11.123456789Z ${line}`,
  'docker logs -t': (line, index) => `2026-11-23T18:02:${String(10 + (index % 50))}.000000000Z ${line}`,
  'kubectl logs --prefix': (line) => `[pod/web-6d4cf56db6-x7k2p/app] ${line}`,
  'a container log file': (line) => `2026-11-23T18:02:11.123456789+01:00 stderr F ${line}`,
  'GitHub Actions': (line) => `2026-11-23T18:02:11.1234567Z ${line}`,
  'gh run view --log': (line) => `test (20)\tRun npm test\t2026-11-23T18:02:11.1234567Z ${line}`,
  'GitLab CI': (line) => `2026-11-23T18:02:11.123456Z 01O ${line}`,
  syslog: (line) => `Nov 23 18:02:11 build-7 web[812]: ${line}`,
  journald: (line) => `Nov  3 18:02:11 build-7 systemd-run[1]: ${line}`,
  'RFC 5424': (line) => `<13>1 2026-11-23T18:02:11Z build-7 web 812 - - ${line}`,
  BuildKit: (line) => `#12 2.465 ${line}`,
  'Travis CI': (line) => `[01:06:58] ${line}`,
  'Flutter on Android': (line) => `11:28:23.642: I/flutter (23635): ${line}`,
  'logcat -v brief': (line) => `E/AndroidRuntime(  812): ${line}`,
  nginx: (line) => `2026/11/23 18:02:11 [error] 5#5: *1 ${line}`,
  "Go's logger": (line) => `2026/11/23 18:02:11 ${line}`,
  dmesg: (line) => `[ 3180.271576] ${line}`,
  Monolog: (line) => `[2026-11-23 18:02:11] production.ERROR: ${line}`,
  Vagrant: (line) => `==> default: ${line}`,
  kubetail: (line) => `web-6d4cf56db6-x7k2p app ${line}`,
  Heroku: (line) => `2026-11-23T18:02:11.123456+00:00 app[web.1]: ${line}`,
  'fields in brackets': (line) => `[2026-11-23 18:02:11.123][ERROR][1][a7557lwr][0] ${line}`,
  Celery: (line) => `[2026-11-23 18:02:11,123: ERROR/ForkPoolWorker-2] ${line}`,
  concurrently: (line) => `[web] ${line}`,
  'carriage returns': (line) => `${line}\r`,
  colours: (line) => (line === '' ? line : `\u001B[31m${line}\u001B[39m`),
};

const wrapped = (text: string, wrap: (line: string, index: number) => string): string =>
  text.split('\n').map(wrap).join('\n');

describe('output that was handed on', () => {
  for (const [name, wrap] of Object.entries(WRAPPERS)) {
    it(`${name}: every fixture reads the same as without`, () => {
      for (const [fixture, text] of fixtures) {
        const plain = parseStackTraces(text).map(summaryOf);
        assert.deepEqual(parseStackTraces(wrapped(text, wrap)).map(summaryOf), plain, fixture);
      }
    });
  }

  it('Postgres keeps its level: it says how bad the line is', () => {
    const { text } = cleanLine('2026-11-23 18:02:11.900 CET [4136] ERROR:  deadlock detected');
    assert.equal(text, 'ERROR:  deadlock detected');
  });

  it('an ordinary line that looks a little like a prefix stays whole', () => {
    const ordinary = [
      '#12 2.4 is slow',
      '12:30 is when it fails',
      '[1.5] is the factor',
      '==> Installing the shop',
      'web-cart-shop app is down',
      'I/O error (5): the disk',
      'UTC [the time zone] is wrong',
      '2026/11/23 was the day',
      'this.ERROR: a constant',
    ];
    for (const line of ordinary) assert.equal(cleanLine(line).text, line);
  });

  it('a trace pasted as inline code over several lines is read to its last line', () => {
    const [trace] = parseStackTraces('`panic: x\n\ngoroutine 1 [running]:\nmain.main()\n\t/work/app/main.go:3 +0x1d`');
    assert.equal(trace?.frames[0]?.line, 3);
  });

  it('two services that write at the same time are read apart', () => {
    const one = fixtures.get('python/chained')!.split('\n');
    const other = fixtures.get('jvm/chained')!.split('\n');
    const mixed: string[] = [];
    for (let index = 0; index < Math.max(one.length, other.length); index++) {
      if (index < one.length) mixed.push(`api-1  | ${one[index]!}`);
      if (index < other.length) mixed.push(`billing-1  | ${other[index]!}`);
    }
    const expected = [one.join('\n'), other.join('\n')].flatMap((text) => parseStackTraces(text).map(summaryOf));
    assert.deepEqual(parseStackTraces(mixed.join('\n')).map(summaryOf), expected);
  });

  it('several traces of several languages in one log are found in their order', () => {
    const names = [
      'javascript/asyncCause',
      'python/group',
      'jvm/chained',
      'go/nilmap',
      'rust/backtrace',
      'csharp/async',
      'php/chained',
      'ruby/chained',
    ];
    const log = names
      .map((name) => `2026-11-23 18:02:11,000 INFO step ${name}\n${fixtures.get(name)!}\nnext step\n`)
      .join('');
    const expected = names.flatMap((name) => parseStackTraces(fixtures.get(name)!).map(summaryOf));
    assert.deepEqual(parseStackTraces(log).map(summaryOf), expected);
  });

  it('a trace inside a JSON log line is read, and its range is that line', () => {
    for (const name of ['javascript/throwSync', 'python/chained', 'jvm/chained', 'php/chainedLog']) {
      const text = fixtures.get(name)!;
      const inside =
        name === 'javascript/throwSync' ? text.slice(text.indexOf('TypeError'), text.indexOf('\n\nNode.js')) : text;
      const line = JSON.stringify({ level: 'error', msg: 'request failed', stack: inside.trimEnd() });
      const log = `{"level":"info","msg":"start"}\n${line}\n{"level":"info","msg":"end"}\n`;
      const traces = parseStackTraces(log);
      assert.deepEqual(traces.map(summaryOf), parseStackTraces(inside).map(summaryOf), name);
      assert.deepEqual(
        traces.map(({ start, end, line: at }) => [log.slice(start, end), at]),
        [[line, 1]],
      );
    }
  });

  it('frames that an 80 column terminal broke are put together', () => {
    const deep = '/work/app/packages/checkout/src/domain/pricing/discounts';
    const long = `TypeError: x\n    at Discounts.forCustomer (${deep}/customerDiscounts.ts:120:17)\n    at main (/work/app/main.ts:3:1)`;
    const broken = long.replace(/^(.{80})(?=.)/gm, '$1\n');
    assert.notEqual(broken, long);
    const [trace] = parseStackTraces(broken);
    assert.equal(trace?.frames[0]?.file, `${deep}/customerDiscounts.ts`);
    assert.deepEqual([trace?.frames.length, trace?.frames[0]?.line, trace?.end], [2, 120, broken.length]);
  });
});
