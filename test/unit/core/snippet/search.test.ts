import assert from 'node:assert/strict';
import { innermostSymbol } from '../../../../src/core/snippet/innermostSymbol.ts';
import { prefixPattern, proposePrefix, proposeTitle } from '../../../../src/core/snippet/names.ts';
import { isFound, labelWords } from '../../../../src/core/snippet/search.ts';
import { parseSnippets } from '../../../../src/core/snippet/snippet.ts';

const snippets = parseSnippets(
  JSON.stringify({
    'Data: Index': {
      prefix: 'rv-index',
      description: 'Ask for an index.',
      body: '**issue (test):** A query ${1:scans}.',
    },
    'Tests: Query': { prefix: 'rv-query', body: '**praise:** Fine.' },
    'House: Loose': { prefix: 'rv-loose', body: 'No label, a query.' },
  }),
);
const titles = (query: string): string[] => snippets.filter((one) => isFound(one, query)).map(({ title }) => title);

describe('searching snippets', () => {
  it('finds every word anywhere: label, decoration, topic, title, prefix, description, text', () => {
    assert.deepEqual(titles('issue query'), ['Index']);
    assert.deepEqual(titles('TEST scans'), ['Index']);
    assert.deepEqual(titles('house'), ['Loose']);
    assert.deepEqual(titles('ask for'), ['Index']);
    assert.deepEqual(titles('rv-query'), ['Query']);
    assert.deepEqual(titles('issue praise'), []);
  });

  it('finds a word in some, and all without one', () => {
    assert.deepEqual(titles('query'), ['Index', 'Query', 'Loose']);
    assert.deepEqual(titles('  '), ['Index', 'Query', 'Loose']);
  });

  it('shows label and decorations as they are written', () => {
    assert.deepEqual(
      snippets.map(({ body }) => labelWords(body)),
      ['issue (test)', 'praise', ''],
    );
  });
});

describe('names for a new snippet', () => {
  it('are made of the first words, and not taken twice', () => {
    assert.equal(proposeTitle('What happens `when` the **user** is absent?'), 'What happens when the');
    assert.equal(proposePrefix('Null path', ['rv-a']), 'rv-null-path');
    assert.equal(proposePrefix('Null path', ['rv-null-path', 'rv-null-path-2']), 'rv-null-path-3');
  });

  it('can be typed, whatever the title is', () => {
    for (const title of ['Größe & más', '日本語', '', 'a=b, c/d', '--'])
      assert.match(proposePrefix(title, []), prefixPattern);
    assert.equal(proposePrefix('Größe & más', []), 'rv-gro-e-mas');
  });
});

describe('the symbol at a line', () => {
  const method = { name: 'total', first: 3, last: 6 };
  const all = [
    { name: 'Basket', first: 1, last: 9, children: [method, { name: 'clear', first: 7, last: 8 }] },
    { name: 'total', first: 1, last: 20 },
  ];

  it('is the innermost one', () => {
    assert.equal(innermostSymbol(all, 4), 'total');
    assert.equal(innermostSymbol(all, 2), 'Basket');
    assert.equal(innermostSymbol(all, 15), 'total');
    assert.equal(innermostSymbol(all, 30), undefined);
  });
});
