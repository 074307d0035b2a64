import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownOf, plainText } from '../../../../src/core/markdown/plainText.ts';
import { anyText, runs } from '../arbitraries.ts';

describe('plain text', () => {
  const cases: readonly [string, string, string][] = [
    ['has no emphasis', '**Keep** one *self-contained* __change__ _now_', 'Keep one self-contained change now'],
    ['keeps a lone asterisk', '2 * 3 and **', '2 * 3 and **'],
    ['keeps what stands in code as it is', 'Check `__init__` and ``a ` b``', 'Check __init__ and a ` b'],
    ['keeps the words of a link', 'Read [the guide](https://example.com) ![icon](x.png)', 'Read the guide icon'],
    ['has no comments', 'Keep<!-- id: x --> it', 'Keep it'],
    ['keeps what only looks like a tag', 'Return a Map<String> of <b>all</b>', 'Return a Map<String> of <b>all</b>'],
    ['has no escapes', '\\*not emphasis\\* \\\\ \\a', '*not emphasis* \\ \\a'],
    ['has single spaces', ' a\t b\u00A0c\u2028d ', 'a b c d'],
    ['keeps a strike-through', '~~old~~', '~~old~~'],
  ];
  for (const [name, markdown, plain] of cases) it(name, () => assert.equal(plainText(markdown), plain));

  it('is written as Markdown that reads back the same', () => {
    fc.assert(
      fc.property(anyText.map(plainText), (plain) => {
        assert.equal(plainText(markdownOf(plain)), plain);
      }),
      runs,
    );
  });

  it('is written as it is where nothing can be mistaken', () => {
    for (const plain of ['Know the rollback', '2 * 3', 'C# & F#', 'snake_case', 'a [x] b', '~~x~~'])
      assert.equal(markdownOf(plain), plain);
  });
});
