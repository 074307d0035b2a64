import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { redact } from '../../../../src/core/redact/redact.ts';
import type { Redaction } from '../../../../src/core/redact/redact.ts';
import { alnum, hex, join, jwt, lowerAlnum, pem, typed, urlWith } from '../../../fixtures/redaction/build.ts';

const githubToken = join('gh', 'p_', alnum(36, 1));
const otherToken = join('gh', 'p_', alnum(36, 2));

function applied(text: string, { findings }: Redaction): string {
  return findings
    .toReversed()
    .reduce((out, { start, end, placeholder }) => out.slice(0, start) + placeholder + out.slice(end), text);
}

describe('redact', () => {
  it('gives a known token the name of its issuer', async () => {
    const { text, findings } = await redact(`push with ${githubToken} failed`);
    assert.equal(text, 'push with <github-token-1> failed');
    assert.deepEqual(findings, [
      { kind: 'github-token', placeholder: '<github-token-1>', start: 10, end: 50, line: 1 },
    ]);
  });

  it('gives the same secret the same placeholder and another secret the next number', async () => {
    const { text } = await redact(`a ${githubToken}\nb ${otherToken}\nc ${githubToken}`);
    assert.equal(text, 'a <github-token-1>\nb <github-token-2>\nc <github-token-1>');
  });

  it('finds a password again where nothing gives it away', async () => {
    const { text } = await redact(`PASSWORD=${typed(1)}\nretry with ${typed(1)}.`);
    assert.equal(text, 'PASSWORD=<password-1>\nretry with <password-1>.');
  });

  it('counts lines from 1 and offsets in UTF-16 code units', async () => {
    const { findings } = await redact(`😀 one\r\n😀 token=${githubToken}`);
    assert.deepEqual(
      findings.map(({ line, start }) => ({ line, start })),
      [{ line: 2, start: 17 }],
    );
  });

  it('names a token by its issuer even where a key would call it a password', async () => {
    const { text } = await redact(`password: ${githubToken}`);
    assert.equal(text, 'password: <github-token-1>');
  });

  it('covers an address inside a password with the whole password', async () => {
    const { text } = await redact(`SMTP_PASSWORD=${lowerAlnum(5, 3)}@${lowerAlnum(4, 4)}.de`);
    assert.equal(text, 'SMTP_PASSWORD=<password-1>');
  });

  it('redacts user, password and nothing else of an address', async () => {
    const { text } = await redact(urlWith('https', 'mwalters', typed(5), 'git.acme.dev/a.git'));
    assert.equal(text, 'https://<user-1>:<url-password-1>@git.acme.dev/a.git');
  });

  it('replaces a private key with its fences', async () => {
    const { text } = await redact(`a\n${pem('RSA PRIVATE KEY')}\nb`);
    assert.equal(text, 'a\n<private-key-1>\nb');
  });

  it('keeps what is already redacted and numbers new secrets above it', async () => {
    const { text } = await redact(`a <github-token-7> b ${githubToken}`);
    assert.equal(text, 'a <github-token-7> b <github-token-8>');
  });

  it('returns the empty text as it is', async () => {
    assert.deepEqual(await redact(''), { text: '', findings: [], problems: [] });
  });
});

describe('redact, for any text', () => {
  const fragment = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    {
      weight: 7,
      arbitrary: fc.constantFrom(
        githubToken,
        jwt(1),
        typed(2),
        hex(40, 3),
        `${lowerAlnum(6, 4)}@acme-corp.fr`,
        '10.20.30.40',
        '/home/mwalters/x',
        'C:\\Users\\mwalters\\x',
        'password',
        'token',
        'API_KEY',
        'user',
        'Authorization',
        'Cookie',
        'curl -u ',
        'mysql -p',
        '-----BEGIN RSA PRIVATE KEY-----',
        'ssh a@b1',
        '=',
        ':',
        ': ',
        ' => ',
        '"',
        "'",
        '\\"',
        '@',
        '/',
        '://',
        '<',
        '>',
        ';',
        ',',
        '&',
        '|',
        ' ',
        '\n',
        '\r\n',
        '\t',
        '{',
        '}',
        '(',
        ')',
        '.',
        '-',
        '<password-1>',
        '<user-3>',
        '<github-token-1>',
        '<x',
        '-1>',
        'Bearer ',
        'Basic ',
        'name: ',
        'value: ',
        '\uffff',
        '\u001b[31m',
        '::',
        '%40',
      ),
    },
  );
  const anyText = fc.array(fragment, { maxLength: 24 }).map((parts) => parts.join(''));

  it('gives the same text when it is redacted again', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const once = await redact(text);
        assert.equal((await redact(once.text)).text, once.text);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing outside the findings, which are in order and apart', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const result = await redact(text);
        assert.equal(applied(text, result), result.text);
        let last = 0;
        for (const { start, end, line } of result.findings) {
          assert.ok(start >= last && end > start);
          assert.equal(line, text.slice(0, start).split('\n').length);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('uses one placeholder for one secret', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { findings } = await redact(text);
        const bySecret = new Map<string, string>();
        for (const { start, end, placeholder } of findings) {
          const secret = text.slice(start, end);
          assert.equal(placeholder, bySecret.get(secret) ?? placeholder);
          bySecret.set(secret, placeholder);
        }
        assert.equal(new Set(bySecret.values()).size, bySecret.size);
      }),
      { numRuns: 200 },
    );
  });
});
