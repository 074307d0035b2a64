import assert from 'node:assert/strict';
import { ChecklistLibrary } from '../../../../src/core/library/checklistLibrary.ts';
import { MemoryHost } from '../memoryHost.ts';

describe('the library of checklists', () => {
  it('lays user lists over built-in ones and team lists over both', async () => {
    const { library } = libraryOf({
      'built-in/a.md': list('a', 'Built-in A'),
      'built-in/b.md': list('b', 'Built-in B'),
      'built-in/c.md': list('c', 'Built-in C'),
      'user/a.md': list('a', 'User A'),
      'user/b.md': list('b', 'User B'),
      'team/a.md': list('a', 'Team A'),
      'team/d.md': list('d', 'Team D'),
    });
    const entries = (await library.entries()).map(({ checklist, layer, replaces, workspace, uri }) => [
      checklist.title,
      layer,
      replaces,
      workspace,
      uri,
    ]);
    assert.deepEqual(entries, [
      ['Built-in C', 'built-in', undefined, undefined, 'built-in/c.md'],
      ['Team A', 'team', 'user', 'shop', 'team/a.md'],
      ['Team D', 'team', undefined, 'shop', 'team/d.md'],
      ['User B', 'user', 'built-in', undefined, 'user/b.md'],
    ]);
    assert.equal((await library.find('a'))?.checklist.title, 'Team A');
    assert.equal(await library.find('e'), undefined);
  });

  it('is in the order of groups, then of titles', async () => {
    const { library } = libraryOf({
      'built-in/1.md': list('w', 'Zoë', 'problem'),
      'built-in/2.md': list('x', 'apart', 'delivery'),
      'built-in/3.md': list('y', 'Before', 'review'),
      'built-in/4.md': list('z', 'after', 'review'),
    });
    assert.deepEqual(await titles(library), ['Zoë', 'after', 'Before', 'apart']);
  });

  it('hides a list that a layer above disables, and shows it again when one above that brings it back', async () => {
    const { library, host } = libraryOf({
      'built-in/a.md': list('a', 'A'),
      'user/off.md': '---\nid: a\ndisabled: true\n---\n',
    });
    assert.deepEqual(await titles(library), []);
    host.write('team/a.md', list('a', 'Team A'));
    assert.deepEqual(await titles(library), ['Team A']);
  });

  it('leaves out a file without items and logs each problem with its line', async () => {
    const { library, host } = libraryOf({
      'team/README.md': '# How we work\n',
      'team/a.md': list('a', 'A').replace('trigger: t\n', ''),
    });
    assert.deepEqual(await titles(library), ['A']);
    assert.deepEqual(host.logged.toSorted(), [
      'README.md:1: missing-front-matter',
      'README.md:1: no-items',
      'a.md:1: missing-key',
    ]);
    assert.deepEqual(
      (await library.find('a'))?.problems.map(({ code }) => code),
      ['missing-key'],
    );
  });

  it('names a file without id and title after itself, so that two of them do not replace each other', async () => {
    const { library } = libraryOf({
      'team/Release notes.md': '## A\n\n- [ ] Do it\n',
      'team/on-call.md': '## A\n\n- [ ] Do it\n',
    });
    assert.deepEqual(await titles(library), ['on-call', 'release-notes']);
  });

  it('goes on without a folder or a file that cannot be read, and says so', async () => {
    const { library, host } = libraryOf({
      'built-in/a.md': list('a', 'A'),
      'user/b.md': list('b', 'B'),
      'team/c.md': list('c', 'C'),
    });
    host.unreadable.add('user').add('team/c.md');
    assert.deepEqual(await titles(library), ['A']);
    assert.deepEqual(host.logged.toSorted(), ['Cannot read team/c.md', 'Cannot read user']);
  });

  it('reads nothing before it is asked, and each file once', async () => {
    const { library, host } = libraryOf({ 'built-in/a.md': list('a', 'A') });
    assert.deepEqual([host.reads, [...host.watched]], [[], []]);
    await Promise.all([library.entries(), library.find('a'), library.entries()]);
    assert.deepEqual(host.reads, ['built-in/a.md']);
  });

  it('follows changes in its folders and tells of them, of no others', async () => {
    const { library, host } = libraryOf({ 'team/a.md': list('a', 'A') });
    assert.deepEqual(await titles(library), ['A']);
    let told = 0;
    library.onDidChange(() => told++);
    host.write('elsewhere/a.md', 'x');
    host.write('team-2/a.md', 'x');
    assert.equal(told, 0);
    host.write('team/a.md', list('a', 'A now'));
    assert.equal(told, 1);
    assert.deepEqual(await titles(library), ['A now']);
    host.remove('team/a.md');
    assert.deepEqual(await titles(library), []);
  });

  it('watches other folders when the places change, and none when it is gone', async () => {
    const { library, host } = libraryOf({ 'team/a.md': list('a', 'A'), 'other/b.md': list('b', 'B') });
    await library.entries();
    assert.deepEqual([...host.watched], ['user', 'team']);
    host.move({ user: [], team: [{ folder: 'other', workspace: 'shop' }] });
    assert.deepEqual(await titles(library), ['B']);
    assert.deepEqual([...host.watched], ['other']);
    library.dispose();
    assert.deepEqual([...host.watched], []);
  });
});

function libraryOf(texts: Record<string, string>): { library: ChecklistLibrary; host: MemoryHost } {
  const host = new MemoryHost();
  host.move({ user: ['user'], team: [{ folder: 'team', workspace: 'shop' }] });
  for (const [uri, text] of Object.entries(texts)) host.write(uri, text);
  return { library: new ChecklistLibrary(host), host };
}

function list(id: string, title: string, group = 'problem'): string {
  return `---\nid: ${id}\ngroup: ${group}\nkind: read-do\ntrigger: t\n---\n# ${title}\n## S\n- [ ] a\n`;
}

async function titles(library: ChecklistLibrary): Promise<string[]> {
  return (await library.entries()).map(({ checklist }) => checklist.title);
}
