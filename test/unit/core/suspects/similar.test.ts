import assert from 'node:assert/strict';
import { renderFrontMatter } from '../../../../src/core/record/render.ts';
import { parseRecordInfo } from '../../../../src/core/record/parse.ts';
import type { RecordEntry } from '../../../../src/core/record/records.ts';
import { rankRecords, similarRecords, toKnown, MAX_RECORDS } from '../../../../src/core/suspects/similar.ts';

interface Sample {
  readonly name: string;
  readonly title: string;
  readonly signature?: string;
  readonly status?: 'open' | 'resolved';
  readonly evidence?: string;
  readonly summary?: string;
  readonly end?: string;
}

const SIGNATURE =
  'TypeError: Cannot read properties of undefined (reading <text>) @ discounts.js#discountOn < pricing.js#priceOrder';
const FAULT = {
  signature: SIGNATURE,
  text: `TypeError\nCannot read properties of undefined (reading 'kind')\n${SIGNATURE}\ndiscountOn\npriceOrder`,
};

function record({ name, title, signature, status = 'open', evidence = '', summary = '', end = '' }: Sample) {
  const front = renderFrontMatter({
    kind: 'triage',
    title,
    status,
    checklists: [],
    created: '2026-11-01T10:00+01:00',
    ...(signature ? { signature } : {}),
  });
  const text = `${front}\n# ${title}\n\n## Summary\n\n${summary}\n\n- **Severity**: S3 minor. Owner today.\n\n## Evidence\n\n\`\`\`text\n${evidence}\n\`\`\`\n\n${end}`;
  const { record: info } = parseRecordInfo(text);
  const entry: RecordEntry = {
    uri: `mem:/${name}`,
    name,
    place: 'shared',
    workspace: 'shop',
    info,
    problems: [],
    blocks: [],
    findings: [],
  };
  return toKnown(entry, text);
}

const OTHERS = [
  record({
    name: '2026-10-03-b.md',
    title: 'Report is slow',
    summary: 'The monthly report takes two minutes.',
    evidence: '20000 orders in 2069 ms',
  }),
  record({
    name: '2026-10-02-c.md',
    title: 'Two imports at the same moment lose orders',
    evidence:
      'AssertionError: Expected values to be strictly deep-equal\n    at TestContext.<anonymous> (test/inbox.test.js:44:10)',
  }),
  record({
    name: '2026-10-01-d.md',
    title: 'Install fails',
    evidence: "npm error code ERESOLVE\nnpm error Cannot read properties of undefined (reading 'extraneous')",
  }),
];

describe('similar records', () => {
  it('are those with the same signature, whatever their words', () => {
    const same = record({ name: '2026-10-09-a.md', title: 'Kasse kaputt', signature: SIGNATURE });
    const found = rankRecords(FAULT, [same, ...OTHERS]);
    assert.deepEqual(
      found.map(({ name, match }) => [name, match.kind]),
      [['2026-10-09-a.md', 'signature']],
    );
  });

  it('are those that say the same words, and name the words', () => {
    const alike = record({
      name: '2026-10-09-a.md',
      title: 'Orders without a code fail',
      evidence:
        "TypeError: Cannot read properties of undefined (reading 'kind')\n    at discountOn (src/discounts.js:19:12)",
    });
    const [first, ...rest] = rankRecords(FAULT, [...OTHERS, alike]);
    assert.equal(first?.name, '2026-10-09-a.md');
    assert.deepEqual(rest, []);
    assert.ok(first.match.kind === 'words' && first.match.words.includes('discounton'));
  });

  it('are none when nothing is alike, in a folder of one record as in one of many', () => {
    assert.deepEqual(rankRecords(FAULT, OTHERS), []);
    for (const one of OTHERS) assert.deepEqual(rankRecords(FAULT, [one]), []);
    const many = Array.from({ length: 200 }, (_, index) => OTHERS[index % 3]!);
    assert.deepEqual(rankRecords(FAULT, many), []);
  });

  it('are none because of the rubric, which every record repeats', () => {
    const text = 'Severity S3 minor owner today';
    assert.deepEqual(rankRecords({ text }, OTHERS), []);
  });

  it('are found from words alone when there is no stack trace', () => {
    const found = rankRecords({ text: 'monthly report is slow, takes minutes' }, OTHERS);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['2026-10-03-b.md'],
    );
  });

  it('are those with the same error at the same place, from wherever it was called, and before any that only say the same words', () => {
    const [head] = SIGNATURE.split(' < ');
    const exact = record({ name: 'exact.md', title: 'A', signature: SIGNATURE });
    const otherTest = record({
      name: 'other.md',
      title: 'B',
      signature: `${head} < pricing.test.js#TestContext.<anonymous>`,
    });
    const words = record({
      name: 'words.md',
      title: 'C',
      signature: 'AssertionError: <n> == <n> @ a.js#b',
      evidence: FAULT.text,
    });
    assert.deepEqual(
      rankRecords(FAULT, [words, otherTest, exact]).map(({ name, match }) => [name, match.kind]),
      [
        ['exact.md', 'signature'],
        ['other.md', 'signature'],
        ['words.md', 'words'],
      ],
    );
  });

  it('are not found by what surrounds a fault: changed files, commits and versions', () => {
    const noise = 'Not committed: discountOn.js, priceOrder.js\n  301f054 TypeError in pricing, discounts and kind';
    const evidence = `\`\`\`\n\n<details>\n<summary>Git · main · 2026-11-28 22:30+00:00</summary>\n\n\`\`\`text\n${noise}\n\`\`\`\n\n</details>`;
    const other = record({ name: 'a.md', title: 'The export hangs', evidence });
    assert.deepEqual(rankRecords(FAULT, [other]), []);
  });

  it('name words that mean something: no part of a word that is named, no name that a runtime gives', () => {
    const text = 'TypeError: no startsWith @ cart.js#TestContext.<anonymous> < <text>\ndiscountOn\ncheckout';
    const [found] = rankRecords({ text }, [record({ name: 'a.md', title: 'A', evidence: text })]);
    assert.ok(found?.match.kind === 'words');
    assert.deepEqual(found.match.words.toSorted(), ['cart', 'checkout', 'discounton', 'startswith', 'typeerror']);
  });

  it('come with their outcome: cause and fix, else the last word of the log', () => {
    const outcome = (end: string): string | undefined =>
      rankRecords(FAULT, [record({ name: 'a.md', title: 'A', signature: SIGNATURE, end })])[0]?.outcome;
    const log = '## Log\n\n- 2026-11-01T10:00+01:00 Triaged as broken, S3.\n';
    assert.equal(outcome(log), undefined);
    assert.equal(
      outcome(`${log}- 2026-11-01T12:00+01:00 Reverted **the** change\n`),
      '2026-11-01T12:00+01:00 Reverted the change',
    );
    const resolution = '\n## Resolution\n\n- **Cause**: no code, no rule\n- **Fix**: return 0.\n- **Open for**: 2 h\n';
    assert.equal(
      outcome(`${log}- 2026-11-01T12:00+01:00 Resolved.\n${resolution}`),
      'Cause: no code, no rule. Fix: return 0.',
    );
  });

  it('take headings inside of pasted output for output', () => {
    const trap = record({
      name: 'a.md',
      title: 'A',
      signature: SIGNATURE,
      evidence: '## Resolution\n- **Cause**: pasted',
    });
    assert.equal(rankRecords(FAULT, [trap])[0]?.outcome, undefined);
  });

  it('are at most five, newest first among equals', () => {
    const all = Array.from({ length: 9 }, (_, index) =>
      record({ name: `${9 - index}.md`, title: 'A', signature: SIGNATURE }),
    );
    assert.deepEqual(
      rankRecords(FAULT, all).map(({ name }) => name),
      ['9.md', '8.md', '7.md', '6.md', '5.md'],
    );
  });

  it('are looked for among the newest triage records only, and not beyond the time', async () => {
    const asked: string[] = [];
    const files = {
      read: (uri: string) => {
        asked.push(uri);
        return Promise.resolve(asked.length % 2 ? undefined : 'gone bad');
      },
    };
    const { entry } = OTHERS[0]!;
    const many = Array.from({ length: MAX_RECORDS + 50 }, () => entry);
    const review: RecordEntry = { ...entry, uri: 'mem:/review', info: { ...entry.info, kind: 'review' } };
    await similarRecords(FAULT, [review, ...many], files, { isOver: false });
    assert.deepEqual([asked.length, asked.includes('mem:/review')], [MAX_RECORDS, false]);
    asked.length = 0;
    await similarRecords(FAULT, many, files, { isOver: true });
    assert.deepEqual(asked, []);
  });

  it('leave out a file that cannot be read', async () => {
    const same = record({ name: 'a.md', title: 'A', signature: SIGNATURE });
    const files = { read: () => Promise.reject(new Error('locked')) };
    assert.deepEqual(await similarRecords(FAULT, [same.entry], files, { isOver: false }), []);
  });
});
