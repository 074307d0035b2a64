import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedCommands } from '../../../src/core/checklist/allowedCommands.ts';
import { linksIn } from '../../../src/core/checklist/links.ts';
import { lintCatalogue, lintChecklist } from '../../../src/core/checklist/lint.ts';
import { groups, itemsOf, type Checklist, type Group, type Item } from '../../../src/core/checklist/model.ts';
import { changeKinds } from '../../../src/core/checklist/onlyFor.ts';
import { parseChecklist } from '../../../src/core/checklist/parse.ts';

const folder = join(import.meta.dirname, '../../../media/checklists');

/** The catalogue as it was asked for. Records and team checklists name these ids, so none may go unnoticed. */
const catalogue: Record<Group, readonly string[]> = {
  problem: ['bottleneck', 'broken', 'glitch', 'incident-live', 'triage-issue'],
  review: [
    'review-author',
    'review-change',
    'review-contract',
    'review-delivery',
    'review-language',
    'review-reviewer',
    'review-security',
  ],
  delivery: [
    'close',
    'decide',
    'initiate',
    'mentor',
    'plan-delivery',
    'post-incident',
    'resources',
    'risk',
    'stakeholder-update',
    'timeline',
  ],
};

describe('the built-in checklists', () => {
  const files = readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { file, text, ...parseChecklist(text) };
  });
  const checklists = files.map(({ checklist }) => checklist);
  const items = checklists.flatMap(itemsOf);

  it(`are read without a problem: ${totalsOf(checklists)}`, () => {
    assert.deepEqual(
      files.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem }))),
      [],
    );
  });

  it('are the ones that were asked for, in three groups', () => {
    const found = groups.map((group) => [group, idsOf(checklists.filter((one) => one.group === group))]);
    assert.deepEqual(Object.fromEntries(found), catalogue);
  });

  it('have the id of their file name', () => {
    for (const { file, checklist } of files) assert.equal(`${checklist.id}.md`, file);
  });

  it('leave the lint nothing to say, each alone', () => {
    assert.deepEqual(
      checklists.flatMap((checklist) => lintChecklist(checklist)),
      [],
    );
  });

  it('leave the lint nothing to say, all together', () => {
    assert.deepEqual(lintCatalogue(checklists), []);
  });

  it('have a title that fits in a tree row', () => {
    for (const { title } of checklists) assert.ok(title.length <= 45, title);
  });

  it('name their trigger in one sentence', () => {
    for (const { id, trigger } of checklists) assert.match(trigger, /^[A-Z][^.!?]*\.$/, id);
  });

  it('carry the date of their last revision', () => {
    for (const { id, revised } of checklists) {
      assert.match(revised ?? '', /^\d{4}-\d\d-\d\d$/, id);
      assert.equal(new Date(`${revised}T00:00:00Z`).toISOString().slice(0, 10), revised, id);
    }
  });

  it('have an extra section for each kind of change', () => {
    const change = checklists.find(({ id }) => id === 'review-change');
    assert.deepEqual(change?.sections.flatMap(({ onlyFor }) => onlyFor).toSorted(), [...changeKinds].toSorted());
  });

  it('offer the extra checks of a language wherever that language is changed', () => {
    const language = checklists.find(({ id }) => id === 'review-language');
    assert.equal(language?.sections.length, 12);
    assert.deepEqual(
      language.sections.flatMap(({ onlyFor }) => onlyFor).toSorted(),
      language.appliesTo?.languages.toSorted(),
    );
  });

  it('use every command that a link may open, and the list allows no other', () => {
    const used = items
      .flatMap((item) => textsOf(item).flatMap(linksIn))
      .flatMap((link) => (link.kind === 'command' ? [link.command] : []));
    assert.deepEqual([...new Set(used)].toSorted(), [...allowedCommands].toSorted());
  });

  it('point to other checklists by a title that exists', () => {
    const titles = new Set(checklists.map(({ title }) => title));
    const named = items.flatMap((item) => item.how.flatMap(checklistsNamedIn));
    assert.ok(named.length >= 6, `${named.length} pointers`);
    assert.deepEqual(
      named.filter((title) => !titles.has(title)),
      [],
    );
  });

  it('say nothing outside of the entries that a reader is shown', () => {
    for (const { file, text } of files) {
      const body = text.slice(text.indexOf('\n# '));
      const strays = withoutCode(body).filter(
        (line) => !/^(#{1,2} |- \[ \] |  - (Why|How|Ask|Evidence|Only for): \S|Only for: |$)/.test(line),
      );
      assert.deepEqual(strays, [], file);
    }
  });

  it('say for each block of code what it is', () => {
    for (const item of items) {
      for (const how of item.how) {
        const fences = how.split('\n').filter((line) => line.trim().startsWith('```'));
        const opening = fences.filter((_, index) => index % 2 === 0).map((line) => line.trim().slice(3));
        assert.equal(fences.length % 2, 0, item.title);
        for (const language of opening) assert.match(language, /^(sh|powershell|sql|python|text|mermaid)$/, item.title);
      }
    }
  });

  it('begin with nothing ticked', () => {
    for (const { file, text } of files) assert.doesNotMatch(text, /^\s*- \[[xX]\]/m, file);
  });
});

function totalsOf(checklists: readonly Checklist[]): string {
  const sections = checklists.flatMap((checklist) => checklist.sections);
  const items = checklists.flatMap(itemsOf);
  const musts = items.filter(({ isMust }) => isMust);
  return `${checklists.length} checklists, ${sections.length} sections, ${items.length} items, ${musts.length} of them musts`;
}

function idsOf(checklists: readonly Checklist[]): string[] {
  return checklists.map(({ id }) => id).toSorted();
}

function textsOf(item: Item): string[] {
  return [item.titleMarkdown, item.why ?? '', ...item.how, item.ask ?? '', item.evidence ?? ''];
}

/** Titles in italics, and titles in quotes behind "start". */
function checklistsNamedIn(how: string): string[] {
  const italics = [...how.matchAll(/(?<![*\w`])\*([A-Z][^*\n]+)\*(?![*\w])/g)].map(([, title]) => title!);
  const started = /\bstart (?:"[^"]+"(?:, | or )?)+/i.exec(how)?.[0] ?? '';
  return [...italics, ...[...started.matchAll(/"([^"]+)"/g)].map(([, title]) => title!)];
}

function withoutCode(body: string): string[] {
  let isCode = false;
  return body.split('\n').filter((line) => {
    const isFence = line.startsWith('    ```');
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });
}
