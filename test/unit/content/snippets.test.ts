import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse, type ParseError } from 'jsonc-parser';
import { pageFile, snippetsFile, snippetsPage } from '../../../scripts/snippetsPage.ts';
import { parseSnippets, previewOf, type Snippet } from '../../../src/core/snippet/snippet.ts';

/** https://conventionalcomments.org/#labels, with the optional ones. */
const labels = 'praise nitpick suggestion issue todo question thought chore note typo polish quibble'.split(' ');
const decorations = 'blocking non-blocking if-minor security test performance ux'.split(' ');
const neverBlocking = 'praise nitpick thought note typo polish quibble'.split(' ');
/** These want something of the other person, so they have to say what. */
const asking = 'suggestion issue todo question thought chore'.split(' ');

const topics = [
  'Praise',
  'Correctness',
  'Errors',
  'Concurrency',
  'Tests',
  'Design',
  'Readability',
  'Security',
  'Performance',
  'Data/API',
  'Delivery',
  'Conversation',
];

describe('the review snippets', () => {
  const text = readFileSync(snippetsFile, 'utf8');
  const snippets = parseSnippets(text);

  it('are valid JSON with comments, and no entry is left out when it is read', () => {
    const errors: ParseError[] = [];
    const file: Record<string, unknown> = parse(text, errors, { allowTrailingComma: true });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      snippets.map(({ name }) => name),
      Object.keys(file),
    );
    assert.equal(new Set(text.match(/^ {2}"[^"]+": \{/gm)).size, snippets.length, 'a name that is there twice');
  });

  it(`are at least 54, in 12 topics: ${snippets.length} in ${new Set(snippets.map(({ topic }) => topic)).size}`, () => {
    assert.ok(snippets.length >= 54);
    assert.deepEqual([...new Set(snippets.map(({ topic }) => topic))], topics);
    for (const topic of topics) assert.ok(snippets.filter((snippet) => snippet.topic === topic).length >= 3, topic);
  });

  it('are found by one prefix each, which begins with rv-', () => {
    const prefixes = snippets.flatMap((snippet) => snippet.prefixes);
    assert.equal(prefixes.length, snippets.length);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of prefixes) assert.match(prefix, /^rv-[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('say in one short sentence what they are for, each another one', () => {
    for (const { name, description } of snippets) assert.match(description, /^[A-Z][^.]{8,78}\.$/, name);
    assert.equal(new Set(snippets.map(({ description }) => description)).size, snippets.length);
  });

  each('begin with a label and decorations of Conventional Comments, then a subject', (snippet) => {
    for (const comment of variantsOf(snippet)) {
      const head = headOf(comment);
      assert.ok(labels.includes(head.label), comment);
      for (const decoration of head.decorations) assert.ok(decorations.includes(decoration), comment);
      assert.equal(new Set(head.decorations).size, head.decorations.length, comment);
      assert.match(head.subject, /\S/);
    }
  });

  each('never block with a label that does not block', (snippet) => {
    for (const comment of variantsOf(snippet)) {
      const head = headOf(comment);
      if (neverBlocking.includes(head.label)) assert.ok(!head.decorations.includes('blocking'), comment);
      assert.ok(!(head.decorations.includes('blocking') && head.decorations.includes('non-blocking')), comment);
    }
  });

  each('are a subject, an empty line, and a discussion', (snippet) => {
    const [, gap, ...discussion] = snippet.body.split('\n');
    assert.equal(gap, '');
    assert.match(discussion.join('\n'), /\S/);
  });

  each('number the placeholders in reading order, and end at $0', (snippet) => {
    const stops = stopsOf(snippet.body);
    assert.equal(stops.at(-1)?.number, 0);
    assert.deepEqual(
      stops.slice(0, -1).map(({ number }) => number),
      stops.slice(0, -1).map((_, index) => index + 1),
    );
    assert.ok(snippet.body.endsWith('$0'));
  });

  each('read well before anything is filled in', (snippet) => {
    for (const { options } of stopsOf(snippet.body).slice(0, -1)) {
      assert.ok(
        options.every((option) => option.trim() === option && option !== ''),
        'an empty placeholder',
      );
      assert.equal(new Set(options).size, options.length);
    }
    assert.doesNotMatch(previewOf(snippet), /[$]\{|\$\d| {2}|\bTODO\b/);
    assert.equal((previewOf(snippet).match(/`/g)?.length ?? 0) % 2, 0, 'an open code span');
  });

  each('ask one open question at most, and one that wants something asks it or gives an example', (snippet) => {
    const comment = previewOf(snippet);
    const questions = sentencesOf(comment).filter((sentence) => sentence.endsWith('?'));
    assert.equal(questions.length, comment.split('?').length - 1, 'a question inside of a sentence');
    assert.ok(questions.length <= 1, questions.join(' '));
    for (const question of questions) assert.match(question, /^(What|How|Which|Who|Where|When)\b/);
    if (asking.includes(headOf(comment).label)) assert.ok(questions.length === 1 || comment.includes('For example: '));
  });

  each('ask a question in the first line when the label is question', (snippet) => {
    const head = headOf(previewOf(snippet));
    if (head.label === 'question') assert.ok(head.subject.endsWith('?'));
  });

  each('leave a place for the line, the name, the number or the example that it is about', (snippet) => {
    assert.ok(
      stopsOf(snippet.body).some(({ number, options }) => number > 0 && options.length === 1) ||
        /`[^`]+`/.test(snippet.body),
    );
  });

  it('are listed in docs/snippets.md as they are now (mend it with: node scripts/snippetsPage.ts)', () => {
    assert.equal(readFileSync(pageFile, 'utf8'), snippetsPage(text));
  });

  function each(title: string, check: (snippet: Snippet) => void): void {
    it(title, () => {
      for (const snippet of snippets) {
        try {
          check(snippet);
        } catch (error) {
          throw new Error(`${snippet.name}: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        }
      }
    });
  }
});

describe('the page of the review snippets', () => {
  it('has a table for each topic, in the order of the file', () => {
    const page = snippetsPage(
      JSON.stringify({
        'One: A | b': { prefix: 'rv-a', description: 'For a.', body: ['**note:** A ${1:b}.', '', 'C.$0'] },
        'Two: C': { prefix: ['rv-c', 'rv-d'], description: 'For c.', body: 'C$0' },
      }),
    );
    assert.match(page, /^2 comments in 2 topics\./m);
    assert.match(page, /^> \*\*note:\*\* A b\.\n>\n> C\.\n/m);
    const tables = page.slice(page.indexOf('## One')).replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');
    assert.deepEqual(tables.split('\n'), [
      '## One',
      '',
      '| Prefix | Title | What it is for |',
      '| --- | --- | --- |',
      '| `rv-a` | A \\| b | For a. |',
      '',
      '## Two',
      '',
      '| Prefix | Title | What it is for |',
      '| --- | --- | --- |',
      '| `rv-c`, `rv-d` | C | For c. |',
      '',
    ]);
  });
});

interface Stop {
  readonly number: number;
  /** The default text, or the choices; empty for a bare `$1`. */
  readonly options: readonly string[];
}

/**
 * The tab stops of a body in the order they stand in it, by the grammar that VS Code documents
 * (https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar) without variables, transforms and nesting, which
 * these snippets do not need. Throws at a `$` or `}` that is none of these, as it would show up in the comment.
 */
function stopsOf(body: string): Stop[] {
  const token =
    /\\[$}\\]|\$(\d+)|\$\{(\d+)\}|\$\{(\d+)\|((?:\\[\\,|]|[^\\|])+)\|\}|\$\{(\d+):((?:\\[$}\\]|[^\\$}])+)\}|[^$}\\]|\\(?![$}\\])/gy;
  const stops: Stop[] = [];
  let end = 0;
  for (const match of body.matchAll(token)) {
    const [whole, bare, braced, ofChoice, choices, ofText, text] = match;
    end = match.index + whole.length;
    const number = bare ?? braced ?? ofChoice ?? ofText;
    if (number === undefined) continue;
    const options = choices?.split(/(?<!\\),/) ?? (text === undefined ? [] : [text]);
    stops.push({ number: Number(number), options: options.map((option) => option.replace(/\\([$}\\,|])/g, '$1')) });
  }
  assert.equal(end, body.length, `not read from: ${body.slice(end, end + 40)}`);
  return stops;
}

/** What the first line can become: one comment for each combination of choices in it. */
function variantsOf(snippet: Snippet): string[] {
  const [first = '', ...rest] = snippet.body.split('\n');
  const heads = first.split(/(\$\{\d+\|[^}]*\|\})/).reduce<string[]>(
    (begun, part) => {
      const options = part.startsWith('${') ? stopsOf(part)[0]!.options : [part];
      return begun.flatMap((head) => options.map((option) => head + option));
    },
    [''],
  );
  return heads.map((head) => previewOf({ ...snippet, body: [head, ...rest].join('\n') }));
}

function headOf(comment: string): { label: string; decorations: string[]; subject: string } {
  const head = /^\*\*([a-z]+)(?: \(([a-z-]+(?:, [a-z-]+)*)\))?:\*\* (.+)$/m.exec(comment.split('\n')[0]!);
  assert.ok(head, `no label: ${comment.split('\n')[0]}`);
  return { label: head[1]!, decorations: head[2]?.split(', ') ?? [], subject: head[3]! };
}

function sentencesOf(comment: string): string[] {
  const prose = comment.replace(/^\*\*[^*]+\*\* /, '').replace(/^(?:- |\d\. )/gm, '');
  return prose.split(/(?<=[.!?]["”]?)\s+|\n/).map((sentence) => sentence.trim());
}
