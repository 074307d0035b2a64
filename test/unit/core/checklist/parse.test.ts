import assert from 'node:assert/strict';
import { itemsOf } from '../../../../src/core/checklist/model.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import type { ProblemCode } from '../../../../src/core/checklist/problems.ts';

const whole = `---
id: bottleneck
group: review            # problem | review | delivery
kind: do-confirm
trigger: Something is correct but too slow.
revised: 2026-11-23
applies-to:
  files: ["**/*.sql"]
  languages: [sql, plsql]
sources:
  - https://example.com/a
---

# Performance \`bottleneck\`

Free text.

## State the problem

Only for: sql, "**/*.ts"

- [ ] **Write the complaint as number, place and time**
  - Why: "Slow" can be neither verified nor closed.
  - How: Note \`p95\`.
    Percentiles, not means.
  - How: Or ask.
  - Ask: Which number?
  - Evidence: a figure
- [ ] Decide whether it ever was good <!-- id: baseline -->
  - Only for: go rust
  - Why:

## Then

- [x] ~~Look~~ (n/a: copied from a record)
`;

describe('reading a checklist', () => {
  it('gives everything that the file says', () => {
    const { checklist, problems } = parseChecklist(whole);
    assert.deepEqual(problems, []);
    const { sections, ...head } = checklist;
    assert.deepEqual(head, {
      id: 'bottleneck',
      title: 'Performance bottleneck',
      group: 'review',
      kind: 'do-confirm',
      trigger: 'Something is correct but too slow.',
      revised: '2026-11-23',
      appliesTo: { files: ['**/*.sql'], languages: ['sql', 'plsql'] },
      sources: ['https://example.com/a'],
      isDisabled: false,
    });
    assert.deepEqual(
      sections.map(({ title, onlyFor, line }) => ({ title, onlyFor, line })),
      [
        { title: 'State the problem', onlyFor: ['sql', '**/*.ts'], line: 17 },
        { title: 'Then', onlyFor: [], line: 32 },
      ],
    );
    const items = itemsOf(checklist).map(({ range, ...item }) => ({
      ...item,
      lines: whole.slice(range.start, range.end).split('\n').length,
    }));
    assert.deepEqual(items, [
      {
        id: 'write-the-complaint-as-number-place-and-time',
        hasOwnId: false,
        title: 'Write the complaint as number, place and time',
        titleMarkdown: 'Write the complaint as number, place and time',
        isMust: true,
        why: '"Slow" can be neither verified nor closed.',
        how: ['Note `p95`.\nPercentiles, not means.', 'Or ask.'],
        ask: 'Which number?',
        evidence: 'a figure',
        onlyFor: [],
        line: 21,
        lines: 7,
      },
      {
        id: 'baseline',
        hasOwnId: true,
        title: 'Decide whether it ever was good',
        titleMarkdown: 'Decide whether it ever was good',
        isMust: false,
        how: [],
        onlyFor: ['go', 'rust'],
        line: 28,
        lines: 3,
      },
      {
        id: 'look',
        hasOwnId: false,
        title: 'Look',
        titleMarkdown: 'Look',
        isMust: false,
        how: [],
        onlyFor: [],
        line: 34,
        lines: 1,
      },
    ]);
  });

  it('is the same with other line endings', () => {
    const ids = (text: string): string[] => itemsOf(parseChecklist(text).checklist).map(({ id }) => id);
    assert.deepEqual(ids(whole.replaceAll('\n', '\r\n')), ids(whole));
    assert.deepEqual(ids(`\uFEFF${whole.replaceAll('\n', '\r')}`), ids(whole));
  });

  it('takes a line for a must only when it is bold from end to end', () => {
    const titles = ['**a**', '__a__', '**a** b', '**a** and **b**', '** a **', '***a***'];
    const { checklist } = parseChecklist(`## S\n${titles.map((title) => `- [ ] ${title}`).join('\n')}`);
    assert.deepEqual(
      itemsOf(checklist).map(({ isMust }) => isMust),
      [true, true, false, false, false, true],
    );
  });

  it('numbers items of one name, and gives one without letters a name', () => {
    const { checklist } = parseChecklist(
      '## S\n- [ ] Same\n- [ ] Same\n- [ ] Same-1\n- [ ] 🎉\n- [ ] X <!-- id: Own.id -->',
    );
    assert.deepEqual(
      itemsOf(checklist).map(({ id }) => id),
      ['same', 'same-1', 'same-1-1', 'item', 'Ownid'],
    );
  });

  it('takes the title for an id that is missing', () => {
    assert.equal(parseChecklist('# Größe & more\n## S\n- [ ] a').checklist.id, 'gre--more');
    assert.equal(parseChecklist('# 日本\n## S\n- [ ] a').checklist.id, 'checklist');
  });

  it('hides one that is disabled, which needs no more than an id', () => {
    const { checklist, problems } = parseChecklist('---\nid: bottleneck\ndisabled: true\n---\n# T\n## S\n- [ ] a\n');
    assert.deepEqual([checklist.isDisabled, problems], [true, []]);
  });
});

describe('a problem of a checklist', () => {
  const head = '---\nid: a\ngroup: review\nkind: read-do\ntrigger: t\n---\n';
  const body = '# T\n## S\n- [ ] a\n';
  const cases: readonly [problem: ProblemCode, line: number, at: string, text: string][] = [
    [{ code: 'missing-front-matter' }, 0, '# T', body],
    [{ code: 'front-matter-syntax', message: 'Missing closing "quote' }, 5, '', head.replace('t\n', '"t\n') + body],
    [
      { code: 'missing-key', key: 'group' },
      0,
      head.replace('group: review\n', '').trimEnd(),
      head.replace('group: review\n', '') + body,
    ],
    [
      { code: 'unknown-value', key: 'kind', value: 'other', allowed: ['read-do', 'do-confirm'] },
      3,
      'other',
      head.replace('read-do', 'other') + body,
    ],
    [{ code: 'invalid-id', id: 'A b' }, 1, 'A b', head.replace('id: a', 'id: A b') + body],
    [{ code: 'missing-title' }, 6, '## S', head + body.replace('# T\n', '')],
    [{ code: 'missing-title' }, 6, '# <!-- x -->', head + body.replace('# T', '# <!-- x -->')],
    [{ code: 'no-items' }, 6, '# T', head + '# T\n'],
    [{ code: 'no-items' }, 5, '', (head + '# T').replace('\n# T', '')],
    [{ code: 'item-outside-section', title: 'b' }, 7, '- [ ] b', head + '# T\n- [ ] b\n## S\n- [ ] a\n'],
    [{ code: 'empty-section', title: 'None' }, 9, '## None', head + body + '## None\nWords.\n'],
    [{ code: 'duplicate-id', id: 'a' }, 9, '- [ ] **a**', head + body + '- [ ] **a**\n'],
    [
      { code: 'duplicate-id', id: 'x' },
      10,
      '- [ ] c <!-- id: x -->',
      head + body + '- [ ] b <!-- id: x -->\n- [ ] c <!-- id: x -->\n',
    ],
    [{ code: 'repeated-entry', label: 'why', title: 'a' }, 8, '- [ ] a', head + body + '  - Why: b\n  - Why: c\n'],
  ];
  for (const [expected, line, at, text] of cases) {
    it(`${expected.code} is found with its line and range${at === '' ? ' at the end' : ` at ${at.split('\n')[0]}`}`, () => {
      const {
        range,
        line: foundLine,
        ...found
      } = parseChecklist(text).problems.find((one) => one.code === expected.code)!;
      assert.deepEqual('message' in found ? { ...found, message: found.message.slice(0, 22) } : found, expected);
      assert.equal(foundLine, line);
      assert.equal(text.slice(range.start, range.end), at);
    });
  }

  it('keeps nothing else from being used', () => {
    const { checklist, problems } = parseChecklist('---\nkind: other\n---\n- [ ] a\n## S\n- [ ] a\n');
    assert.deepEqual(problems.map(({ code }) => code).toSorted(), [
      'duplicate-id',
      'item-outside-section',
      'missing-key',
      'missing-key',
      'missing-key',
      'missing-title',
      'unknown-value',
    ]);
    assert.deepEqual(
      [checklist.id, checklist.title, checklist.kind, itemsOf(checklist).length],
      ['checklist', 'checklist', 'read-do', 2],
    );
  });
});
