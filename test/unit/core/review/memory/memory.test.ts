import assert from 'node:assert/strict';
import { parseRecordInfo } from '../../../../../src/core/record/parse.ts';
import { sectionText } from '../../../../../src/core/record/sections.ts';
import type { Checklist } from '../../../../../src/core/checklist/model.ts';
import { listOf } from '../lists.ts';
import { baseHash, FakeGit } from './fakeGit.ts';
import { answer, itemOf, itemsOf, rechecksIn, startReview, update } from './world.ts';

const lists: readonly Checklist[] = [
  listOf(
    'id: team',
    '# Team\n\n## All\n\n- [ ] **Read it whole**\n- [ ] Look at the SQL\n  - Only for: **/*.sql\n- [ ] Look at the Go code\n  - Only for: go\n',
  ),
];
const sql = '+CREATE TABLE a (b int);';
const go = '+func a() int { return 1 }';

/** A review with everything ticked, and the branch it is about. */
function ticked(git = new FakeGit()): { git: FakeGit; text: string } {
  git.commit({ 'db/1.sql': sql }, { message: 'Add a table' });
  git.commit({ 'db/1.sql': sql, 'a.go': go }, { message: 'Add code' });
  let text = startReview(git, lists);
  for (const { title } of itemsOf(text)) text = answer(git, text, itemOf(text, title), { kind: 'done' });
  return { git, text };
}

describe('the memory of a review', () => {
  it('is the branch, what it was compared with, and the commit, as plain keys', () => {
    const { git, text } = ticked();
    const { record } = parseRecordInfo(text);
    assert.deepEqual(
      [record.kind, record.branch, record.base, record.baseCommit, record.commit, record.repository],
      ['review', 'topic', 'main', baseHash(1), git.head, undefined],
    );
    assert.equal(itemsOf(text).length, 3);
    assert.ok(itemsOf(text).every(({ state, checkedAt }) => state.kind === 'done' && checkedAt === undefined));
  });

  it('reads no diff while the branch has not moved', async () => {
    const { git, text } = ticked();
    assert.deepEqual(await rechecksIn(git, text, lists), {});
    assert.deepEqual(git.asked, []);
  });

  it('calls for the items whose files changed, and for those about the whole change; the rest stay', async () => {
    const { git, text } = ticked();
    const old = git.head.slice(0, 10);
    git.commit({ 'db/1.sql': `${sql}\n+CREATE TABLE c (d int);`, 'a.go': go });
    assert.deepEqual(await rechecksIn(git, text, lists), {
      'Read it whole': `\`db/1.sql\` (since ${old})`,
      'Look at the SQL': `\`db/1.sql\` (since ${old})`,
    });
  });

  it('calls for an item when its file is taken out of the change, and when a new file is one of its kind', async () => {
    const { git, text } = ticked();
    const old = git.head.slice(0, 10);
    git.commit({ 'a.go': go, 'db/2.sql': sql });
    assert.equal((await rechecksIn(git, text, lists))['Look at the SQL'], `\`db/1.sql\`, \`db/2.sql\` (since ${old})`);
    assert.equal((await rechecksIn(git, text, lists))['Look at the Go code'], undefined);
  });

  it('does not call for what was answered after the commits came', async () => {
    const { git, text } = ticked();
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': go });
    const again = answer(git, text, itemOf(text, 'Look at the SQL'), { kind: 'done' });
    assert.ok(again.includes(`  - Checked at: ${git.head.slice(0, 10)}\n`));
    assert.deepEqual(Object.keys(await rechecksIn(git, again, lists)), ['Read it whole']);
    git.commit({ 'db/1.sql': `${sql}\n+y`, 'a.go': go });
    assert.deepEqual(Object.keys(await rechecksIn(git, again, lists)), ['Read it whole', 'Look at the SQL']);
  });

  it('calls for nothing after a rebase, a squash and a reworded message', async () => {
    const { git, text } = ticked();
    const patch = { 'db/1.sql': sql, 'a.go': go };
    const base = baseHash(2);
    const first = git.commit({ 'db/1.sql': sql }, { message: 'Add a table', base, parents: [] });
    git.commit(patch, { message: 'Add code', base, parents: [first] });
    assert.deepEqual(await rechecksIn(git, text, lists), {});
    assert.match(sectionText((await update(git, text, lists)).text, 'Log'), /Rebased onto `main`, the same changes\./);
    git.commit(patch, { message: 'All of it', parents: [] });
    assert.deepEqual(await rechecksIn(git, text, lists), {});
    assert.match(
      sectionText((await update(git, text, lists)).text, 'Log'),
      /Squashed into 1 commit, the same changes\./,
    );
  });

  it('calls no more for what is taken back, though the record still says so', async () => {
    const { git, text } = ticked();
    const old = git.head;
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': go });
    const updated = (await update(git, text, lists)).text;
    assert.deepEqual(Object.keys(await rechecksIn(git, updated, lists)), ['Read it whole', 'Look at the SQL']);
    git.commit({ 'db/1.sql': sql, 'a.go': go });
    assert.deepEqual(await rechecksIn(git, updated, lists), {});
    git.head = old;
    assert.deepEqual(await rechecksIn(git, updated, lists), {});
    const back = (await update(git, updated, lists)).text;
    assert.ok(!back.includes('Re-check:'), back);
  });

  it('says that a commit is gone, and calls for everything or nothing, as the user wants', async () => {
    const { git, text } = ticked();
    const old = git.head;
    git.commits.delete(old);
    git.commit({ 'a.go': go }, { parents: [] });
    assert.deepEqual(await rechecksIn(git, text, lists), {});
    const again = await update(git, text, lists, 'check-again');
    assert.equal(again.rechecks, 3);
    assert.equal(itemOf(again.text, 'Read it whole').recheck, `everything (since ${old.slice(0, 10)}, which is gone)`);
    assert.match(sectionText(again.text, 'Log'), /is gone, so nothing tells what changed since\. To re-check: 3\./);
    const kept = await update(git, text, lists);
    assert.equal(kept.rechecks, 0);
    assert.match(sectionText(kept.text, 'Log'), /; the answers were kept\./);
  });
});

describe('Update Review', () => {
  it('writes what changed below the answers, moves the commit, and logs it', async () => {
    const { git, text } = ticked();
    const old = git.head.slice(0, 10);
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': go });
    const { text: updated, rechecks } = await update(git, text, lists);
    assert.equal(rechecks, 2);
    assert.ok(updated.includes(`- [x] Look at the SQL\n  - Re-check: \`db/1.sql\` (since ${old})\n`), updated);
    assert.equal(parseRecordInfo(updated).record.commit, git.head);
    assert.match(
      sectionText(updated, 'Log'),
      /Updated to `\w{10}`\. 1 new commit, 1 file differs: `db\/1\.sql`\. To re-check: 2\.$/,
    );
    assert.ok(itemsOf(updated).every(({ state }) => state.kind === 'done'));
    assert.deepEqual((await update(git, updated, lists)).edits, []);
  });

  it('keeps an answer that waits when more commits come, and lets it go when they take the change back', async () => {
    const { git, text } = ticked();
    const first = git.head.slice(0, 10);
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': go });
    const once = (await update(git, text, lists)).text;
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': `${go}\n+// more` });
    const twice = (await update(git, once, lists)).text;
    assert.equal(itemOf(twice, 'Look at the SQL').recheck, `\`db/1.sql\` (since ${first})`);
    assert.equal(itemOf(twice, 'Read it whole').recheck, `\`a.go\`, \`db/1.sql\` (since ${first})`);
    git.commit({ 'db/1.sql': sql, 'a.go': `${go}\n+// more` });
    const back = (await update(git, twice, lists)).text;
    assert.equal(itemOf(back, 'Look at the SQL').recheck, undefined);
  });

  it('brings in the items that the change needs now, and the blocks of other lists', async () => {
    const git = new FakeGit();
    git.commit({ 'a.go': go });
    let text = startReview(git, lists);
    assert.deepEqual(
      itemsOf(text).map(({ title }) => title),
      ['Read it whole', 'Look at the Go code'],
    );
    text = answer(git, text, itemOf(text, 'Look at the Go code'), { kind: 'n/a', reason: 'generated' });
    const other = listOf('id: data\napplies-to:\n  files: ["**/*.sql"]', '# Data\n\n## Rows\n\n- [ ] Count the rows\n');
    git.commit({ 'a.go': go, 'db/1.sql': sql });
    const updated = await update(git, text, [...lists, other]);
    assert.deepEqual(updated.added, ['Look at the SQL', 'Count the rows']);
    assert.match(sectionText(updated.text, 'Log'), /New: Look at the SQL; Count the rows\.$/);
    assert.equal(itemOf(updated.text, 'Look at the Go code').state.kind, 'n/a');
    assert.ok(updated.text.indexOf('Count the rows') < updated.text.indexOf('## Findings'));
  });

  it('writes the part about the change anew, and nothing else that a person wrote', async () => {
    const { git, text } = ticked();
    const mine = text
      .replace('## Findings\n', '## Findings\n\nMine: **keep**\n')
      .replace('## Notes\n', '## Notes\n\n- a note\n')
      .replaceAll('\n', '\r\n');
    git.commit({ 'db/1.sql': `${sql}\n+x`, 'a.go': go });
    const updated = (await update(git, mine, lists)).text;
    assert.ok(!/[^\r]\n/.test(updated));
    assert.ok(updated.includes(`\`topic\` at \`${git.head.slice(0, 10)}\``));
    assert.ok(updated.includes('## Findings\r\n\r\nMine: **keep**\r\n\r\n## Notes\r\n\r\n- a note\r\n'));
  });
});
