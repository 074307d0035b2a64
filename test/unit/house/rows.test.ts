import assert from 'node:assert/strict';
import { standIn } from './fakeVscode.ts';
import { findBlocks } from '../../../src/core/block/find.ts';
import { parseChecklist } from '../../../src/core/checklist/parse.ts';
import { layers, type LibraryEntry } from '../../../src/core/library/checklistLibrary.ts';
import type { Mentor } from '../../../src/core/mentor.ts';
import { recordKinds, recordStatuses } from '../../../src/core/record/model.ts';
import { parseRecord } from '../../../src/core/record/parse.ts';
import type { RecordEntry } from '../../../src/core/record/records.ts';
import { parseSnippets } from '../../../src/core/snippet/snippet.ts';
import { views } from '../../../src/ids.ts';
import { manifest } from './manifest.ts';
import { read } from './sources.ts';

// Loaded only after fakeVscode.ts has put a `vscode` in their way.
const { RecordNodes } = await import('../../../src/views/inProgress/nodes.ts');
const { rowOf } = await import('../../../src/views/inProgress/row.ts');
const { Checklists } = await import('../../../src/views/checklists/checklists.ts');
const { Snippets } = await import('../../../src/views/snippets/snippets.ts');

interface Row {
  readonly id?: unknown;
  readonly contextValue?: unknown;
  readonly description?: unknown;
  readonly iconPath?: unknown;
  readonly accessibilityInformation?: { readonly label: string };
}

interface Tree<Node> {
  children(node?: Node): Promise<readonly Node[]>;
  row(node: Node): Row;
}

/** The condition of an entry of `view/item/context`: which rows of which view. */
interface Condition {
  readonly view: string;
  readonly matches: (contextValue: string) => boolean;
  readonly when: string;
}

const conditions = (manifest.contributes.menus['view/item/context'] ?? []).map(({ when = '' }): Condition => {
  const view = /\bview == ([\w.]+)/.exec(when)?.[1] ?? '';
  const value = /\bviewItem == ([\w.]+)/.exec(when)?.[1];
  const pattern = /\bviewItem =~ \/(.+?)\/(?= |$)/.exec(when)?.[1];
  const matches =
    value === undefined
      ? (one: string): boolean => pattern !== undefined && new RegExp(pattern).test(one)
      : (one: string): boolean => one === value;
  return { view, matches, when };
});

describe('the rows of the views', () => {
  let rows: Readonly<Record<string, readonly Row[]>>;

  before(async () => {
    rows = {
      [views.inProgress]: recordRows(),
      [views.checklists]: await rowsOf(checklistTree()),
      [views.snippets]: await rowsOf(snippetTree()),
    };
  });

  it('have the kinds that the menus of the manifest ask for', () => {
    assert.ok(conditions.length > 10);
    for (const { view, matches, when } of conditions) {
      const kinds = new Set(rows[view]?.map(({ contextValue }) => String(contextValue)));
      assert.ok([...kinds].some(matches), `no row has a menu with "${when}"; there are ${[...kinds].join(', ')}`);
    }
  });

  it('have a menu, where something can be done with them: items, records, checklists, snippets', () => {
    for (const [view, all] of Object.entries(rows)) {
      const kinds = new Set(all.map(({ contextValue }) => String(contextValue)));
      const own = conditions.filter((condition) => condition.view === view);
      for (const kind of kinds) {
        if (!/^(item\.|record|checklist|snippet)/.test(kind)) continue;
        assert.ok(
          own.some(({ matches }) => matches(kind)),
          `${kind} in ${view} has no menu`,
        );
      }
    }
  });

  it('have ids of their own', () => {
    for (const [view, all] of Object.entries(rows)) {
      const ids = all.map(({ id }) => id);
      assert.ok(
        ids.every((id) => typeof id === 'string' && id !== ''),
        view,
      );
      assert.equal(new Set(ids).size, ids.length, view);
    }
  });

  it('tell a screen reader their state, wherever they have one', () => {
    const items = rows[views.inProgress] ?? [];
    assert.ok(items.length > 10);
    for (const { accessibilityInformation, contextValue } of items) {
      assert.match(accessibilityInformation?.label ?? '', /\w, \w/, String(contextValue));
    }
  });
});

describe('the row of a record', () => {
  it('says first what it waits for, and is unfolded only when it is told to', () => {
    const { record } = parseRecord('---\ntpm: triage\ntitle: Slow\nstatus: open\nseverity: S2\n---\n');
    const entry: RecordEntry = {
      uri: 'file:///a.md',
      name: 'a.md',
      place: 'private',
      info: record,
      problems: [],
      blocks: findBlocks('<!-- tpm:checklist one -->\n- [ ] Open\n<!-- /tpm:checklist -->'),
      findings: [],
    };
    const node = new RecordNodes(entry).record;
    assert.equal(rowOf(node, now).description, 'no owner · S2 · 0/1');
    const states = [true, false].map((isUnfolded) => rowOf(node, now, isUnfolded).collapsibleState);
    assert.notEqual(states[0], states[1]);
  });
});

describe('the row of an item whose files changed since it was ticked', () => {
  it('says which files in its words, its icon and to a screen reader', () => {
    const row = recordRows().find(({ contextValue }) => contextValue === 'item.done.recheck')!;
    assert.equal(row.description, 're-check: src/a.ts (since 4f2a91c03b)');
    assert.equal(
      row.accessibilityInformation?.label,
      'Done before the last commit, done, re-check: src/a.ts (since 4f2a91c03b)',
    );
    assert.ok(row.iconPath);
  });

  it('is not counted as settled', () => {
    const record = recordRows().find(({ contextValue }) => contextValue === 'record.open.review')!;
    assert.equal(record.description, '2/7 · 2 to re-check');
    assert.match(record.accessibilityInformation?.label ?? '', /2 of 7 settled, 2 to re-check, 1 with a problem/);
  });
});

const now = '2026-11-23T14:05+01:00';

/** Records of every kind in every status, with an item in every state. */
function recordRows(): Row[] {
  const all = recordKinds.flatMap((kind) => recordStatuses.map((status) => ({ kind, status })));
  return all.flatMap(({ kind, status }) => {
    const text = [
      `---\ntpm: ${kind}\ntitle: Slow\nstatus: ${status}\n---\n`,
      '<!-- tpm:checklist one -->',
      '### One',
      '#### First',
      '- [ ] **Open**',
      '- [x] Done',
      '- [x] ~~Not applicable~~ (n/a: no such part)',
      '- [ ] Broken',
      '  - Problem: it cannot be undone',
      '- [x] Done before the last commit',
      '  - Re-check: `src/a.ts` (since 4f2a91c03b)',
      '- [x] ~~None before the last commit~~ (n/a: no such part)',
      '  - Re-check: `src/a.ts` (since 4f2a91c03b)',
      '<!-- /tpm:checklist -->',
      '<!-- tpm:checklist two -->',
      '### Two',
      '- [ ] Alone',
      '<!-- /tpm:checklist -->',
    ].join('\n');
    const { record, problems } = parseRecord(text);
    const uri = `file:///records/${kind}-${status}.md`;
    const entry: RecordEntry = {
      uri,
      name: `${status}.md`,
      place: 'private',
      info: record,
      problems,
      blocks: findBlocks(text),
      findings: [],
    };
    const nodes = new RecordNodes(entry);
    type Node = Parameters<typeof rowOf>[0];
    const below = (node: Node): Node[] => [node, ...nodes.childrenOf(node).flatMap(below)];
    return below(nodes.record).map((node) => rowOf(node, now) as Row);
  });
}

/** A checklist of every group in every layer. */
function checklistTree(): Tree<never> {
  const entries = ['bottleneck', 'review-author', 'risk'].flatMap((name) =>
    layers.map((layer): LibraryEntry => {
      const { checklist, problems } = parseChecklist(read(`media/checklists/${name}.md`));
      return {
        checklist: { ...checklist, id: `${name}-${layer}` },
        layer,
        uri: `file:///${layer}/${name}.md`,
        problems,
      };
    }),
  );
  const mentor = standIn({ checklists: standIn({ entries: () => Promise.resolve(entries) }) }) as Mentor;
  return new Checklists(mentor, standIn({}) as never) as unknown as Tree<never>;
}

function snippetTree(): Tree<never> {
  const layers = ['built-in', 'user', 'team'] as const;
  const all = parseSnippets(read('snippets/review.code-snippets')).map((snippet, index) => ({
    ...snippet,
    layer: layers[index % layers.length]!,
    uri: 'file:///snippets',
  }));
  const snippets = standIn({
    snippets: () => Promise.resolve(all),
    brokenFiles: () => Promise.resolve([]),
    labelStyle: { problems: [] },
  });
  return new Snippets(standIn({ snippets }) as Mentor, standIn({}) as never) as unknown as Tree<never>;
}

async function rowsOf(tree: Tree<never>, node?: never): Promise<Row[]> {
  const rows: Row[] = node === undefined ? [] : [tree.row(node)];
  for (const child of await tree.children(node)) rows.push(...(await rowsOf(tree, child)));
  return rows;
}
