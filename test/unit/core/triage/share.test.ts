import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { setFrontMatterValue } from '../../../../src/core/text/frontMatter.ts';
import { logUpdate, resolveTriage } from '../../../../src/core/triage/resolution.ts';
import { helpRequest, issueText, stakeholderText } from '../../../../src/core/triage/share.ts';

/** As earlier versions wrote it: facts of the front matter once more in the body, and a text for stakeholders that went stale. */
const record = [
  '---',
  'tpm: triage',
  'title: "export fails again"',
  'status: open',
  'problem: broken',
  'severity: S2',
  'created: 2026-11-23T14:05+01:00',
  'next-update: 2026-11-23T16:05+01:00',
  'branch: main',
  'commit: 0226e5e2a166',
  '---',
  '',
  '# export fails again',
  '',
  '## Summary',
  '',
  '_not said yet: what you did, and what happened instead_. `npm run export` ended with exit code 1.',
  '',
  '- **Expected**: _not said yet: what should have happened_',
  '- **Kind of problem**: broken (wrong or no answer, repeatably)',
  '- **Severity**: S3 Moderate. Name an owner today; update daily.',
  '- **Impact**: Some, or a way around. **Urgency**: This iteration.',
  '- **Next update**: 2026-11-24T14:05+01:00',
  '- **Suspected data loss**: `rows are gone`. Confirm it or rule it out first.',
  '',
  '## Reproduce',
  '',
  '```sh',
  'npm run export',
  '```',
  '',
  '- **Versions**: VS Code: 1.139.1 (desktop), System: Linux x64',
  '',
  '## Evidence',
  '',
  '**Terminal: npm run export**',
  '',
  '```text',
  '$ npm run export',
  "TypeError: Cannot read properties of undefined (reading 'startsWith')",
  '    at discount (src/cart.js:6:12)',
  '```',
  '',
  '<details>',
  '<summary>Git · main, 2 files not committed · 2026-11-23 14:05+01:00</summary>',
  '',
  '```text',
  'Not committed: secret-plans.md',
  '```',
  '',
  '</details>',
  '',
  '## Why this kind',
  '',
  'Proposed from the evidence, confidence high.',
  '',
  'Cheapest next observations:',
  '',
  '- What is the exact command and input, and the first error that it prints?',
  '- Which was the last version or commit that worked?',
  '',
  '## Where to look',
  '',
  '1. [src/cart.js:6](</src/cart.js#L6>) in `discount`',
  '',
  '## Hypotheses',
  '',
  '| Cause | Prediction | Experiment | Result |',
  '| --- | --- | --- | --- |',
  '| The fault is at src/cart.js:6 | | What is the exact command and input, and the first error that it prints? | |',
  '| `code` is absent | order 2 has none | log it | |',
  '| Node too old | fails on 22 too | run on 22 | **no**, same |',
  '',
  '## Stakeholder update',
  '',
  '> **Now**: export fails again. Something does not work at the moment.',
  '>',
  '> **Affected**: Some users, or the workaround is acceptable. Severity S3 (moderate).',
  '>',
  '> **We are doing**: collecting evidence and testing the first cause.',
  '>',
  '> **Next update**: 2026-11-24T14:05+01:00.',
  '',
  '## Log',
  '',
  '- 2026-11-23T14:05+01:00 Triaged as broken, S3.',
  '',
].join('\n');

const logged = applyEdits(
  record,
  logUpdate(record, 'Found: order 2 has no code; fix in review', '2026-11-23T15:00+01:00'),
);
const resolved = applyEdits(
  logged,
  resolveTriage(logged, {
    cause: 'order 2 has no code',
    fix: 'guard for a missing code',
    at: '2026-11-23T15:35+01:00',
  }),
);
const withValue = (text: string, key: string, value: string): string =>
  applyEdits(text, setFrontMatterValue(text, key, value));

describe('the stakeholder update that is copied', () => {
  it('has severity, owner and next update from the front matter, not from the first day', () => {
    assert.equal(
      stakeholderText(withValue(record, 'owner', 'Ana')),
      'Now: Export fails again.\nSeverity: S2 (major)\nOwner: Ana\nWe are doing: Looking for the cause.\nNext update: 2026-11-23 16:05+01:00',
    );
  });

  it('has the newest line of the log, and when the next word is due after it', () => {
    const text = stakeholderText(logged);
    assert.match(text, /^Latest: Found: order 2 has no code; fix in review\. \(2026-11-23 15:00\+01:00\)$/m);
    assert.match(text, /^Next update: 2026-11-23 17:00\+01:00$/m);
    assert.doesNotMatch(text, /collecting|Looking/);
  });

  it('says of a resolved record cause, fix and since when, and announces nothing', () => {
    assert.equal(
      stakeholderText(resolved),
      'Resolved: Export fails again.\nCause: Order 2 has no code.\nFix: Guard for a missing code.\nSince: 2026-11-23 15:35+01:00 (open for 1 h 30 min)\nSeverity: S2 (major)',
    );
  });

  it('finds the moment in the log of a record that an earlier version resolved', () => {
    assert.match(stakeholderText(resolved.replace(/^resolved: .*\n/m, '')), /^Since: 2026-11-23 15:35/m);
  });

  it('speaks of the last resolution, and of none while the record is open again', () => {
    const reopened = withValue(resolved, 'status', 'open');
    assert.match(stakeholderText(reopened), /^Now: [^]*Next update/);
    const again = applyEdits(reopened, resolveTriage(reopened, { cause: 'A', fix: 'B', at: '2026-11-25T15:35+01:00' }));
    assert.match(stakeholderText(again), /^Cause: A\.\nFix: B\.\nSince: 2026-11-25/m);
  });

  it('keeps what people wrote, and names the problem by its title when nobody said what is noticed', () => {
    const written = record.replace(
      'Some users, or the workaround is acceptable. Severity S3 (moderate).',
      '42 customers, \\*all\\* big.',
    );
    assert.match(stakeholderText(written), /^Affected: 42 customers, \*all\* big\.$/m);
    assert.match(
      stakeholderText(record.replace('collecting evidence and testing the first cause.', 'Rolling back.')),
      /^We are doing: Rolling back\.$/m,
    );
    const unsaid = record.replace('export fails again. Something', 'Something');
    assert.match(stakeholderText(unsaid), /^Now: Something does not work at the moment \(export fails again\)\.$/m);
  });

  it('says that it is mitigated, and is nothing for a record of another kind', () => {
    assert.match(stakeholderText(withValue(record, 'status', 'mitigated')), /^Mitigated: Export fails again\.$/m);
    assert.equal(stakeholderText('---\ntpm: review\ntitle: R\nstatus: open\n---\n# R\n'), '');
  });
});

describe('the text for a tracker', () => {
  const text = issueText(withValue(record, 'owner', 'Ana'));

  it('begins with what the front matter says now, and says it once', () => {
    assert.match(
      text,
      /^# export fails again\n\nSeverity S2, broken, owner Ana, branch `main`, commit `0226e5e2a166`\n/,
    );
    assert.doesNotMatch(text, /S3|Next update|Urgency|Triaged|tpm:/);
    assert.match(text, /Suspected data loss/);
  });

  it('has no orphan full stop and no open question', () => {
    assert.match(text, /## Summary\n\n`npm run export` ended with exit code 1\.\n/);
    assert.doesNotMatch(text, /not said yet|Cheapest next|exact command/);
  });

  it('writes places so that they read well anywhere', () => {
    assert.match(text, /^1\. `src\/cart\.js:6` in `discount`$/m);
  });

  it('leaves out what else lies in the folder, and hypotheses that hold only a question', () => {
    assert.doesNotMatch(text, /secret-plans|The fault is at|VS Code/);
    assert.match(text, /## Reproduce\n\n```sh\nnpm run export\n```\n\n## Evidence/);
    assert.match(text, /\| `code` is absent \| order 2 has none \| log it \| \|\n\| Node too old/);
    const [only] = issueText(record.replace(/^\| (?:`code`|Node).*\n/gm, ''))
      .split('## Hypotheses')
      .slice(1);
    assert.equal(only, undefined);
  });

  it('has the resolution once it is resolved, not after it was reopened', () => {
    assert.match(issueText(resolved), /## Resolution\n\n- \*\*Cause\*\*: order 2 has no code/);
    assert.doesNotMatch(issueText(withValue(resolved, 'status', 'open')), /## Resolution/);
  });
});

describe('the call for help', () => {
  it('carries the error, its place, what was tried and what comes next, as plain text', () => {
    assert.equal(
      helpRequest(record),
      [
        'I am stuck on: export fails again',
        '',
        'npm run export ended with exit code 1.',
        '',
        '- Suspected data loss: rows are gone. Confirm it or rule it out first.',
        '',
        'The error:',
        "TypeError: Cannot read properties of undefined (reading 'startsWith')",
        '    at discount (src/cart.js:6:12)',
        '',
        'Where: src/cart.js:6 in discount',
        'Commit: 0226e5e2a166 on main',
        '',
        'What I have tried:',
        '- Node too old: run on 22 -> no, same',
        '',
        'What I would try next:',
        '- code is absent: log it',
        '',
        'What would you look at next, and which of my assumptions would you test first?',
      ].join('\n'),
    );
  });

  it('is honest when nothing was tried', () => {
    assert.match(
      helpRequest('# Slow\n\n## Summary\n\nIt is slow.\n'),
      /^I am stuck on: Slow\n\nIt is slow\.\n\nI have not tested a cause yet\.\n/,
    );
  });
});
