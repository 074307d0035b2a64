import assert from 'node:assert/strict';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { itemsOfBlock } from '../../../../src/core/block/model.ts';
import { commentText, labelsFor, parseComment } from '../../../../src/core/finding/comment.ts';
import {
  addFinding,
  addReply,
  removeFinding,
  setFindingState,
  setFindingWords,
  setReply,
} from '../../../../src/core/finding/edit.ts';
import { countFindings } from '../../../../src/core/finding/model.ts';
import { findFinding, findingsIn } from '../../../../src/core/finding/parse.ts';
import { parseRecord } from '../../../../src/core/record/parse.ts';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edits.ts';

const record = [
  '---',
  'tpm: review',
  'title: "Cart"',
  'status: open',
  '---',
  '',
  '# Cart',
  '',
  '## Findings',
  '',
  '## Notes',
  '',
  'Kept.',
  '',
].join('\n');
const code = 'function total() {\n  return NaN;\n}\n';
const place = { path: 'src/cart.ts', line: 1, text: code };

/** The text after edits that are made one after the other. */
function after(text: string, ...changes: ((text: string) => readonly TextEdit[])[]): string {
  return changes.reduce((now, change) => applyEdits(now, change(now)), text);
}
const add =
  (words: string, ...[at]: [at?: typeof place]) =>
  (text: string) =>
    addFinding(text, parseComment(words), at ?? place).edits;
const addGeneral = (words: string) => (text: string) => addFinding(text, parseComment(words)).edits;
const first = (text: string): string => findingsIn(text).findings[0]!.id;
const marker = / <!-- tpm:finding [^>]*-->/g;

describe('a finding in a record', () => {
  it('is one task that reads well on a forge, with its body below', () => {
    const text = after(
      record,
      add('issue (blocking): `total` is not a number\n\nWith an empty cart:\n\n- open it\n- look'),
    );
    assert.match(text, /- \[ \] .* <!-- tpm:finding id=\w+ line=2 text=\w+ before=\w+,\^ after=\w+,\$ -->\n/);
    assert.equal(
      text.replace(marker, ''),
      record.replace(
        '## Findings\n',
        '## Findings\n\n- [ ] **issue (blocking):** `total` is not a number \u2014 [src/cart.ts:2](/src/cart.ts#L2)\n' +
          '  - With an empty cart:\n\n    - open it\n    - look\n',
      ),
    );
  });

  it('is read back with all that was written', () => {
    const words = parseComment('**suggestion (non-blocking, perf):** cache it\n\nTwice as fast.\n\n```ts\nfoo();\n```');
    const { id, edits } = addFinding(record, words, place);
    const found = findFinding(applyEdits(record, edits), id)!;
    const { label, decorations, subject, body } = found;
    assert.deepEqual({ label, decorations, subject, body }, words);
    assert.deepEqual(found.state, { kind: 'open' });
    assert.deepEqual([found.place?.path, found.place?.line, found.place?.anchor?.alike], ['src/cart.ts', 1, 1]);
  });

  it('comes after those that are there, in a section that is made when it is missing', () => {
    const text = after('# Any note\n', add('issue: one'), add('praise: two'));
    assert.match(
      text,
      /^# Any note\n\n## Findings\n\n- \[ \] \*\*issue:\*\* one .*\n- \[ \] \*\*praise:\*\* two .*\n$/,
    );
  });

  it('may be about the change as a whole', () => {
    const text = after(record, addGeneral('praise: small and clear [as ever](/a.ts#L1)'));
    assert.equal(findingsIn(text).findings[0]!.place, undefined);
    assert.equal(findingsIn(text).findings[0]!.subject, 'small and clear [as ever](/a.ts#L1)');
  });

  it('is resolved by one character', () => {
    const text = after(record, add('issue: one'), add('issue: two'));
    const resolved = after(text, (now) => setFindingState(now, first(now), { kind: 'resolved' }));
    assert.equal(resolved, text.replace('- [ ] **issue:** one', '- [x] **issue:** one'));
    assert.equal(
      after(resolved, (now) => setFindingState(now, first(now), { kind: 'open' })),
      text,
    );
  });

  it('that is not fixed is struck through and says why, as an item that does not apply', () => {
    const text = after(record, add('issue: one'));
    const settled = after(text, (now) => setFindingState(now, first(now), { kind: 'wont-fix', reason: 'goes in May' }));
    assert.match(settled, /- \[x\] ~~\*\*issue:\*\* one \u2014 \[.*\]\(.*\)~~ \(won't fix: goes in May\) <!-- tpm/);
    assert.deepEqual(findingsIn(settled).findings[0]!.state, { kind: 'wont-fix', reason: 'goes in May' });
    assert.equal(
      after(settled, (now) => setFindingState(now, first(now), { kind: 'open' })),
      text,
    );
  });

  it('has replies, which are changed and taken away alone', () => {
    const text = after(record, add('issue: one\n\nwhy'), add('issue: two'));
    const id = first(text);
    const replied = after(
      text,
      (now) => addReply(now, id, 'Really?\nYes.'),
      (now) => addReply(now, id, 'Fixed.'),
    );
    assert.deepEqual(findFinding(replied, id)!.replies, ['Really?\nYes.', 'Fixed.']);
    assert.equal(findFinding(replied, id)!.body, 'why');
    const changed = after(replied, (now) => setReply(now, id, 0, 'Sure?'));
    assert.deepEqual(findFinding(changed, id)!.replies, ['Sure?', 'Fixed.']);
    assert.equal(
      after(
        changed,
        (now) => setReply(now, id, 1, ''),
        (now) => setReply(now, id, 0, ''),
      ),
      text,
    );
  });

  it('has a body that is no reply, even if it begins like one', () => {
    const text = after(record, add('issue: one\n\nReply: not needed'));
    const [found] = findingsIn(text).findings;
    assert.deepEqual([found!.body, found!.replies], ['Reply: not needed', []]);
  });

  it('is reworded, its place and state kept', () => {
    const text = after(record, add('issue: one\n\nold'), (now) =>
      setFindingState(now, first(now), { kind: 'resolved' }),
    );
    const id = first(text);
    const now = after(text, (one) => setFindingWords(one, id, parseComment('question: why one?\n\nnew\n\nlines')));
    const found = findFinding(now, id)!;
    assert.deepEqual([found.label, found.subject, found.body], ['question', 'why one?', 'new\n\nlines']);
    assert.deepEqual([found.state, found.place], [findFinding(text, id)!.state, findFinding(text, id)!.place]);
    assert.equal(
      after(now, (one) => setFindingWords(one, id, parseComment('issue: one\n\nold'))),
      text,
    );
    assert.doesNotMatch(
      after(now, (one) => setFindingWords(one, id, parseComment('issue: one'))),
      /new/,
    );
  });

  it('is taken out with all below it', () => {
    const text = after(record, add('issue: one\n\nbody'), add('issue: two'));
    assert.equal(
      after(text, (now) => removeFinding(now, first(now))).replace(marker, ''),
      after(record, add('issue: two')).replace(marker, ''),
    );
  });

  it('is no item of a checklist, not even below a block that was never closed', () => {
    const text = after('<!-- tpm:checklist one -->\n- [ ] item\n', add('issue: one'));
    assert.deepEqual(
      findBlocks(text)
        .flatMap(itemsOfBlock)
        .map(({ title }) => title),
      ['item'],
    );
    assert.equal(findingsIn(text).findings.length, 1);
  });

  it('keeps Windows line endings and paths with anything in them', () => {
    const odd = { ...place, path: "app/a b (c)/[id]/~x_y#1's.ts" };
    const text = after(record.replaceAll('\n', '\r\n'), add('issue: one\n\na\nb', odd), (now) =>
      addReply(now, first(now), 'c\nd'),
    );
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    const [found] = findingsIn(text).findings;
    assert.equal(found!.place?.path, odd.path);
    assert.deepEqual([found!.body, found!.replies], ['a\nb', ['c\nd']]);
  });

  it('may be written by hand', () => {
    const text =
      '## findings\n\n- [ ] **nitpick:** a name [a.ts:3](/src/a.ts#L3-L5)\n- [X] look again\n  - and here\n  - Reply: done\n- no task\n';
    const { findings, problems } = findingsIn(text);
    assert.deepEqual(
      findings.map(({ label, subject, body, replies, state, place: at }) => [
        label,
        subject,
        body,
        replies,
        state.kind,
        at,
      ]),
      [
        ['nitpick', 'a name', '', [], 'open', { path: 'src/a.ts', line: 2 }],
        ['', 'look again', 'and here', ['done'], 'resolved', undefined],
      ],
    );
    assert.deepEqual(problems, []);
    assert.notEqual(findings[0]!.id, findings[1]!.id);
  });

  it('has its faults told with their line', () => {
    const text = after(record, add('issue: one'));
    const line = text.split('\n').find((one) => one.startsWith('- [ ]'))!;
    const broken = text.replace(
      line,
      [
        line,
        line,
        "- [x] ~~x~~ (won't fix)",
        '- [ ] out [x](/../etc/passwd#L1)',
        '- [ ] y <!-- tpm:finding line=3 -->',
      ].join('\n'),
    );
    const { problems } = parseRecord(broken);
    assert.deepEqual(
      problems.map((one) => [one.code, one.line - parseRecord(broken).problems[0]!.line]),
      [
        ['duplicate-finding', 0],
        ['finding-reason', 1],
        ['finding-place', 2],
        ['finding-place', 3],
      ],
    );
    assert.equal(new Set(findingsIn(broken).findings.map(({ id }) => id)).size, 5);
  });

  it('counts as blocking only if it says so', () => {
    const text = after(record, add('issue (blocking): a'), add('issue: b'), add('todo (blocking): c'), (now) =>
      setFindingState(now, findingsIn(now).findings[2]!.id, { kind: 'resolved' }),
    );
    assert.deepEqual(countFindings(findingsIn(text).findings), { total: 3, open: 2, blocking: 1 });
  });
});

describe('a comment that is typed', () => {
  it('begins with a label, bold or not, with decorations or without', () => {
    for (const text of [
      'issue (blocking, test): x y',
      '**issue (blocking, test):** x y',
      ' Issue (Blocking,test) : x  y ',
    ])
      assert.deepEqual(parseComment(text), {
        label: 'issue',
        decorations: ['blocking', 'test'],
        subject: 'x y',
        body: '',
      });
    assert.deepEqual(parseComment('nitpick: x').label, 'nitpick');
  });

  it('may lack a label, and a word with a colon is none', () => {
    assert.deepEqual(parseComment('Note that: this\n\nbody'), {
      label: '',
      decorations: [],
      subject: 'Note that: this',
      body: 'body',
    });
    assert.equal(parseComment('risk: this').label, '');
    assert.equal(parseComment('risk: this', ['risk']).label, 'risk');
    assert.equal(parseComment('**risk:** this').label, 'risk');
    assert.equal(parseComment('http://x').label, '');
  });

  it('is shown as it can be typed again', () => {
    const words = parseComment('todo (non-blocking): x\n\nbody');
    assert.equal(commentText(words), '**todo (non-blocking):** x\n\nbody');
    assert.deepEqual(parseComment(commentText(words)), words);
  });

  it('has the labels of the snippets to choose from', () => {
    const labels = labelsFor([
      { body: '**risk (${1|blocking,non-blocking|}):** ${2:x}' },
      { body: '**issue:** y' },
      { body: 'plain' },
    ]);
    assert.equal(labels[0], 'issue');
    assert.deepEqual([labels.includes('risk'), new Set(labels).size === labels.length], [true, true]);
  });
});
