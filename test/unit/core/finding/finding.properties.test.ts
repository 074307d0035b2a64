import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findBlocks } from '../../../../src/core/block/find.ts';
import {
  addFinding,
  addReply,
  removeFinding,
  setFindingState,
  setFindingWords,
  setReply,
} from '../../../../src/core/finding/edit.ts';
import type { Finding, FindingState, FindingWords } from '../../../../src/core/finding/model.ts';
import { findFinding, findingsIn } from '../../../../src/core/finding/parse.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { anyText, runs, slow, someMarkdown, typed } from '../arbitraries.ts';

const words: fc.Arbitrary<FindingWords> = fc.record({
  label: fc.oneof(fc.constantFrom('issue', 'question', 'nitpick', ''), typed),
  decorations: fc.array(fc.oneof(fc.constantFrom('blocking', 'test'), typed), { maxLength: 2 }),
  subject: typed,
  body: typed,
});
const place = fc.option(
  fc.record({
    path: fc.oneof(
      fc.constantFrom('src/a.ts', 'a b/(c)~~/[d]_e_.ts', '\u65e5\u672c/\u{1f389}.go'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    ),
    line: fc.nat(20),
    text: anyText,
  }),
  { nil: undefined },
);
const state: fc.Arbitrary<FindingState> = fc.oneof(
  fc.constant<FindingState>({ kind: 'open' }),
  fc.constant<FindingState>({ kind: 'resolved' }),
  typed.map((reason): FindingState => ({ kind: 'wont-fix', reason })),
);
const plainRecord = fc
  .constantFrom('\n', '\r\n')
  .map((ending) => ['---', 'tpm: review', '---', '# R', '', 'Text.', ''].join(ending));

/** A record with findings that were added one after the other, and one of them. */
const picked = fc
  .tuple(
    plainRecord,
    fc.array(fc.tuple(words, place, state, fc.array(typed, { maxLength: 2 })), { minLength: 1, maxLength: 4 }),
    fc.nat(),
  )
  .map(([start, all, index]) => {
    let text = start;
    for (const [one, at, settled, replies] of all) {
      const { id, edits } = addFinding(text, one, at);
      text = applyEdits(text, edits);
      for (const reply of replies) text = applyEdits(text, addReply(text, id, reply));
      text = applyEdits(text, setFindingState(text, id, settled));
    }
    const { findings } = findingsIn(text);
    return { text, findings, finding: findings[index % findings.length]! };
  })
  .filter(({ findings }) => findings.length > 0);

/** What a person sees of all findings but one. */
const others = (text: string, without: string): unknown =>
  findingsIn(text)
    .findings.filter(({ id }) => id !== without)
    .map(({ line: _line, range: _range, subjectRange: _subject, ...seen }) => seen);

describe('findings in a record that we wrote', function () {
  this.timeout(slow);

  it('are all there, whatever was typed', () => {
    fc.assert(
      fc.property(plainRecord, fc.array(fc.tuple(words, place), { maxLength: 4 }), (start, all) => {
        let text = start;
        const ids = all.map(([one, at]) => {
          const { id, edits } = addFinding(text, { ...one, subject: `x ${one.subject}` }, at);
          text = applyEdits(text, edits);
          return id;
        });
        const { findings } = findingsIn(text);
        assert.deepEqual(
          findings.map(({ id }) => id),
          ids,
        );
        assert.deepEqual(
          findings.map((one) => one.place?.path !== undefined),
          all.map(([, at]) => at !== undefined && isInside(at.path)),
        );
      }),
      runs,
    );
  });

  it('get a state that touches the lines of that finding only, and go back to the same bytes', () => {
    fc.assert(
      fc.property(picked, state, ({ text, finding }, wanted) => {
        const changed = applyEdits(text, setFindingState(text, finding.id, wanted));
        isOnlyIn(text, changed, finding);
        assert.deepEqual(others(changed, finding.id), others(text, finding.id));
        assert.equal(findFinding(changed, finding.id)!.state.kind, wanted.kind);
        assert.deepEqual(setFindingState(changed, finding.id, wanted), []);
        const open = applyEdits(text, setFindingState(text, finding.id, { kind: 'open' }));
        const again = applyEdits(open, setFindingState(open, finding.id, wanted));
        assert.equal(applyEdits(again, setFindingState(again, finding.id, { kind: 'open' })), open);
      }),
      runs,
    );
  });

  it('get other words, the rest of the record untouched', () => {
    fc.assert(
      fc.property(picked, words, ({ text, finding }, wanted) => {
        const changed = applyEdits(
          text,
          setFindingWords(text, finding.id, { ...wanted, subject: `x ${wanted.subject}` }),
        );
        isOnlyIn(text, changed, finding);
        assert.deepEqual(others(changed, finding.id), others(text, finding.id));
        const found = findFinding(changed, finding.id)!;
        assert.deepEqual([found.state, found.place, found.replies], [finding.state, finding.place, finding.replies]);
        assert.equal(found.body, readBack(wanted.body));
      }),
      runs,
    );
  });

  it('get a reply, change it and lose it, the rest untouched', () => {
    fc.assert(
      fc.property(picked, typed, typed, ({ text, finding }, reply, other) => {
        const replied = applyEdits(text, addReply(text, finding.id, `x${reply}`));
        isOnlyIn(text, replied, finding);
        const count = finding.replies.length;
        assert.deepEqual(findFinding(replied, finding.id)!.replies, [...finding.replies, readBack(`x${reply}`)]);
        const changed = applyEdits(replied, setReply(replied, finding.id, count, `x${other}`));
        assert.deepEqual(findFinding(changed, finding.id)!.replies, [...finding.replies, readBack(`x${other}`)]);
        assert.deepEqual(others(changed, finding.id), others(text, finding.id));
        assert.equal(applyEdits(changed, setReply(changed, finding.id, count, '')), text);
      }),
      runs,
    );
  });

  it('are taken out without a trace in the others', () => {
    fc.assert(
      fc.property(picked, ({ text, finding }) => {
        const changed = applyEdits(text, removeFinding(text, finding.id));
        assert.deepEqual(others(changed, finding.id), others(text, finding.id));
        assert.equal(findFinding(changed, finding.id), undefined);
      }),
      runs,
    );
  });
});

describe('findings in any Markdown', function () {
  this.timeout(slow);
  const anything = fc.oneof(
    anyText,
    someMarkdown,
    fc
      .tuple(someMarkdown, someMarkdown)
      .map(
        ([one, other]) =>
          `${one}\n\n## Findings\n\n${other.replace(/(\r?\n)/g, ' <!-- tpm:finding id=a line=2 text=b -->$1')}`,
      ),
  );

  it('are read without an exception, each with a name of its own, on lines that are there', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { findings, problems } = findingsIn(text);
        const count = text.split(/\r\n|\r|\n/).length;
        assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length);
        for (const { line, range, subjectRange } of findings) {
          assert.ok(line >= 0 && line < count);
          assert.ok(
            range.start <= subjectRange.start &&
              subjectRange.start <= subjectRange.end &&
              subjectRange.end <= range.end,
          );
        }
        for (const { line, range } of problems)
          assert.ok(line < count && range.start <= range.end && range.end <= text.length);
      }),
      runs,
    );
  });

  it('are changed without an exception, within the finding, and blocks stay as they are', () => {
    fc.assert(
      fc.property(anything, state, typed, words, (text, wanted, reply, other) => {
        for (const finding of findingsIn(text).findings.slice(0, 3)) {
          const marked = applyEdits(text, setFindingState(text, finding.id, wanted));
          isOnlyIn(text, marked, finding);
          assert.deepEqual(titles(marked), titles(text));
          isOnlyIn(text, applyEdits(text, addReply(text, finding.id, reply)), finding);
          isOnlyIn(text, applyEdits(text, setFindingWords(text, finding.id, other)), finding);
          removeFinding(text, finding.id);
        }
      }),
      runs,
    );
  });

  it('come to what is there without changing a character of it', () => {
    fc.assert(
      fc.property(anything, words, place, (text, one, at) => {
        const { id, edits } = addFinding(text, one, at);
        assert.ok(edits.every(({ range }) => range.start === range.end));
        const changed = applyEdits(text, edits);
        const isSwallowed = !findFinding(changed, id); // by a comment or fence that was never closed
        if (!isSwallowed) assert.deepEqual(titles(changed), titles(text));
      }),
      runs,
    );
  });
});

function isOnlyIn(before: string, after: string, { range }: Finding): void {
  assert.equal(after.slice(0, range.start), before.slice(0, range.start));
  assert.ok(after.endsWith(before.slice(range.end)));
}

function titles(text: string): unknown {
  return findBlocks(text).map(({ checklist, sections }) => [
    checklist,
    sections.flatMap(({ items }) => items.map(({ title }) => title)),
  ]);
}

/** What typed Markdown reads as when it comes back: no spaces at the ends of lines or of the whole. */
function readBack(typedText: string): string {
  return typedText
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
    .replaceAll('<\\!--', '<!--');
}

function isInside(path: string): boolean {
  return !/^[\\/]|^[A-Za-z]:/.test(path) && !path.split(/[\\/]/).includes('..') && path !== '';
}
