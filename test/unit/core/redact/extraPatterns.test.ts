import assert from 'node:assert/strict';
import { EXTRA_LINE_LIMIT } from '../../../../src/core/redact/extraPatterns.ts';
import { redact } from '../../../../src/core/redact/redact.ts';

const withPattern = (text: string, pattern: string, name = 'Ticket'): ReturnType<typeof redact> =>
  redact(text, { extra: [{ name, pattern }] });

describe('a pattern of the user', () => {
  it('adds findings under its name', async () => {
    const { text, findings, problems } = await withPattern('see ACME-1234 and ACME-77', 'ACME-\\d+', 'Acme ticket');
    assert.equal(text, 'see <acme-ticket-1> and <acme-ticket-2>');
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['acme-ticket', 'acme-ticket'],
    );
    assert.deepEqual(problems, []);
  });

  it('hides only its group `it` if it has one', async () => {
    assert.equal((await withPattern('case no. 4711 open', 'no\\. (?<it>\\d{4})')).text, 'case no. <ticket-1> open');
  });

  it('is called custom if its name has no letters', async () => {
    assert.equal((await withPattern('x4711', 'x\\d+', '!!')).text, '<custom-1>');
  });

  it('wins over a built-in rule for the same characters', async () => {
    assert.equal((await withPattern('from 10.20.30.40', '10\\.20\\.[\\d.]+', 'office')).text, 'from <office-1>');
  });

  for (const [what, pattern] of [
    ['is invalid', '('],
    ['is empty', ''],
    ['matches the empty text', 'a*'],
    ['repeats a repetition', '(a+)+b'],
    ['repeats a choice', '(?:a|a)*b'],
    ['repeats a repetition two levels up', '((a+)b?)*c'],
    ['has a back-reference', '(a|b)\\1x'],
    ['has many unlimited repetitions', 'a+b*c+d*e'],
    ['is very long', 'a'.repeat(501)],
  ] as const) {
    it(`that ${what} is a problem and the rest is redacted`, async () => {
      const { text, problems } = await withPattern('from 10.20.30.40', pattern);
      assert.equal(text, 'from <ip-1>');
      assert.deepEqual(
        problems.map(({ name }) => name),
        ['Ticket'],
      );
      assert.match(problems[0]?.message ?? '', /\w{3}/);
    });
  }

  it('sees the first 2,000 characters of each line', async () => {
    const start = ' '.repeat(EXTRA_LINE_LIMIT - 5);
    const { text } = await withPattern(`${start}K-123\n${start}xK-123\nK-123`, 'K-123');
    assert.equal(text, `${start}<ticket-1>\n${start}xK-123\n<ticket-1>`);
  });
});
