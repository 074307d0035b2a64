import assert from 'node:assert/strict';
import { checkText } from '../../../src/core/check/checkText.ts';
import type { CheckedText } from '../../../src/cli/report.ts';
import '../house/fakeVscode.ts';

const { reportOf, countFaults } = await import('../../../src/cli/report.ts');

const block = (...items: string[]): string =>
  ['<!-- tpm:checklist a -->', ...items, '<!-- /tpm:checklist -->', ''].join('\n');
const checked = (file: string, text: string): CheckedText => ({ file, text, checked: checkText(text) });
const mixed = checked(
  'docs\\pr.md',
  block('- [ ] **Tag**', '- [x] ~~Tell~~ (n/a)', '- [ ] Push', '  - Problem: 50% done', '- [x] Say'),
);

describe('the report of the command line', () => {
  it('is a line for each fault, and what it comes to', () => {
    assert.equal(
      reportOf([mixed], 'text'),
      [
        'docs\\pr.md:2:7: "Tag" is a must and still open. Tick it, or mark it "n/a" with a reason. (open-must)',
        'docs\\pr.md:3:7: "Tell" does not say why it is not applicable. Write "(n/a: the reason)". (missing-reason)',
        'docs\\pr.md:4:7: warning: "Push" has a problem: 50% done (open-problem)',
        '2 errors and 1 warning in docs\\pr.md: 2 of 4 items settled, 1 must open.',
        '',
      ].join('\n'),
    );
    assert.deepEqual(countFaults([mixed]), { errors: 2, warnings: 1 });
  });

  it('says what changed since an item was ticked', () => {
    const text = block('- [x] **Tag**', '  - Re-check: `src/a.ts` (since 0123456789)');
    assert.match(
      reportOf([checked('a.md', text)], 'text'),
      /^a\.md:2:7: "Tag" was answered before this changed: `src\/a\.ts` \(since 0123456789\)\. Check it again\. \(re-check\)$/m,
    );
  });

  it('says that all is fine, and when there was nothing to look at', () => {
    assert.equal(
      reportOf([checked('-', block('- [x] **Tag**'))], 'text'),
      'Fine in standard input: 1 of 1 item settled.\n',
    );
    assert.equal(
      reportOf([checked('a.md', ''), checked('b.md', '')], 'text'),
      'Fine in 2 files: no checklist in them.\n',
    );
  });

  it('counts columns from the first character that one sees', () => {
    assert.match(reportOf([checked('a.md', '\ufeff<!-- tpm:checklist a -->\n')], 'text'), /^a\.md:1:1: /);
  });

  it('annotates a workflow, with slashes and without what could end the command', () => {
    const [first, , third] = reportOf([mixed], 'github').split('\n');
    assert.equal(
      first,
      '::error file=docs/pr.md,line=2,col=7,title=tpm-mentor%3A open-must::"Tag" is a must and still open. Tick it, or mark it "n/a" with a reason.',
    );
    assert.equal(
      third,
      '::warning file=docs/pr.md,line=4,col=7,title=tpm-mentor%3A open-problem::"Push" has a problem: 50%25 done',
    );
    const odd = reportOf([checked('a,b:c\n::add-mask::x.md', block('- [ ] **Tag**'))], 'github');
    assert.match(odd, /^::error file=a%2Cb%3Ac\ufffd%3A%3Aadd-mask%3A%3Ax\.md,line=2,/);
    assert.equal(odd.match(/^::/gm)?.length, 1);
    assert.match(reportOf([checked('-', block('- [ ] **Tag**'))], 'github'), /^::error title=/);
  });

  it('shows control characters and commands of a pipeline in a text, and does not send them', () => {
    const text = reportOf([checked('a.md', block('- [ ] **Tag \u001b[31m##[add-mask]x \u202e**'))], 'text');
    assert.ok(text.includes('Tag \ufffd[31m# #[add-mask]x'), text);
    // oxlint-disable-next-line no-control-regex
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('is JSON with lines and columns from 1', () => {
    const { errors, warnings, files } = JSON.parse(reportOf([mixed], 'json'));
    assert.deepEqual([errors, warnings, files.length], [2, 1, 1]);
    const [{ items, ...rest }] = files[0].blocks;
    assert.deepEqual(rest, { checklist: 'a', line: 1, settled: 2, total: 4, problems: 1, openMusts: 1 });
    assert.deepEqual(items[2], {
      id: 'push',
      title: 'Push',
      isMust: false,
      state: { kind: 'problem', note: '50% done' },
      notes: [],
      line: 4,
    });
    assert.deepEqual(files[0].faults[0], {
      severity: 'error',
      line: 2,
      column: 7,
      code: 'open-must',
      message: '"Tag" is a must and still open. Tick it, or mark it "n/a" with a reason.',
    });
  });
});
