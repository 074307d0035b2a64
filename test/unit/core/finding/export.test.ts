import assert from 'node:assert/strict';
import { parseComment } from '../../../../src/core/finding/comment.ts';
import { addFinding, addReply, setFindingState } from '../../../../src/core/finding/edit.ts';
import { findingsAsJson } from '../../../../src/core/finding/export/json.ts';
import { findingsAsMarkdown } from '../../../../src/core/finding/export/markdown.ts';
import { findingsAsSarif } from '../../../../src/core/finding/export/sarif.ts';
import type { FindingState } from '../../../../src/core/finding/model.ts';
import { findingsIn } from '../../../../src/core/finding/parse.ts';
import { placeFindings, type PlacedFinding } from '../../../../src/core/finding/placed.ts';
import { redactFindings } from '../../../../src/core/finding/redactFindings.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { sarifFaults } from './sarifRules.ts';

const code = 'a();\nconst total = sum(lines);\nb();\n';
const files = new Map([
  ['src/cart.ts', `// new\n${code}`],
  ['src/a b#1.ts', code],
  ['src/gone.ts', 'a();\nconst total = 0;\nb();\n'],
]);

/** Eight findings of every kind, as they are read from a record, in files as they are now. */
async function review(): Promise<PlacedFinding[]> {
  let text = '## Findings\n';
  const add = (words: string, path?: string, state?: FindingState): void => {
    const { id, edits } = addFinding(
      text,
      parseComment(words),
      path === undefined ? undefined : { path, line: 1, text: code },
    );
    text = applyEdits(text, edits);
    if (words.startsWith('issue')) text = applyEdits(text, addReply(text, id, 'Mail ana.bauer@shop-mail.com\nfirst'));
    if (state) text = applyEdits(text, setFindingState(text, id, state));
  };
  add('praise: clear names');
  add('suggestion: `cache` it', 'src/a b#1.ts');
  add('issue (blocking): wrong sum of ana.bauer@shop-mail.com\n\nSee:\n\n- one\n- two', 'src/cart.ts');
  add('issue: rounding', 'src/gone.ts');
  add('nitpick: name', 'src/cart.ts', { kind: 'wont-fix', reason: 'public name, ask ana.bauer@shop-mail.com' });
  add('question: why?', 'src/none.ts', { kind: 'resolved' });
  add('no label here', 'src/cart.ts');
  add('todo (blocking): docs', 'src/cart.ts', { kind: 'resolved' });
  return placeFindings(findingsIn(text).findings, (path) => Promise.resolve(files.get(path)));
}

describe('exported findings', () => {
  let placed: PlacedFinding[];
  let hidden: number;

  before(async () => {
    ({ placed, hidden } = await redactFindings(await review()));
  });

  it('stand where their lines are now, or nowhere', () => {
    assert.deepEqual(
      placed.map(({ placement }) => placement && [placement.kind, ...('line' in placement ? [placement.line] : [])]),
      [undefined, ['exact', 1], ['moved', 2], ['lost'], ['moved', 2], ['lost'], ['moved', 2], ['moved', 2]],
    );
  });

  it('hide secrets and people in every word that leaves, the same one by the same name', () => {
    assert.equal(hidden, 4);
    const all = [
      findingsAsMarkdown('R', placed),
      findingsAsJson({ title: 'R' }, placed),
      findingsAsSarif({ title: 'R' }, placed),
    ];
    for (const text of all) {
      assert.doesNotMatch(text, /ana\.bauer|shop-mail/);
      assert.match(text, /wrong sum of (?:<|\\<)?email-1/);
      assert.doesNotMatch(text, /email-2/);
    }
  });

  it('as Markdown begin with what blocks and end with what is settled', () => {
    assert.equal(
      findingsAsMarkdown('Findings: Cart', placed),
      [
        '## Findings: Cart',
        '',
        '5 open, 1 blocking, 3 settled.',
        '',
        '- [ ] **issue (blocking):** wrong sum of <email-1> \u2014 `src/cart.ts:3`',
        '  - See:',
        '',
        '    - one',
        '    - two',
        '  - Mail <email-1>',
        '    first',
        '- [ ] **praise:** clear names',
        '- [ ] **suggestion:** `cache` it \u2014 `src/a b#1.ts:2`',
        '- [ ] **issue:** rounding \u2014 `src/gone.ts` (line no longer found)',
        '  - Mail <email-1>',
        '    first',
        '- [ ] no label here \u2014 `src/cart.ts:3`',
        "- [x] ~~**nitpick:** name \u2014 `src/cart.ts:3`~~ (won't fix: public name, ask <email-1>)",
        '- [x] **question:** why? \u2014 `src/none.ts` (line no longer found)',
        '- [x] **todo (blocking):** docs \u2014 `src/cart.ts:3`',
        '',
      ].join('\n'),
    );
  });

  it('as JSON have lines from 1, and none where the line is lost', () => {
    const { version, review: about, findings } = JSON.parse(findingsAsJson({ title: 'Cart', branch: 'b' }, placed));
    assert.deepEqual([version, about, findings.length], [1, { title: 'Cart', branch: 'b' }, 8]);
    assert.deepEqual(findings[2], {
      id: placed[2]!.finding.id,
      label: 'issue',
      decorations: ['blocking'],
      state: 'open',
      subject: 'wrong sum of <email-1>',
      body: 'See:\n\n- one\n- two',
      replies: ['Mail <email-1>\nfirst'],
      path: 'src/cart.ts',
      line: 3,
      placement: 'moved',
    });
    assert.deepEqual(
      [findings[3].line, findings[3].placement, findings[4].reason],
      [undefined, 'lost', 'public name, ask <email-1>'],
    );
  });

  it('with a place that was written by hand say it as it was written, and no line where it would have to be true', async () => {
    const { findings } = findingsIn('## Findings\n\n- [ ] **issue:** x [a](/src/cart.ts#L3)\n');
    const byHand = await placeFindings(findings, (path) => Promise.resolve(files.get(path)));
    assert.match(findingsAsMarkdown('R', byHand), /x \u2014 `src\/cart\.ts:3`\n/);
    assert.equal(JSON.parse(findingsAsJson({ title: 'R' }, byHand)).findings[0].line, undefined);
    assert.doesNotMatch(findingsAsSarif({ title: 'R' }, byHand), /startLine/);
  });

  it('as SARIF keep the rules of its schema', () => {
    assert.deepEqual(sarifFaults(JSON.parse(findingsAsSarif({ title: 'Cart' }, placed))), []);
    assert.deepEqual(sarifFaults(JSON.parse(findingsAsSarif({ title: '' }, []))), []);
  });

  it('as SARIF have a level by label, won\u2019t fix as a suppression, and resolved as passed', () => {
    const [run] = JSON.parse(findingsAsSarif({ title: 'Cart' }, placed)).runs;
    const seen = run.results.map((one: Record<string, unknown>) => [
      one['ruleId'],
      one['kind'] ?? 'fail',
      one['level'],
    ]);
    assert.deepEqual(seen, [
      ['praise', 'informational', 'none'],
      ['suggestion', 'fail', 'note'],
      ['issue', 'fail', 'error'],
      ['issue', 'fail', 'warning'],
      ['nitpick', 'fail', 'note'],
      ['question', 'pass', 'none'],
      ['comment', 'fail', 'note'],
      ['todo', 'pass', 'none'],
    ]);
    assert.deepEqual(run.results[4].suppressions, [
      { kind: 'external', status: 'accepted', justification: 'public name, ask <email-1>' },
    ]);
    assert.deepEqual(run.results[1].locations[0].physicalLocation, {
      artifactLocation: { uri: 'src/a%20b%231.ts', uriBaseId: 'SRCROOT' },
      region: { startLine: 2 },
    });
    assert.equal(run.results[3].locations[0].physicalLocation.region, undefined);
    assert.deepEqual(run.results[2].partialFingerprints, run.results[1].partialFingerprints);
    assert.equal(run.results[0].locations, undefined);
  });

  it('have their faults found by the rules of this test', () => {
    const log = JSON.parse(findingsAsSarif({ title: 'Cart' }, placed));
    const [run] = log.runs;
    const result = run.results[2];
    run.results = [
      { ...result, ruleIndex: 99 },
      { ...result, level: 'fatal' },
      { ...result, kind: 'pass', level: 'error' },
      {
        ...result,
        locations: [
          { physicalLocation: { artifactLocation: { uri: '/abs', uriBaseId: 'X' }, region: { startLine: 0 } } },
        ],
      },
      { ...result, suppressions: [{ kind: 'gone' }] },
      { ...result, message: {}, unknown: 1 },
    ];
    assert.equal(new Set(sarifFaults(log).map((fault) => fault.split(' ')[0])).size, 6);
  });
});
