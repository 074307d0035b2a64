import assert from 'node:assert/strict';
import { findBlocks } from '../../../../src/core/block/find.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import type { RedactedEvidence } from '../../../../src/core/evidence/redactEvidence.ts';
import { parseRecord } from '../../../../src/core/record/parse.ts';
import { sectionsOf, sectionText } from '../../../../src/core/record/sections.ts';
import { classify } from '../../../../src/core/triage/classify.ts';
import { issueText } from '../../../../src/core/triage/share.ts';
import { renderTriageRecord, type Triage } from '../../../../src/core/triage/triageRecord.ts';

const log =
  "TypeError: Cannot read properties of undefined (reading 'kind')\n    at discountOn (src/discounts.js:22:31)";
const piece = (part: Partial<RedactedEvidence>): RedactedEvidence => ({
  source: 'terminal',
  title: 'Terminal: npm test',
  text: log,
  language: 'text',
  at: '2026-11-23T14:05+01:00',
  isContext: false,
  leftOut: 0,
  ...part,
});
const { checklist } = parseChecklist(
  '---\nid: broken\ngroup: problem\nkind: read-do\ntrigger: T.\n---\n# Broken code\n## Stop\n- [ ] **Say what is blocked**\n',
);

const triage = (part: Partial<Triage> = {}): Triage => ({
  title: "TypeError: Cannot read properties of undefined (reading 'kind')",
  symptom: 'Orders crash',
  evidence: [
    piece({ command: 'npm test', exitCode: 1, summary: 'exit code 1' }),
    piece({
      source: 'git',
      title: 'Git',
      text: 'Branch: main',
      isContext: true,
      facts: { branch: 'main', commit: '1e71393362392' },
    }),
  ],
  missing: [],
  verdict: classify({ text: log }),
  kind: 'broken',
  impact: 'I3',
  urgency: 'U2',
  places: [{ file: 'src/discounts.js', line: 22, symbol: 'discountOn', link: '/src/discounts.js' }],
  placeholders: [],
  created: '2026-11-23T14:05+01:00',
  ...part,
});

describe('a triage record', () => {
  it('reads back as what was decided, a commit hash that looks like a number included', () => {
    const { record, problems } = parseRecord(renderTriageRecord(triage(), [checklist]));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [
        record.kind,
        record.problem,
        record.severity,
        record.nextUpdate,
        record.branch,
        record.commit,
        record.checklists,
      ],
      ['triage', 'broken', 'S3', '2026-11-24T14:05+01:00', 'main', '1e71393362392', ['broken']],
    );
  });

  it('has its sections in the order in which a colleague reads', () => {
    const titles = sectionsOf(renderTriageRecord(triage(), [checklist])).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title !== 'Similar records'),
      ['Summary', 'Reproduce', 'Evidence', 'Why this kind', 'Where to look', 'Hypotheses', 'Stakeholder update', 'Log'],
    );
  });

  it('holds the checklist as a block that can be ticked', () => {
    const blocks = findBlocks(renderTriageRecord(triage(), [checklist]));
    assert.deepEqual(
      blocks.map(({ checklist: id, isClosed }) => [id, isClosed]),
      [['broken', true]],
    );
  });

  it('keeps what the evidence proposed when the user decided otherwise', () => {
    const { record } = parseRecord(renderTriageRecord(triage({ kind: 'glitch' }), []));
    assert.equal(record.problem, 'glitch');
    assert.match(record.proposed ?? '', /^broken \((high|medium|low)\)$/);
  });

  it('says why when the severity is not what the rubric gives', () => {
    const { record } = parseRecord(
      renderTriageRecord(triage({ override: { severity: 'S1', reason: 'Demo today: "all" hands' } }), []),
    );
    assert.equal(record.severity, 'S1');
    assert.equal(record.severityReason, 'Demo today: "all" hands');
    assert.equal(record.nextUpdate, '2026-11-23T14:35+01:00');
  });

  it('cannot be broken by what was pasted', () => {
    const hostile = '```\n# Heading\n<!-- tpm:checklist x -->\n- [ ] fake\n</details>\n````\n---\n| a |';
    const text = renderTriageRecord(
      triage({
        symptom: '<!-- # | `x` ~~',
        title: '# [x](y) <script>',
        evidence: [piece({ text: hostile, title: '<b>*x*</b>' }), piece({ text: hostile })],
      }),
      [checklist],
    );
    assert.deepEqual(
      findBlocks(text).map(({ checklist: id }) => id),
      ['broken'],
    );
    assert.equal(parseRecord(text).record.title, '# [x](y) <script>');
    assert.match(
      sectionText(text, 'Log'),
      /Triaged as broken, S3 Moderate \(.*\)\. Name an owner today; update daily\.$/,
    );
  });

  it('gives the same bytes for the same triage', () => {
    assert.equal(renderTriageRecord(triage(), [checklist]), renderTriageRecord(triage(), [checklist]));
  });

  it('sums up in one paragraph what was said, what failed and where', () => {
    const [paragraph = '', ...rest] = sectionText(renderTriageRecord(triage(), [checklist]), 'Summary').split('\n\n');
    assert.equal(
      paragraph,
      'Orders crash. `npm test` ended with exit code 1. The nearest place in the code is `src/discounts.js:22`.',
    );
    assert.equal(rest.length, 1);
  });

  it('asks visibly for what nobody has said, and leaves the questions out when it is shared', () => {
    const text = renderTriageRecord(triage({ symptom: '', evidence: [], places: [] }), []);
    const questions = [
      'what you did',
      'what should have happened',
      'the exact command',
      'every time',
      'of the program',
    ];
    for (const question of questions) assert.match(text, new RegExp(`_not said yet: ${question}[^_\n]*_`));
    const shared = issueText(text);
    assert.doesNotMatch(shared, /not said yet|\*\*Expected\*\*|\*\*Rate\*\*|## Reproduce/);
    assert.match(shared, /^Severity S3, broken$/m);
    assert.match(
      issueText(text.replace('_not said yet: what should have happened_', 'A total.')),
      /Expected\*\*: A total\./,
    );
  });

  it('is honest about what is missing', () => {
    const text = renderTriageRecord(
      triage({
        evidence: [],
        places: [],
        missing: ['Git did not answer in time'],
        placeholders: ['<jwt-1>', '<email-1>'],
      }),
      [],
    );
    assert.match(text, /Git did not answer in time/);
    assert.match(text, /2 secrets or personal details were replaced by placeholders such as `<jwt-1>`/);
    assert.equal(sectionText(text, 'Where to look'), '_No file and line was found in the evidence._');
  });

  const summaryOf = (part: Partial<Triage>): string => sectionText(renderTriageRecord(triage(part), []), 'Summary');
  const reproduceOf = (part: Partial<Triage>): string => sectionText(renderTriageRecord(triage(part), []), 'Reproduce');
  const unrelated = piece({ command: 'git log --oneline', exitCode: 0, isContext: true, text: '$ git log --oneline' });

  it('does not repeat in its body what people change in its front matter', () => {
    const text = renderTriageRecord(triage(), [])
      .replace(/^---[^]*?\n---\n/, '')
      .replace(/## Log[^]*/, '');
    assert.doesNotMatch(text, /S3|Moderate|2026-11-24|Next update|Urgency/);
  });

  it('takes no command that went well for the reproduction', () => {
    const selection = piece({ source: 'selection', title: 'Selection' });
    assert.match(reproduceOf({ evidence: [selection, unrelated] }), /^_not said yet: the exact command/);
    assert.match(reproduceOf({ evidence: [unrelated], startedOn: 'terminal' }), /^```sh\ngit log --oneline\n```/);
  });

  it('says what was expected when the output has it, and asks otherwise', () => {
    const failed = piece({ text: 'Expected: 0.3\nReceived: 0.31', command: 'npm test', exitCode: 1 });
    assert.match(summaryOf({ evidence: [failed] }), /^- \*\*Expected\*\*: `0\.3`\n- \*\*Actual\*\*: `0\.31`$/m);
    assert.match(summaryOf({}), /^- \*\*Expected\*\*: _not said yet/m);
  });

  it('names the versions of what failed, never those of the editor', () => {
    const environment = piece({
      source: 'environment',
      isContext: true,
      text: 'VS Code: 1.139.1 (desktop)\nSystem: Linux x64\nNode: >=22 (package.json)\nExtension host: Node 22.23.3\nWorkspace: trusted',
    });
    const run = piece({ text: `> shop@1.4.0 test\n\nNode.js v20.20.2`, command: 'npm test', exitCode: 1 });
    assert.match(
      reproduceOf({ evidence: [run, environment] }),
      /Versions\*\*: shop 1\.4\.0, Node\.js 20\.20\.2, Linux x64, Node: \\>=22 \(package\.json\)$/,
    );
    const reported = { symptom: 'Login is blank in Safari 17', places: [] };
    assert.match(reproduceOf({ ...reported, evidence: [environment] }), /Versions\*\*: Safari 17$/);
    assert.match(reproduceOf({ symptom: '', places: [], evidence: [environment] }), /Versions\*\*: _not said yet/);
  });

  it('asks only what it does not say', () => {
    const why = (part: Partial<Triage>): string => sectionText(renderTriageRecord(triage(part), []), 'Why this kind');
    assert.doesNotMatch(why({}), /exact command|first error/);
    assert.match(
      why({ evidence: [piece({ source: 'selection' })] }),
      /^- What is the exact command, or what are the steps\?$/m,
    );
    const slow = classify({ title: 'The customer page takes 48 s', text: '' });
    assert.match(
      why({ verdict: slow, kind: slow.kind, evidence: [] }),
      /^- How long did it take before, and with how much data\?$/m,
    );
  });

  it('holds the checklists in the order given, each as a block', () => {
    const incident = { ...checklist, id: 'incident-live' };
    const text = renderTriageRecord(triage(), [incident, checklist]);
    assert.deepEqual(
      findBlocks(text).map(({ checklist: id }) => id),
      ['incident-live', 'broken'],
    );
    assert.deepEqual(parseRecord(text).record.checklists, ['incident-live', 'broken']);
  });
});
