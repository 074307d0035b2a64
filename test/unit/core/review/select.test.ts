import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderBlock } from '../../../../src/core/block/render.ts';
import type { Checklist } from '../../../../src/core/checklist/model.ts';
import type { Change } from '../../../../src/core/review/change.ts';
import { selectChecklists } from '../../../../src/core/review/select.ts';
import type { SelectOptions } from '../../../../src/core/review/selection.ts';
import { runs, slow } from '../arbitraries.ts';
import { changeOf, changeSaying, type Patch } from './diffs.ts';
import { builtIn, listOf } from './lists.ts';

const inSight = (change: Change, options: SelectOptions = {}, lists = builtIn): string[] =>
  selectChecklists(change, lists, options).inSight.map(({ item }) => item.id);
const because = (change: Change, id: string, lists = builtIn): string | undefined => {
  const { inSight, also } = selectChecklists(change, lists);
  return [...inSight, ...also].find(({ item }) => item.id === id)?.reasons[0]?.text;
};
const everything: Patch = {
  'src/orders.ts':
    '+app.post("/orders", async (req) => {\n+  const { id } = req.body;\n+  db.query(`UPDATE t SET a = ${id} WHERE b = 1`);\n+  if (isAdmin(id)) console.log(process.env.X || 0);\n+  el.innerHTML = JSON.parse(id) as string;\n+});',
  'db/002_x.sql': '+ALTER TABLE t DROP COLUMN email;\n+UPDATE t SET a = 1 WHERE a <> 2;',
  'worker/w.go': '+package w\n+\tgo work()\n+\tmu.Lock()',
  'main.tf': '-resource "a" "b" {\n+x',
  '.github/workflows/a.yml': '+      - uses: actions/checkout@v4',
};

describe('the selection', () => {
  it('has at most nine items in sight, musts first, and mentions the others', () => {
    const { inSight, also } = selectChecklists(changeSaying('Fix all', everything), builtIn);
    assert.equal(inSight.length, 9);
    assert.deepEqual(
      inSight.map(({ item }) => item.isMust),
      Array.from({ length: 9 }, () => true),
    );
    assert.ok(also.length > 20);
    assert.deepEqual(
      inSight.filter((one) => also.some(({ item, checklist }) => item === one.item && checklist === one.checklist)),
      [],
    );
  });

  it('keeps to the budget that it is given', () => {
    assert.equal(inSight(changeOf(everything), { budget: 3 }).length, 3);
  });

  it('says file and line, and what the line does', () => {
    const change = changeOf({ 'db/004_orders.sql': '+\n+ALTER TABLE orders ADD COLUMN note text;' });
    assert.equal(because(change, 'time-the-change-on-a-copy-of-real-size'), '`db/004_orders.sql:2` alters a table');
  });

  it('gives the list of the role only', () => {
    const lists = (role: 'author' | 'reviewer'): string[] =>
      selectChecklists(changeOf(everything), builtIn, { role, budget: 40 }).blocks.map(({ checklist }) => checklist.id);
    assert.equal(lists('author')[0], 'review-author');
    assert.equal(lists('reviewer')[0], 'review-reviewer');
    assert.ok(!lists('author').includes('review-reviewer') && !lists('reviewer').includes('review-author'));
  });

  it('takes the kind that the user names in place of what it looks like', () => {
    const change = changeSaying('Fix the totals', { 'src/a.ts': '-a\n+b' });
    assert.ok(inSight(change).includes('name-the-cause-in-one-sentence'));
    const asFeature = selectChecklists(change, builtIn, { kinds: ['feature'] });
    assert.ok(asFeature.inSight.some(({ item }) => item.id === 'use-the-product-with-the-feature-off'));
    assert.ok(!asFeature.inSight.some(({ item }) => item.id === 'name-the-cause-in-one-sentence'));
    assert.deepEqual(asFeature.kinds, [{ kind: 'feature', reasons: ['you said so'] }]);
    assert.deepEqual(selectChecklists(change, builtIn, { kinds: [] }).kinds, []);
  });

  it('has blocks that are ordinary blocks with the items in sight and nothing else', () => {
    const { blocks, inSight } = selectChecklists(changeOf(everything), builtIn);
    const rendered = blocks.map(({ checklist, includes }) => renderBlock(checklist, { includes })).join('\n');
    assert.equal(rendered.match(/^- \[ \] /gm)?.length, inSight.length);
    for (const { item } of inSight) assert.ok(rendered.includes(item.titleMarkdown), item.id);
  });

  it('advises on size beyond three hundred lines, and more strongly beyond a thousand', () => {
    const advice = (count: number): string | undefined =>
      selectChecklists(changeOf({ 'src/a.ts': '+x\n'.repeat(count) }), builtIn).advice?.level;
    assert.deepEqual([advice(300), advice(301), advice(1001)], [undefined, 'far', 'too-large']);
  });

  it('does not count what a tool wrote', () => {
    const { advice, size } = selectChecklists(changeOf({ 'package-lock.json': '+x\n'.repeat(5000) }), builtIn);
    assert.deepEqual([advice, size.added, size.generatedFiles], [undefined, 0, 1]);
  });
});

describe('a selection of nothing', () => {
  const nothing = (patch: Patch, lists: readonly Checklist[] = builtIn): string | undefined => {
    const { nothing, inSight, also, blocks } = selectChecklists(changeOf(patch), lists);
    if (nothing !== undefined) assert.deepEqual([inSight, also, blocks], [[], [], []]);
    return nothing;
  };

  it('says why', () => {
    assert.equal(nothing({}), 'The change is empty.');
    assert.match(nothing({ 'README.md': '+x' }) ?? '', /^Only documentation changed \(`README.md`\)/);
    assert.match(
      nothing({ 'vendor/a.js': '+x', 'vendor/b.js': '+x' }) ?? '',
      /^Only generated files changed \(2 files\)/,
    );
    assert.equal(nothing({ 'a.ts': '+x' }, []), 'There is no review checklist to choose from.');
  });

  it('is not what a secret in a document gets', () => {
    assert.equal(nothing({ 'README.md': '+ghp_16C7e42F292c6912E7710c838347Ae178B4a' }), undefined);
  });
});

describe('checklists of a team', () => {
  const team = listOf(
    'id: payments\napplies-to:\n  files: ["pay/**"]\n  languages: [sql]',
    '# Payments\n\n## All\n\n- [ ] Ask the bank\n  - Why: x\n- [ ] **Balance the books**\n  - Why: x',
  );

  it('come in when their files or languages changed, and say so', () => {
    assert.deepEqual(inSight(changeOf({ 'pay/a.txt': '+x' }), {}, [team]), ['balance-the-books', 'ask-the-bank']);
    assert.equal(
      because(changeOf({ 'pay/a.txt': '+x' }), 'ask-the-bank', [team]),
      '`pay/a.txt` is what "Payments" is for',
    );
    assert.equal(because(changeOf({ 'x/a.sql': '+x' }), 'ask-the-bank', [team]), '`x/a.sql` is written in sql');
    assert.deepEqual(inSight(changeOf({ 'src/a.ts': '+x' }), {}, [team]), []);
  });

  it('may narrow single items to globs, languages and kinds of change', () => {
    const body =
      '# T\n\n## S\n\n- [ ] **One**\n  - Only for: `**/*.py`\n- [ ] **Two**\n  - Only for: bug-fix\n- [ ] **Three**\n  - Only for: go, python\n- [ ] **Four**';
    const list = listOf('id: t', body);
    assert.deepEqual(inSight(changeSaying('Update', { 'src/a.ts': '+x' }), {}, [list]), ['four']);
    assert.deepEqual(inSight(changeSaying('Fix x', { 'a.py': '+x' }), {}, [list]).toSorted(), [
      'four',
      'one',
      'three',
      'two',
    ]);
  });

  it('obey the way of working', () => {
    const list = listOf(
      'id: t',
      '# T\n\n## S\n\n- [ ] **One**\n  - Only for: agile\n- [ ] **Two**\n  - Only for: waterfall, python',
    );
    const change = changeOf({ 'a.py': '+x' });
    assert.deepEqual(inSight(change, { methodology: 'agile' }, [list]), ['one']);
    assert.deepEqual(inSight(change, { methodology: 'waterfall' }, [list]), ['two']);
  });

  it('that replace a built-in list keep the calls of its items and add their own', () => {
    const own = listOf(
      'id: review-security',
      '# Ours\n\n## S\n\n- [ ] Bind values into queries and commands\n- [ ] **Tell the security desk**',
    );
    const lists = [...builtIn.filter(({ id }) => id !== 'review-security'), own];
    const change = changeOf({ 'a.ts': '+db.query(`SELECT a FROM b WHERE id = ${id}`);' });
    const ids = inSight(change, {}, lists);
    assert.ok(
      ids.includes('tell-the-security-desk') && ids.includes('bind-values-into-queries-and-commands'),
      ids.join(),
    );
  });

  it('of other groups and hidden ones stay out', () => {
    const body = '# T\n\n## S\n\n- [ ] **One**';
    const hidden = { ...listOf('id: t', body), isDisabled: true };
    const other = { ...listOf('id: u', body), group: 'delivery' as const };
    assert.deepEqual(inSight(changeOf({ 'a.ts': '+x' }), {}, [hidden, other]), []);
  });
});

describe('any change', function () {
  this.timeout(slow);
  const text = fc.constantFrom(
    'x',
    'go work()',
    'SELECT a FROM b',
    'app.post("/x", f)',
    '    "a": "1.0.0",',
    'FROM node:24',
    '<p>',
    'process.env.X',
    '',
    '`',
    '|',
  );
  const path = fc.constantFrom(
    'a.ts',
    'b.go',
    'db/1.sql',
    'package.json',
    'main.tf',
    'Dockerfile',
    'README.md',
    'a`b.py',
    'x/a.css',
    'test/a.test.ts',
    'yarn.lock',
  );
  const patch = fc.dictionary(
    path,
    fc.array(fc.tuple(fc.constantFrom('+', '-'), text), { minLength: 1, maxLength: 12 }),
    { maxKeys: 6 },
  );
  const change = fc
    .tuple(patch, fc.string())
    .map(([files, message]) =>
      changeSaying(
        message,
        Object.fromEntries(
          Object.entries(files).map(([name, lines]) => [name, lines.map((l) => l.join('')).join('\n')]),
        ),
      ),
    );

  it('gets the same selection again, within the budget, each item with a reason, or a sentence', () => {
    fc.assert(
      fc.property(change, (one) => {
        const selection = selectChecklists(one, builtIn);
        const again = selectChecklists(one, builtIn);
        const words = (selected: typeof selection): unknown =>
          [selected.inSight, selected.also].map((items) => items.map(({ item, reasons }) => [item.id, reasons]));
        assert.deepEqual(words(selection), words(again));
        assert.ok(selection.inSight.length <= 9);
        assert.equal(selection.inSight.length === 0, selection.nothing !== undefined);
        for (const { item, reasons } of [...selection.inSight, ...selection.also])
          assert.ok(reasons.length > 0 && reasons.every((reason) => reason.text !== ''), item.id);
      }),
      runs,
    );
  });
});
