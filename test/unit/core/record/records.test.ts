import assert from 'node:assert/strict';
import { itemsOfBlock } from '../../../../src/core/block/model.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import { parseRecord } from '../../../../src/core/record/parse.ts';
import { Records } from '../../../../src/core/record/records.ts';
import { renderChecklistRecord } from '../../../../src/core/record/render.ts';
import { setFrontMatterValue } from '../../../../src/core/text/frontMatter.ts';
import { MemoryHost } from '../memoryHost.ts';

describe('the records', () => {
  it('are those of all folders, newest first, and no other Markdown', async () => {
    const { records } = recordsOf({
      'private/2026-11-20-b.md': record('B'),
      'private/notes.md': '# Notes\n',
      'shop/2026-11-23-a.md': record('A'),
      'shop/2026-11-19-c.md': record('C'),
    });
    const entries = (await records.entries()).map(({ info, place, workspace }) => [info.title, place, workspace]);
    assert.deepEqual(entries, [
      ['A', 'shared', 'shop'],
      ['B', 'private', undefined],
      ['C', 'shared', 'shop'],
    ]);
    assert.equal((await records.find('private/2026-11-20-b.md'))?.info.title, 'B');
    assert.equal(await records.find('private/notes.md'), undefined);
  });

  it('have blocks, and a problem for each that is not closed', async () => {
    const { records } = recordsOf({ 'private/a.md': `${record('A')}\n<!-- tpm:checklist one -->\n- [x] a\n` });
    const [entry] = await records.entries();
    assert.deepEqual(
      entry?.blocks.flatMap(itemsOfBlock).map(({ state }) => state.kind),
      ['done'],
    );
    assert.deepEqual(
      entry?.problems.map(({ code, line }) => [code, line]),
      [['unclosed-block', 6]],
    );
  });

  it('are never overwritten by a new one', async () => {
    const { records, host } = recordsOf({});
    const made = [
      await records.create('private', 'Slow', 'one'),
      await records.create('private', 'slow!', 'two'),
      await records.create('shared', 'Slow', 'three', 'shop'),
    ];
    assert.deepEqual(made, ['private/2026-11-23-slow.md', 'private/2026-11-23-slow-2.md', 'shop/2026-11-23-slow.md']);
    assert.deepEqual(
      made.map((uri) => host.texts.get(uri)),
      ['one', 'two', 'three'],
    );
  });

  it('follow a new status in their front matter', async () => {
    const { records, host } = recordsOf({ 'private/a.md': record('A') });
    assert.equal((await records.find('private/a.md'))?.info.status, 'open');
    await host.files.edit('private/a.md', (text) => setFrontMatterValue(text, 'status', 'resolved'));
    assert.equal(host.texts.get('private/a.md'), record('A').replace('status: open', 'status: resolved'));
    assert.equal((await records.find('private/a.md'))?.info.status, 'resolved');
  });

  it('are read once, and again after a change', async () => {
    const { records, host } = recordsOf({ 'private/a.md': record('A'), 'private/b.md': record('B') });
    await records.entries();
    await records.entries();
    assert.deepEqual(host.reads.toSorted(), ['private/a.md', 'private/b.md']);
    const told: unknown[] = [];
    records.onDidChange((uri) => told.push(uri));
    host.write('private/a.md', record('A now'));
    host.write('private/c.md', record('C'));
    assert.deepEqual(told, ['private/a.md', undefined]);
    assert.deepEqual(
      (await records.entries()).map(({ info }) => info.title),
      ['C', 'B', 'A now'],
    );
    assert.deepEqual(host.reads.slice(2).toSorted(), ['private/a.md', 'private/c.md']);
  });

  it('are there all the same when one of them cannot be read, and the log says which', async () => {
    const { records, host } = recordsOf({ 'private/a.md': record('A'), 'private/b.md': record('B') });
    host.unreadable.add('private/a.md');
    assert.deepEqual(
      (await records.entries()).map(({ info }) => info.title),
      ['B'],
    );
    assert.deepEqual(host.logged, ['Cannot read private/a.md']);
  });
});

describe('a new record of a checklist', () => {
  it('holds what it is, the block and room for notes', () => {
    const { checklist } = parseChecklist(
      '---\nid: one\ntrigger: When it is slow.\n---\n# One\n## Look\n- [ ] **Measure**\n',
    );
    const info = {
      kind: 'checklist',
      title: 'One: "slow"',
      created: '2026-11-23T14:05+01:00',
      branch: 'main',
    } as const;
    const text = renderChecklistRecord(checklist, info);
    assert.equal(
      text,
      `---
tpm: checklist
title: "One: \\"slow\\""
status: open
created: 2026-11-23T14:05+01:00
branch: "main"
checklists: [one]
---

# One: "slow"

> When it is slow.

<!-- tpm:checklist one -->
## One
### Look
- [ ] **Measure**
<!-- /tpm:checklist -->

## Notes

`,
    );
    assert.deepEqual(parseRecord(text), { record: { ...info, status: 'open', checklists: ['one'] }, problems: [] });
  });
});

function recordsOf(texts: Record<string, string>): { records: Records; host: MemoryHost } {
  const host = new MemoryHost();
  host.move({ shared: [{ folder: 'shop', workspace: 'shop' }] });
  for (const [uri, text] of Object.entries(texts)) host.write(uri, text);
  return { records: new Records(host), host };
}

function record(title: string): string {
  return `---\ntpm: checklist\ntitle: ${title}\nstatus: open\n---\n`;
}
