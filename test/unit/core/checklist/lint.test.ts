import assert from 'node:assert/strict';
import { isAllowedCommand } from '../../../../src/core/checklist/allowedCommands.ts';
import { lintChecklist, type LintRule } from '../../../../src/core/checklist/lint.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import { readingSecondsOf } from '../../../../src/core/checklist/readingTime.ts';
import { front, item, list, ruleOf, section, wordsOf } from './sampleList.ts';

describe('the lint of a checklist', () => {
  it('finds nothing to mend in a good one', () => {
    assert.deepEqual(rulesOf(list({})), []);
  });

  it('says where: checklist, section, item and line', () => {
    const text = list({ first: item({ title: '**The log**' }) });
    const [finding] = lintChecklist(parseChecklist(text).checklist);
    assert.deepEqual(finding, {
      rule: 'title-verb-first',
      word: 'The',
      checklist: 'sample',
      section: 'Look',
      item: 'The log',
      line: text.split('\n').findIndex((line) => line.includes('The log')),
    });
  });

  describe('of the file', () => {
    it('wants at most five sections', () => {
      const rest = Array.from({ length: 5 }, (_, index) => section(`Part ${index}`)).join('');
      assert.deepEqual(rulesOf(list({ rest })), [{ rule: 'too-many-sections', count: 6 }]);
    });

    it('lets an overlay have more, since only the sections that fit are shown', () => {
      const parts = Array.from({ length: 6 }, (_, index) => section(`Part ${index}`, 'Only for: go'));
      assert.deepEqual(rulesOf(front() + '# Sample\n' + parts.join('')), []);
      assert.deepEqual(rulesOf(front() + '# Sample\n' + parts.join('') + section('For all')), [
        { rule: 'too-many-sections', count: 7 },
      ]);
    });

    it('wants at least one must', () => {
      assert.deepEqual(rulesOf(list({ first: item({ title: 'Read the log' }) })), [{ rule: 'no-must' }]);
    });

    it('wants sources, each with an https address', () => {
      assert.deepEqual(rulesOf(list({ sources: [] })), [{ rule: 'missing-sources' }]);
      for (const source of [
        'http://example.com/a',
        'Gawande 2009',
        'https://',
        'https://nowhere',
        'https://a b.com/',
      ]) {
        assert.deepEqual(rulesOf(list({ sources: [source] })), [{ rule: 'source-not-https', source }]);
      }
    });
  });

  describe('of a section', () => {
    it('wants three to nine items', () => {
      assert.deepEqual(rulesOf(list({ count: 2 })), [{ rule: 'section-size', count: 2 }]);
      assert.deepEqual(rulesOf(list({ count: 9 })), []);
      assert.deepEqual(rulesOf(list({ count: 10 })), [{ rule: 'section-size', count: 10 }]);
    });

    it('wants to be read in 90 seconds, which is 357 words at 238 words a minute', () => {
      const spent = Math.round((readingSecondsOf(sectionOf(list({}))) / 60) * 238);
      assert.deepEqual(rulesOf(list({ first: item({ why: wordsOf(357 - spent + 5) }) })), []);
      const [rule] = rulesOf(list({ first: item({ why: wordsOf(357 - spent + 6) }) }));
      assert.deepEqual(rule, { rule: 'section-too-long', seconds: 91 });
    });

    it('does not count commands in a fenced block as reading', () => {
      const how = `Run it.\n    \`\`\`sh\n    ${wordsOf(500)}\n    \`\`\``;
      assert.deepEqual(rulesOf(list({ first: item({ how }) })), []);
    });

    it('wants at most three musts', () => {
      const musts = ['Read the log', 'Count the rows', 'Ask the author'].map((title) =>
        item({ title: `**${title}**` }),
      );
      assert.deepEqual(rulesOf(list({ first: musts.join('') })), []);
      assert.deepEqual(rulesOf(list({ first: musts.join('') + item({ title: '**Tell the team**' }) })), [
        { rule: 'too-many-musts', count: 4 },
      ]);
    });

    it('knows what "Only for" may say', () => {
      const known = 'Only for: javascript, shellscript, **/*.sql, bug-fix, ui, agile';
      assert.deepEqual(rulesOf(front() + '# Sample\n' + section('Look', known)), []);
      assert.deepEqual(rulesOf(front() + '# Sample\n' + section('Look', 'Only for: javscript')), [
        { rule: 'unknown-only-for', value: 'javscript' },
      ]);
    });
  });

  describe('of a title', () => {
    it('wants at most 70 characters', () => {
      const title = `Read ${'x'.repeat(65)}`;
      assert.deepEqual(rulesOfTitle(title), []);
      assert.deepEqual(rulesOfTitle(`${title}x`), [{ rule: 'title-too-long', length: 71 }]);
    });

    it('wants a verb first', () => {
      for (const [title, word] of [
        ['The tests pass', 'The'],
        ['Tests', 'Tests'],
        ['No secrets in the code', 'No'],
        ['Reading the log', 'Reading'],
        ['`npm ci` works', 'npm'],
      ] as const) {
        assert.deepEqual(rulesOfTitle(title), [{ rule: 'title-verb-first', word }]);
      }
    });

    it('takes verbs of a team besides its own', () => {
      const { checklist } = parseChecklist(list({ first: item({ title: '**Grok the diff**' }) }));
      assert.deepEqual(lintChecklist(checklist).map(ruleOf), [{ rule: 'title-verb-first', word: 'Grok' }]);
      assert.deepEqual(lintChecklist(checklist, { verbs: new Set(['grok']) }), []);
    });

    it('wants no full stop at the end', () => {
      assert.deepEqual(rulesOfTitle('Read the log.'), [{ rule: 'title-ends-in-stop' }]);
      assert.deepEqual(rulesOfTitle('Read the log!'), [{ rule: 'title-ends-in-stop' }]);
    });

    it('wants one thought', () => {
      for (const [title, words] of [
        ['Write the test and fix the code', 'and fix'],
        ['Write the test, then fix the code', 'then fix'],
        ['Read the log; ask the author', '; ask'],
        ['Read the log & ask the author', '& ask'],
        ['Count the users, and for how long', ', and for'],
      ] as const) {
        assert.deepEqual(rulesOfTitle(title), [{ rule: 'title-two-thoughts', words }]);
      }
    });

    it('lets "and" join things, since a list of things is one thought', () => {
      for (const title of [
        'Collect version, time and steps',
        'Bind values into queries and commands',
        'Limit rate and size of what comes in',
        'Keep what is green, blue, and red',
      ]) {
        assert.deepEqual(rulesOfTitle(title), []);
      }
    });
  });

  describe('of an item', () => {
    it('wants why, how and ask', () => {
      for (const entry of ['why', 'how', 'ask'] as const) {
        assert.deepEqual(rulesOf(list({ first: item({ [entry]: '' }) })), [{ rule: 'missing-entry', entry }]);
      }
    });

    it('wants one question to ask, that ends in a question mark', () => {
      for (const ask of ['What is slow', 'What is slow? Who says so?', 'What is slow? Think.', 'Tell us.']) {
        assert.deepEqual(rulesOf(list({ first: item({ ask }) })), [{ rule: 'ask-one-question' }]);
      }
      assert.deepEqual(rulesOf(list({ first: item({ ask: 'What does `a?.b` return here?' }) })), []);
    });

    it('wants an open question', () => {
      for (const [ask, word] of [
        ['Is it slow?', 'Is'],
        ['Did you test it?', 'Did'],
        ['Why did you not test it?', 'Why'],
        ['Whatever happens next?', 'Whatever'],
      ] as const) {
        assert.deepEqual(rulesOf(list({ first: item({ ask }) })), [{ rule: 'ask-open-word', word }]);
      }
      assert.deepEqual(rulesOf(list({ first: item({ ask: 'At which step did they stop?' }) })), []);
    });

    it('knows what its own "Only for" may say', () => {
      assert.deepEqual(rulesOf(list({ first: item({ more: '  - Only for: ui, bugfix\n' }) })), [
        { rule: 'unknown-only-for', value: 'bugfix' },
      ]);
    });

    it('wants links that lead somewhere', () => {
      for (const text of [
        '](docs/a.md)',
        '](http://example.com)',
        ']()',
        '] (https://example.com)',
        '](https://example.com',
      ]) {
        assert.deepEqual(rulesOf(list({ first: item({ how: `See [this${text} now.` }) })), [
          { rule: 'malformed-link', text },
        ]);
      }
      assert.deepEqual(rulesOf(list({ first: item({ how: 'See [this](https://example.com/a_(b)?c=d#e).' }) })), []);
    });

    it('looks for links in every part of an item', () => {
      const bad = 'see [x](y)';
      const first = item({
        title: '**Read [x](y)**',
        why: bad,
        how: bad,
        ask: 'What does [x](y) say?',
        more: `  - Evidence: ${bad}\n`,
      });
      assert.equal(rulesOf(list({ first })).filter(({ rule }) => rule === 'malformed-link').length, 5);
    });

    it('leaves code alone', () => {
      const how = 'Write `[x](y)` or ``[`x`](y)``.\n    ```text\n    [x](y)\n    ```';
      assert.deepEqual(rulesOf(list({ first: item({ how }) })), []);
    });

    it('lets a command link open what is harmless, and nothing else', () => {
      assert.deepEqual(
        rulesOf(list({ first: item({ how: '[Open Problems](command:workbench.actions.view.problems)' }) })),
        [],
      );
      assert.deepEqual(
        rulesOf(list({ first: item({ how: '[Look](command:workbench.action.terminal.sendSequence)' }) })),
        [{ rule: 'command-not-allowed', command: 'workbench.action.terminal.sendSequence' }],
      );
      assert.ok(!isAllowedCommand('toString'));
    });

    it('lets a command link carry no argument', () => {
      const text = '](command:workbench.actions.view.problems?%5B1%5D)';
      assert.deepEqual(rulesOf(list({ first: item({ how: `[Look${text}` }) })), [{ rule: 'malformed-link', text }]);
    });
  });
});

function rulesOfTitle(title: string): LintRule[] {
  return rulesOf(list({ first: item({ title: `**${title}**` }) }));
}

function rulesOf(text: string): LintRule[] {
  const { checklist, problems } = parseChecklist(text);
  assert.deepEqual(problems, []);
  return lintChecklist(checklist).map(ruleOf);
}

function sectionOf(text: string): ReturnType<typeof parseChecklist>['checklist']['sections'][number] {
  return parseChecklist(text).checklist.sections[0]!;
}
