import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/emitter.ts';
import type { Settings } from '../../../../src/core/ports.ts';
import { SnippetLibrary } from '../../../../src/core/snippet/snippetLibrary.ts';
import { MemoryHost } from '../memoryHost.ts';

const file = (entries: Record<string, unknown>): string => JSON.stringify(entries);
const entry = (prefix: string, more: object = {}): object => ({ prefix, body: '**issue:** x', ...more });

describe('the library of snippets', () => {
  it('lays user snippets over built-in ones and team snippets over both, and says which they replace', async () => {
    const { library } = libraryOf({
      snippets: file({ 'A: One': entry('a'), 'A: Two': entry('b'), 'B: Three': entry('c') }),
      'user/mine.code-snippets': file({ 'A: One': entry('rv-mine'), 'C: Own': entry('rv-own') }),
      'team/ours.code-snippets': file({ 'A: One': entry('rv-ours'), 'B: Four': entry('rv-four') }),
    });
    const entries = (await library.snippets()).map(({ name, layer, replaces, prefixes, workspace }) =>
      [name, layer, replaces, prefixes[0], workspace].join(' '),
    );
    assert.deepEqual(entries, [
      'C: Own user  rv-own ',
      'A: One team user rv-ours shop',
      'A: Two built-in  b ',
      'B: Three built-in  c ',
      'B: Four team  rv-four shop',
    ]);
  });

  it('takes from files of users and teams what is for reviews', async () => {
    const { library } = libraryOf({
      'team/a.code-snippets': file({
        all: entry('rv-all'),
        scoped: entry('rv-scoped', { scope: 'go, git-commit' }),
        code: entry('rv-code', { scope: 'go' }),
        other: entry('log'),
        second: entry('', { prefix: ['x', 'rv-second'] }),
      }),
      'team/settings.json': file({ settings: entry('rv-settings') }),
      'user/markdown.json': file({ markdown: entry('rv-markdown') }),
      'user/typescript.json': file({ typescript: entry('rv-typescript') }),
    });
    const names = (await library.snippets()).map(({ name }) => name);
    assert.deepEqual(names.toSorted(), ['all', 'markdown', 'scoped', 'second']);
  });

  it('reads a broken file as far as it goes, and tells the place', async () => {
    const { library, host } = libraryOf({
      'team/a.code-snippets': '{\n "One": { "prefix": "rv-1", "body": "x" }\n "Two"',
    });
    assert.deepEqual((await library.snippets()).map(({ name }) => name)[0], 'One');
    const [broken] = await library.brokenFiles();
    assert.deepEqual(
      [broken?.name, broken?.problem.line, broken?.problem.code],
      ['a.code-snippets', 2, 'CommaExpected'],
    );
    assert.deepEqual(host.logged, ['a.code-snippets:3:2: CommaExpected']);
  });

  it('reads again when a file of a watched folder changes, and only then', async () => {
    const { library, host } = libraryOf({ 'team/a.code-snippets': file({ A: entry('rv-a') }) });
    let count = 0;
    library.onDidChange(() => count++);
    await library.snippets();
    await library.snippets();
    assert.equal(host.reads.filter((uri) => uri === 'team/a.code-snippets').length, 1);
    host.write('team/notes.md', '# Notes');
    host.write('elsewhere/a.code-snippets', file({ B: entry('rv-b') }));
    assert.equal(count, 0);
    host.write('team/a.code-snippets', file({ B: entry('rv-b') }));
    assert.equal(count, 1);
    assert.deepEqual(
      (await library.snippets()).map(({ name }) => name),
      ['B'],
    );
    host.move({ team: [] });
    assert.deepEqual(await library.snippets(), []);
    assert.ok(!host.watched.has('team'));
  });

  it('names a folder or file that cannot be read in the log, and goes on', async () => {
    const { library, host } = libraryOf({
      'team/a.code-snippets': '{}',
      'user/b.code-snippets': file({ B: entry('rv-b') }),
    });
    host.unreadable.add('team/a.code-snippets');
    assert.deepEqual(
      (await library.snippets()).map(({ name }) => name),
      ['B'],
    );
    assert.deepEqual(host.logged, ['Cannot read team/a.code-snippets']);
  });

  it("writes the team's labels into built-in snippets, and into no other", async () => {
    const settings = { reviewLabels: { issue: 'Bug' } };
    const { library, change } = libraryOf(
      { snippets: file({ A: entry('a') }), 'team/a.code-snippets': file({ B: entry('rv-b') }) },
      settings,
    );
    const bodies = async (): Promise<string[]> => (await library.snippets()).map(({ body }) => body);
    assert.deepEqual(await bodies(), ['**Bug:** x', '**issue:** x']);
    let isTold = false;
    library.onDidChange(() => (isTold = true));
    settings.reviewLabels = { issue: 'Defect' };
    change();
    assert.ok(isTold);
    assert.deepEqual(await bodies(), ['**Defect:** x', '**issue:** x']);
  });
});

function libraryOf(
  texts: Readonly<Record<string, string>>,
  settings: object = {},
): { library: SnippetLibrary; host: MemoryHost; change: () => void } {
  const host = new MemoryHost();
  host.user = ['user'];
  host.team = [{ folder: 'team', workspace: 'shop' }];
  for (const [uri, text] of Object.entries(texts)) host.write(uri, text);
  const changed = new Emitter<void>();
  const port = Object.assign(settings, { onDidChange: changed.event }) as unknown as Settings;
  const { files, places, log } = host;
  return { library: new SnippetLibrary({ files, places, log, settings: port }), host, change: () => changed.fire() };
}
