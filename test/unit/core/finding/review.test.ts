import assert from 'node:assert/strict';
import { isReviewInProgress, renderFindingsRecord, showsFindings } from '../../../../src/core/finding/review.ts';
import { parseRecord } from '../../../../src/core/record/parse.ts';
import { Records } from '../../../../src/core/record/records.ts';
import { MemoryHost } from '../memoryHost.ts';

const finding = '\n## Findings\n\n- [ ] **issue:** x\n';

describe('records with findings', () => {
  it('are shown beside the code while they go on: reviews, and others that have some', async () => {
    const host = new MemoryHost();
    const write = (name: string, kind: string, status: string, rest = ''): void =>
      host.write(`private/${name}.md`, `---\ntpm: ${kind}\ntitle: ${name}\nstatus: ${status}\n---\n${rest}`);
    write('review', 'review', 'open');
    write('over', 'review', 'closed', finding);
    write('triage', 'triage', 'mitigated');
    write('found', 'triage', 'mitigated', finding);
    const entries = await new Records(host).entries();
    const names = (is: (entry: (typeof entries)[number]) => boolean): string[] =>
      entries.filter(is).map(({ info }) => info.title);
    assert.deepEqual(names(isReviewInProgress), ['review']);
    assert.deepEqual(names(showsFindings).toSorted(), ['found', 'review']);
    assert.deepEqual(names(({ findings }) => findings.length === 1).toSorted(), ['found', 'over']);
  });

  it('begin as a review with nothing but room for them', () => {
    const text = renderFindingsRecord({
      title: 'Review of\n main: #1',
      created: '2026-11-28T10:00+00:00',
      branch: 'main',
    });
    const { record, problems } = parseRecord(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [record.kind, record.status, record.title, record.branch],
      ['review', 'open', 'Review of main: #1', 'main'],
    );
    assert.match(text, /\n# Review of main: #1\n\n## Findings\n$/);
  });
});
