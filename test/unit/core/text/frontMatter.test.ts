import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { listOf, readFrontMatter, setFrontMatterValue } from '../../../../src/core/text/frontMatter.ts';
import { anyText, runs, textWithFrontMatter, typed } from '../arbitraries.ts';

const record = `---
tpm: checklist # what it is
title: "A: quoted"
status:   open   # by hand
checklists:
  - one # first
  - two
applies-to:
  files: ["**/*.sql", a]
empty:
unknown-key: ~
---
status: not this one
`;

describe('reading front matter', () => {
  it('gives texts, lists and nested keys, and leaves comments and quotes out', () => {
    const values = [...readFrontMatter(record)!.values].map(([key, { text, list }]) => [key, list ?? text]);
    assert.deepEqual(values, [
      ['tpm', 'checklist'],
      ['title', 'A: quoted'],
      ['status', 'open'],
      ['checklists', ['one', 'two']],
      ['applies-to.files', ['**/*.sql', 'a']],
      ['empty', ''],
      ['unknown-key', '~'],
    ]);
  });

  it('says where each value stands', () => {
    const { values, range, bodyLine } = readFrontMatter(record)!;
    const at = (key: string): string => record.slice(values.get(key)!.range.start, values.get(key)!.range.end);
    assert.deepEqual([at('tpm'), at('title'), at('status'), at('empty')], ['checklist', '"A: quoted"', 'open', '']);
    assert.equal(record.slice(range.end), '\nstatus: not this one\n');
    assert.equal(bodyLine, 12);
  });

  for (const [name, ending] of [
    ['CRLF', '\r\n'],
    ['a lone CR', '\r'],
  ] as const) {
    it(`reads ${name} as a line ending`, () => {
      const text = record.replaceAll('\n', ending);
      assert.equal(readFrontMatter(text)!.values.get('status')!.text, 'open');
      assert.equal(readFrontMatter(text)!.bodyLine, 12);
    });
  }

  it('finds none where the text does not begin with a closed one', () => {
    const texts = [
      '',
      '# Title',
      '---\nstatus: open\n',
      '\n---\nstatus: open\n---\n',
      '--- x\na: b\n---\n',
      '---\na: b\n--- x\n',
      '---\na: b\u2028---\n',
    ];
    assert.deepEqual(
      texts.map(readFrontMatter),
      texts.map(() => undefined),
    );
  });

  it('reads on behind a byte order mark', () => {
    const front = readFrontMatter('\uFEFF---\na: b\n---')!;
    assert.equal(front.values.get('a')!.text, 'b');
    assert.deepEqual(front.range, { start: 1, end: 13 });
  });

  it('tells of broken YAML and gives what can be read', () => {
    const { faults, values } = readFrontMatter('---\nstatus: open\nlist: [a\n---\n')!;
    assert.equal(values.get('status')!.text, 'open');
    assert.equal(faults.length > 0, true);
    assert.match(faults[0]!.message, /\]/);
  });

  it('takes one text for a list of one, and nothing for an empty list', () => {
    const { values } = readFrontMatter('---\none: a\nnone:\n---\n')!;
    assert.deepEqual([listOf(values.get('one')), listOf(values.get('none')), listOf(undefined)], [['a'], [], []]);
  });
});

describe('setting a value of the front matter', () => {
  const set = (text: string, key: string, value: string): string =>
    applyEdits(text, setFrontMatterValue(text, key, value));

  it('keeps the comment and the spaces beside it', () => {
    assert.equal(set(record, 'status', 'resolved'), record.replace('   open   #', '   resolved   #'));
  });

  it('writes a value where there was none', () => {
    assert.equal(set(record, 'empty', 'now'), record.replace('empty:', 'empty: now'));
  });

  it('adds a key that is missing at the end, with the line ending of the text', () => {
    const text = record.replaceAll('\n', '\r\n');
    assert.equal(
      set(text, 'owner', 'Ana: lead'),
      text.replace('\r\n---\r\nstatus', '\r\nowner: "Ana: lead"\r\n---\r\nstatus'),
    );
  });

  it('quotes what YAML would read as something else', () => {
    for (const value of [
      '',
      '#5',
      'a: b',
      '[x]',
      '- a',
      '"',
      "it's",
      'two\nlines',
      '🎉',
      'null',
      '1e7',
      '*',
      '&a',
      '%',
    ]) {
      assert.equal(
        readFrontMatter(set(record, 'title', value))!.values.get('title')!.text,
        value,
        JSON.stringify(value),
      );
    }
  });

  it('takes the last one where a key is there twice, as YAML readers do', () => {
    assert.equal(set('---\na: 1\na: 2\n---\n', 'a', '3'), '---\na: 1\na: 3\n---\n');
  });

  it('leaves the text alone where it has no front matter, or none that could be read back', () => {
    assert.deepEqual(setFrontMatterValue('# Title\n', 'status', 'open'), []);
    assert.deepEqual(setFrontMatterValue('---\n{ a: 1 }\n---\n', 'status', 'open'), []);
    assert.deepEqual(setFrontMatterValue('---\n- a list\n---\n', 'status', 'open'), []);
  });

  it('changes that value and no other, in any front matter', () => {
    const key = fc.oneof(
      fc.constantFrom('tpm', 'title', 'status', 'owner', 'empty', 'checklists', 'text', 'branch', 'added'),
      anyText,
    );
    fc.assert(
      fc.property(textWithFrontMatter, key, typed, (text, key, value) => {
        const edits = setFrontMatterValue(text, key, value);
        if (!edits.length)
          return assert.ok(
            !/^[a-z]+$/.test(key) || readFrontMatter(text)!.faults.length > 0 || /\r(?!\n)/.test(text),
            `${key} can be set`,
          );
        const changed = applyEdits(text, edits);
        const [before, after] = [readFrontMatter(text)!, readFrontMatter(changed)!];
        const [edit] = edits;
        assert.equal(edits.length, 1);
        assert.equal(changed, text.slice(0, edit!.range.start) + edit!.newText + text.slice(edit!.range.end));
        assert.equal(after.values.get(key)?.text, value.trim());
        assert.deepEqual(others(after.values, key), others(before.values, key));
        assert.equal(changed.slice(after.range.end), text.slice(before.range.end));
      }),
      runs,
    );
  });
});

function others(values: ReadonlyMap<string, { text: string }>, key: string): string[][] {
  return [...values].filter(([other]) => other !== key).map(([other, { text }]) => [other, text]);
}
