import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addNote } from '../../../../../src/core/block/edit.ts';
import { findBlocks } from '../../../../../src/core/block/find.ts';
import { isTicked, type BlockItem, type ItemState } from '../../../../../src/core/block/model.ts';
import type { Checklist } from '../../../../../src/core/checklist/model.ts';
import { applyEdits } from '../../../../../src/core/text/edits.ts';
import type { Patch } from '../diffs.ts';
import { listOf } from '../lists.ts';
import { baseHash, FakeGit } from './fakeGit.ts';
import { answer, itemsOf, rechecksIn, startReview, update } from './world.ts';

/** As many as the story asks for; for a longer run: `HISTORIES=20000 npm run test:unit`. */
const numRuns = Number(process.env['HISTORIES'] ?? 1000);

const head = '# Team\n\n## All\n\n- [ ] **Read it whole**\n';
const scoped = '- [ ] Look at the SQL\n  - Only for: **/*.sql\n- [ ] Look at the Go code\n  - Only for: go\n';
/** The checklists as they are at one time or another: an item comes, goes, and moves; a second list is made and taken back. */
const versions: readonly (readonly Checklist[])[] = [
  [listOf('id: team', `${head}${scoped}`)],
  [listOf('id: team', `${head}- [ ] Ask who else reads it\n${scoped}`)],
  [listOf('id: team', `# Team\n\n## First\n\n${scoped}\n## All\n\n- [ ] **Read it whole**\n`)],
  [listOf('id: team', head)],
  [listOf('id: team', `${head}${scoped}`), listOf('id: extra', '# Extra\n\n## More\n\n- [ ] Count the rows\n')],
];
const files = ['a.go', 'db/1.sql', 'db/2.sql', 'docs/x.py'];
const scopes: Readonly<Record<string, RegExp>> = { 'Look at the SQL': /\.sql$/, 'Look at the Go code': /\.go$/ };

type Step =
  | { readonly do: 'answer'; readonly item: number; readonly state: ItemState }
  | { readonly do: 'note'; readonly item: number; readonly words: string }
  | { readonly do: 'commit'; readonly file: number; readonly version: number }
  | { readonly do: 'rebase' | 'squash' | 'update' }
  | { readonly do: 'recheck'; readonly item: number }
  | { readonly do: 'checklists'; readonly version: number };

const words = fc.constantFrom('none here', 'seen: 3 rows', 'it `breaks`', '~~x~~', '(since 4f2a91c03b)', '<!-- x -->');
const state: fc.Arbitrary<ItemState> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ItemState>({ kind: 'done' }) },
  { weight: 1, arbitrary: fc.constant<ItemState>({ kind: 'open' }) },
  { weight: 2, arbitrary: words.map((reason): ItemState => ({ kind: 'n/a', reason })) },
  { weight: 1, arbitrary: words.map((note): ItemState => ({ kind: 'problem', note })) },
);
const item = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), item, state }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('note' as const), item, words }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('commit' as const), file: fc.nat(files.length - 1), version: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('rebase' as const, 'squash' as const, 'update' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recheck' as const), item }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('checklists' as const), version: fc.nat(versions.length - 1) }) },
);

/** What a person has said about an item, and what they saw then. */
interface Said {
  readonly state: ItemState;
  readonly problem: string | undefined;
  readonly notes: readonly string[];
  readonly saw: Patch;
}

describe('a review over 1,000 random histories of answers, notes, commits, rebases, updates and checklist changes', function () {
  this.timeout(240 * numRuns);

  it('loses nothing, unticks nothing, touches nothing of a person, and calls again for what changed and only for that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), play),
      { numRuns },
    );
  });
});

async function play(steps: readonly Step[], lineEnding: string): Promise<void> {
  const git = new FakeGit();
  let lists = versions[0]!;
  let patch: Patch = { 'a.go': '+package a', 'db/1.sql': '+select 0' };
  git.commit(patch);
  let text = withMine(startReview(git, lists)).replaceAll('\n', lineEnding);
  const mine = outside(text);
  const said = new Map<string, Said>();
  for (const one of steps) {
    const all = 'item' in one ? itemsOf(text) : [];
    const at = 'item' in one ? all[one.item % all.length] : undefined;
    if (one.do === 'answer') text = answer(git, text, at!, one.state);
    if (one.do === 'note') text = applyEdits(text, addNote(text, at!, one.words));
    if (one.do === 'recheck' && isTicked(at!)) text = answer(git, text, at!, at!.state);
    if (one.do === 'commit') {
      const { [files[one.file]!]: _, ...rest } = patch;
      patch = one.version ? { ...rest, [files[one.file]!]: `+line ${one.version}` } : rest;
      git.commit(patch);
    }
    if (one.do === 'rebase') git.commit(patch, { base: baseHash(git.commits.size), parents: [] });
    if (one.do === 'squash') git.commit(patch, { parents: [] });
    if (one.do === 'checklists') lists = versions[one.version]!;
    if (one.do === 'update') text = (await update(git, text, lists)).text;
    if (at) remember(said, text, at, patch, one.do !== 'note');
  }
  check(said, text);
  assert.equal(outside(text), mine);
  assert.ok(lineEnding === '\n' || !/[^\r]\n/.test(text));
  await checkRechecks(git, text, lists, said, patch);
  text = (await update(git, text, lists)).text;
  check(said, text);
  assert.equal(outside(text), mine);
  await checkRechecks(git, text, lists, said, patch);
}

function remember(said: Map<string, Said>, text: string, at: BlockItem, patch: Patch, isAnswer: boolean): void {
  const { state, problem, notes } = itemsOf(text).find((one) => keyOf(one) === keyOf(at))!;
  said.set(keyOf(at), { state, problem, notes, saw: isAnswer ? patch : (said.get(keyOf(at))?.saw ?? patch) });
}

/** Every answer, reason, problem and note is where it was. */
function check(said: ReadonlyMap<string, Said>, text: string): void {
  const now = new Map(itemsOf(text).map((one) => [keyOf(one), one]));
  for (const [key, { state, problem, notes }] of said) {
    const found = now.get(key);
    assert.deepEqual([found?.state, found?.problem, found?.notes], [state, problem, notes], key);
  }
}

/** An oracle that knows what each person saw: an answer is called for again when that differs now, and not otherwise. */
async function checkRechecks(
  git: FakeGit,
  text: string,
  lists: readonly Checklist[],
  said: ReadonlyMap<string, Said>,
  patch: Patch,
): Promise<void> {
  const again = await rechecksIn(git, text, lists);
  for (const one of itemsOf(text)) {
    const known = said.get(keyOf(one));
    const isKnown = lists.some(
      ({ id, sections }) =>
        id === one.checklist && sections.some(({ items }) => items.some((item) => item.id === one.id)),
    );
    if (!known || !isKnown || !Object.keys(patch).length || !Object.keys(known.saw).length) continue;
    const differ = files.filter((file) => known.saw[file] !== patch[file] && (scopes[one.title] ?? /./).test(file));
    const expected = isTicked(known) && differ.length > 0;
    assert.equal(again[one.title] !== undefined, expected, `${one.title}: ${differ.join()} ${JSON.stringify(known)}`);
    for (const file of expected ? differ.slice(0, 3) : []) assert.ok(again[one.title]!.includes(`\`${file}\``));
  }
}

function withMine(text: string): string {
  return text
    .replace('status: open\n', 'status: open # by hand\nowner: Ana\n')
    .replace('## Findings\n', 'Between <b>the</b> parts\n\n## Findings\n\n- **issue:** `a.go:1` - [ ] not a box\n')
    .replace('## Notes\n', '## Notes\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
}

/** All that is not between markers, not the log, and not one of the keys that an update moves. */
function outside(text: string): string {
  let rest = text;
  for (const { range } of findBlocks(text).toReversed()) rest = rest.slice(0, range.start) + rest.slice(range.end);
  return rest
    .replace(/<!-- tpm:change[^]*<!-- \/tpm:change -->/, '')
    .replace(/<!-- tpm:reasons -->[^]*<!-- \/tpm:reasons -->/, '')
    .replace(/^## Log[^]*/m, '')
    .replace(/^(?:branch|base|base-commit|commit|checklists): .*\r?\n/gm, '')
    .replace(/(?:\r?\n){2,}/g, '\n\n')
    .trim();
}

function keyOf({ checklist, id }: BlockItem): string {
  return `${checklist}/${id}`;
}
