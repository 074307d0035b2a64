import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/host/folders.ts';
import { parseRecord } from '../../src/core/record/parse.ts';
import { sectionText } from '../../src/core/record/sections.ts';
import { useSession, type Session } from './pages/session.ts';
import { until } from './pages/until.ts';

/** Real output of a real program, kept in the fixtures. */
const fixture = (name: string): string => readFileSync(path.join(projectFolder, 'test/fixtures', name), 'utf8');

/** What the stories run beside the sample's own tests. */
const programs: Readonly<Record<string, readonly string[]>> = {
  'report.py': ['def total(order):', '    return order["total"]', '', 'print(total({"lines": []}))'],
  'flaky.sh': ['for n in $(seq 60); do', '  node --test test/inbox.test.js || exit 1', 'done'],
  'build.js': ['const kept = [];', 'for (;;) kept.push(new Array(1e5).fill(1));'],
};

/** As GitHub Actions prints a step: every line with its moment. */
const asCiLog = (text: string): string =>
  text
    .split('\n')
    .map((line) => `2026-11-23T18:02:11.1234567Z ${line}`)
    .join('\n');

interface Story {
  readonly title: string;
  /** Run in the real terminal; its output and exit code are the evidence. */
  readonly command?: string;
  /** Pasted: the clipboard is ticked in the list. */
  readonly clipboard?: string;
  /** The user's own words. */
  readonly words: string;
  readonly problem: string;
  /** What "Where to look" must name. */
  readonly place?: RegExp;
}

const inWorkspace: readonly Story[] = [
  {
    title: 'a failing test',
    command: 'npm test',
    words: '',
    problem: 'broken',
    place: /\[src\/discounts\.js:22\]\(<\/src\/discounts\.js#L22>\)/,
  },
  {
    title: 'a Python traceback in the terminal',
    command: 'python3 report.py',
    words: '',
    problem: 'broken',
    place: /report\.py:2/,
  },
  {
    title: 'a flaky test',
    command: 'sh flaky.sh',
    words: 'The inbox test is flaky: it fails in one of three runs',
    problem: 'glitch',
  },
  {
    title: 'a build that runs out of memory',
    command: 'node --max-old-space-size=24 build.js',
    words: '',
    problem: 'bottleneck',
  },
  {
    title: 'a slow SQL plan',
    clipboard: fixture('evidence/sql-plan.txt'),
    words: 'The order list takes too long',
    problem: 'bottleneck',
  },
  { title: 'a pasted CI log', clipboard: asCiLog(fixture('traces/tools/jest.txt')), words: '', problem: 'broken' },
];

const withoutWorkspace: Story = {
  title: 'a Java stack trace with no workspace',
  clipboard: fixture('traces/jvm/chained.txt'),
  words: '',
  problem: 'broken',
  place: /\.java:\d+/,
};

/** From the command to the record: three times Enter, words and ticks before the first. Returns the record and the time. */
async function triage({ workbench }: Session, story: Story): Promise<{ text: string; milliseconds: number }> {
  const { quickInput, page, editors } = workbench;
  await workbench.run('Notifications: Clear All Notifications').catch(() => undefined);
  if (story.clipboard !== undefined)
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(story.clipboard)})`);
  await quickInput.runCommand('TPM: Triage Issue...');
  const start = performance.now();
  await quickInput.waitFor('Triage Issue (1/3)');
  if (story.clipboard !== undefined) {
    for (const { label, checked } of await quickInput.rows()) {
      if (/^(Terminal|Selection)/.test(label) && checked) await quickInput.check(label, false);
    }
    await quickInput.check('Clipboard');
  }
  if (story.words !== '') await quickInput.type(story.words);
  await quickInput.accept();
  await quickInput.waitFor('Triage Issue (2/3)');
  await quickInput.accept();
  await quickInput.waitFor('Triage Issue (3/3)');
  await quickInput.accept();
  await editors.waitForText('## Summary');
  const milliseconds = performance.now() - start;
  await editors.goTo(1); // the record opens where something is to be filled in
  const text = await editors.wholeText();
  return { text, milliseconds };
}

function check(story: Story, text: string): void {
  const { record, problems } = parseRecord(text);
  assert.deepEqual(problems, []);
  assert.equal(record.problem, story.problem, sectionText(text, 'Why this kind'));
  if (story.place) assert.match(sectionText(text, 'Where to look'), story.place);
  assert.notEqual(sectionText(text, 'Evidence'), '');
}

describe('triage from start to end', () => {
  const session = useSession({
    settings: { 'tpmMentor.records': 'shared' },
    prepare: (folder) => {
      for (const [name, lines] of Object.entries(programs))
        writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
    },
  });

  for (const story of inWorkspace) {
    it(`of ${story.title}: ${story.problem}`, async function () {
      this.timeout(90_000);
      const { workbench, folder } = session();
      await workbench.run('View: Close All Editors');
      if (story.command !== undefined) {
        await workbench.terminal.open();
        await workbench.terminal.run(story.command);
        await workbench.terminal.waitForPrompt();
      }
      const { text, milliseconds } = await triage(session(), story);
      this.test!.title += ` (${(milliseconds / 1000).toFixed(1)} s from command to record)`;
      check(story, text);
      await until('the record on disk', () => readdirSync(path.join(folder, '.tpm/records')).length > 0);
    });
  }
});

describe('triage with no folder open', () => {
  const session = useSession({ workspace: 'none' });

  it(`of ${withoutWorkspace.title}: an untitled document`, async function () {
    const { text, milliseconds } = await triage(session(), withoutWorkspace);
    this.test!.title += ` (${(milliseconds / 1000).toFixed(1)} s from command to record)`;
    check(withoutWorkspace, text);
    assert.match(
      (await session().workbench.editors.tabs()).find((tab) => tab.isActive)?.name ?? '',
      /^Untitled|tpm: triage|---/,
    );
  });
});
