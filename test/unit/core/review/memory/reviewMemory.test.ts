import assert from 'node:assert/strict';
import { setItemState } from '../../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../../src/core/block/find.ts';
import { itemsOfBlock } from '../../../../../src/core/block/model.ts';
import type { Checklist } from '../../../../../src/core/checklist/model.ts';
import { parseRecordInfo } from '../../../../../src/core/record/parse.ts';
import { ReviewMemory } from '../../../../../src/core/review/memory/reviewMemory.ts';
import { applyEdits } from '../../../../../src/core/text/edits.ts';
import { MemoryHost } from '../../memoryHost.ts';
import { listOf } from '../lists.ts';
import { FakeGit } from './fakeGit.ts';
import { answer, itemOf, itemsOf, startReview } from './world.ts';

const uri = 'private/review.md';
const lists: readonly Checklist[] = [listOf('id: team', '# Team\n\n## All\n\n- [ ] Read it\n- [ ] Ask about it\n')];

/** A review of one commit with one item ticked, shown somewhere. */
function world(): { git: FakeGit; host: MemoryHost; memory: ReviewMemory; told: string[]; shown: () => string[] } {
  const git = new FakeGit();
  git.commit({ 'a.go': '+a' });
  const host = new MemoryHost();
  const started = startReview(git, lists);
  host.texts.set(uri, answer(git, started, itemOf(started, 'Read it'), { kind: 'done' }));
  const entries = lists.map((checklist) => ({ checklist, layer: 'team' as const, uri: '', problems: [] }));
  const memory = new ReviewMemory(
    {
      files: host.files,
      log: host.log,
      changes: git.changes,
      branches: git.branches,
      settings: {
        recordsPlace: undefined,
        methodology: 'both',
        redactionPatterns: [],
        reviewLabels: undefined,
        reviewLabelFormat: undefined,
        onDidChange: () => ({ dispose: () => undefined }),
        setRecordsPlace: async () => {},
      },
    },
    { entries: () => Promise.resolve(entries) },
  );
  const told: string[] = [];
  memory.onDidChange((one) => told.push(one));
  const shown = (): string[] =>
    memory
      .shownIn(uri, host.texts.get(uri)!)
      .flatMap(itemsOfBlock)
      .flatMap(({ title, recheck }) => (recheck === undefined ? [] : [title]));
  return { git, host, memory, told, shown };
}

/** All that was asked of the ports is answered: they answer at once, and code that is loaded at first use is loaded by then. */
const settled = async (): Promise<void> => {
  await import('../../../../../src/core/review/memory/readStand.ts');
  for (let count = 0; count < 100; count++) await new Promise((resolve) => setImmediate(resolve));
};
const type = (host: MemoryHost, text: string): void => host.type(uri, text);

describe('the memory that views ask', () => {
  it('tells when it knows, and again when commits arrive, while somebody shows the record', async () => {
    const { git, told, shown } = world();
    assert.deepEqual(shown(), []);
    await settled();
    assert.deepEqual([told.splice(0), git.listeners], [[uri], 1]);
    shown();
    git.commit({ 'a.go': '+b' });
    git.tell();
    assert.deepEqual(told.splice(0), [uri]);
    assert.deepEqual(shown(), []);
    await settled();
    assert.deepEqual(shown(), ['Read it']);
    git.commit({ 'a.go': '+c' });
    git.tell();
    assert.deepEqual(shown(), ['Read it'], 'what is known stays in sight until the answer is there');
  });

  it('watches nothing when nobody shows a record any more', async () => {
    const { git, shown } = world();
    assert.equal(git.listeners, 0);
    shown();
    await settled();
    git.tell();
    assert.equal(git.listeners, 1);
    git.tell();
    assert.equal(git.listeners, 0);
    shown();
    assert.equal(git.listeners, 1);
  });

  it('knows why it cannot know, and changes nothing then', async () => {
    const { git, host, memory, shown } = world();
    git.absent = 'restricted';
    shown();
    await settled();
    const text = host.texts.get(uri)!;
    assert.equal(memory.standing(uri, parseRecordInfo(text).record, findBlocks(text)), 'restricted');
    assert.equal(await memory.commitToNote(uri), undefined);
    assert.equal(await memory.look(text), 'restricted');
  });

  it('gives the commit to note once the branch has moved on, and none for other texts', async () => {
    const { git, host, memory } = world();
    assert.equal(await memory.commitToNote(uri), undefined);
    git.commit({ 'a.go': '+b' });
    assert.equal(await memory.commitToNote(uri), git.head);
    host.texts.set('private/other.md', '# Other\n');
    assert.equal(await memory.commitToNote('private/other.md'), undefined);
    assert.equal(await memory.commitToNote('private/gone.md'), undefined);
  });
});

describe('a box that is ticked by hand', () => {
  it('is an answer about the branch as it is now, and is not called for', async () => {
    const { git, host, shown } = world();
    git.commit({ 'a.go': '+b' });
    shown();
    await settled();
    const text = host.texts.get(uri)!;
    type(host, applyEdits(text, setItemState(text, itemOf(text, 'Ask about it'), { kind: 'done' })));
    await settled();
    assert.equal(itemOf(host.texts.get(uri)!, 'Ask about it').checkedAt, git.head.slice(0, 10));
    assert.deepEqual(shown(), ['Read it']);
  });

  it('takes away what was to be checked again, when it is unticked and ticked', async () => {
    const { git, host, shown } = world();
    git.commit({ 'a.go': '+b' });
    shown();
    await settled();
    const text = host.texts.get(uri)!;
    type(host, text.replace('- [x] Read it', '- [ ] Read it'));
    await settled();
    type(host, host.texts.get(uri)!.replace('- [ ] Read it', '- [x] Read it'));
    await settled();
    assert.deepEqual(shown(), []);
    assert.equal(itemOf(host.texts.get(uri)!, 'Read it').checkedAt, git.head.slice(0, 10));
  });

  it('is left as it was typed while the branch has not moved, and when the file changed on disk', async () => {
    const { git, host, shown } = world();
    shown();
    await settled();
    const text = host.texts.get(uri)!;
    const ticked = applyEdits(text, setItemState(text, itemOf(text, 'Ask about it'), { kind: 'done' }));
    type(host, ticked);
    await settled();
    assert.equal(host.texts.get(uri), ticked);
    host.write(uri, text);
    git.commit({ 'a.go': '+b' });
    git.tell();
    shown();
    await settled();
    host.write(uri, ticked);
    await settled();
    assert.equal(host.texts.get(uri), ticked);
    assert.ok(itemsOf(ticked).every(({ checkedAt }) => checkedAt === undefined));
  });
});
