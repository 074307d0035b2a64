import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../../src/core/checklist/problems.ts';
import { isInProgress, recordStatuses } from '../../../../src/core/record/model.ts';
import { isRecord, parseRecord } from '../../../../src/core/record/parse.ts';

const text = `---
tpm: triage
title: "Slow: /orders"
status: mitigated # since noon
problem: bottleneck
severity: S2
created: 2026-11-23T14:05+01:00
next-update: 2026-11-24
commit: "1e71390"
checklists: [bottleneck]
team: shop
---

# Other heading

<!-- tpm:checklist bottleneck -->
- [ ] a
<!-- /tpm:checklist -->
`;

describe('reading a record', () => {
  it('gives what its front matter says', () => {
    assert.deepEqual(parseRecord(text), {
      record: {
        kind: 'triage',
        title: 'Slow: /orders',
        status: 'mitigated',
        problem: 'bottleneck',
        severity: 'S2',
        created: '2026-11-23T14:05+01:00',
        nextUpdate: '2026-11-24',
        commit: '1e71390',
        checklists: ['bottleneck'],
      },
      problems: [],
    });
  });

  it('takes the first heading for a title that is missing, and no comment or fence for a heading', () => {
    const untitled = text
      .replace('title: "Slow: /orders"', '# A comment')
      .replace('# Other', '```sh\n# npm ci\n```\n# Other');
    assert.equal(parseRecord(untitled).record.title, 'Other heading');
  });

  it('takes only texts with the key tpm for records', () => {
    assert.deepEqual(
      [isRecord(text), isRecord('---\ntpm:\n---\n'), isRecord('---\ntitle: a\n---\n'), isRecord('# tpm: a')],
      [true, true, false, false],
    );
  });

  it('is in progress while it is open or mitigated', () => {
    const { record } = parseRecord(text);
    assert.deepEqual(
      recordStatuses.filter((status) => isInProgress({ ...record, status })),
      ['open', 'mitigated'],
    );
  });
});

describe('a problem of a record', () => {
  const cases: readonly [problem: ProblemCode, line: number, at: string, text: string][] = [
    [{ code: 'missing-front-matter' }, 0, '# Title', '# Title\n'],
    [
      { code: 'front-matter-syntax', message: 'Flow sequence in block' },
      10,
      't',
      text.replace('[bottleneck]', '[bottleneck'),
    ],
    [
      { code: 'missing-key', key: 'status' },
      0,
      text.slice(0, text.indexOf('\n\n')).replace(/status.*\n/, ''),
      text.replace(/status.*\n/, ''),
    ],
    [{ code: 'missing-key', key: 'tpm' }, 1, '', text.replace('tpm: triage', 'tpm:')],
    [
      { code: 'unknown-value', key: 'status', value: 'done', allowed: recordStatuses },
      3,
      'done',
      text.replace('mitigated', 'done'),
    ],
    [
      { code: 'unclosed-block', id: 'bottleneck' },
      15,
      '<!-- tpm:checklist bottleneck -->',
      text.replace('<!-- /tpm:checklist -->', ''),
    ],
  ];
  for (const [expected, line, at, text] of cases) {
    it(`${expected.code} is found with its line and range on line ${line + 1}`, () => {
      const {
        range,
        line: foundLine,
        ...found
      } = parseRecord(text).problems.find((one) => one.code === expected.code)!;
      assert.deepEqual('message' in found ? { ...found, message: found.message.slice(0, 22) } : found, expected);
      assert.equal(foundLine, line);
      assert.equal(text.slice(range.start, range.end), at);
    });
  }

  it('keeps it in sight: what is unknown counts as an open run of a checklist', () => {
    const { record } = parseRecord('---\ntpm: other\nstatus: done\n---\n');
    assert.deepEqual([record.kind, record.status, record.title, record.checklists], ['checklist', 'open', '', []]);
  });
});
