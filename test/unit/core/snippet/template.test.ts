import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultWords, escapeSnippet, parseTemplate, variablesOf } from '../../../../src/core/snippet/template.ts';
import { runs, slow } from '../arbitraries.ts';

const words = (body: string): string => defaultWords(parseTemplate(body));

describe('a snippet body', () => {
  for (const [body, expected] of [
    ['a $1 b ${2} c$0', 'a  b  c'],
    ['${1:one} ${2:two ${3:three}}', 'one two three'],
    ['${1|first,second|} ${2|a\\,b,c\\|d|}', 'first a,b'],
    ['$TM_FILENAME ${file} ${branch:main} ${file:${1:x}}', 'TM_FILENAME file main x'],
    ['${TM_FILENAME/(.*)\\..+$/${1:/upcase}/g} ${1/a/b/}.', 'TM_FILENAME .'],
    ['\\$1 \\} \\\\ \\n } {', '$1 } \\ \\n } {'],
    ['$ ${ ${} ${1 ${1| ${1:open', '$ ${ ${} ${1 ${1| ${1:open'],
    ['${1:a}}', 'a}'],
  ] as const) {
    it(`reads like "${expected}": ${body}`, () => assert.equal(words(body), expected));
  }

  it('names its variables in the order they stand in it, those in defaults too', () => {
    const found = variablesOf(parseTemplate('$line ${1:${file}} ${symbol:${branch}} ${2|${a},b|}'));
    assert.deepEqual(
      found.map(({ name }) => name),
      ['line', 'file', 'symbol', 'branch'],
    );
  });

  it('is read in pieces that make up the whole', () => {
    const token = fc.constantFrom('$', '{', '}', '1', ':', '|', ',', '\\', '/', 'file', ' ', '\n', '${', '|}', 'é');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const body = tokens.join('');
        const parts = parseTemplate(body);
        assert.equal(parts.map(({ start, end }) => body.slice(start, end)).join(''), body);
      }),
      runs,
    );
  }).timeout(slow);

  it('is read in a moment, however deep and odd it is', () => {
    for (const piece of ['${1:', '${1|a,', '${file/a/', '${1:${file:', '\\', '$', '${1|a,${2']) {
      const start = performance.now();
      parseTemplate(piece.repeat(20_000));
      assert.ok(performance.now() - start < 5000, piece);
    }
  }).timeout(slow);

  it('shows escaped text as it was, also as the default of a placeholder', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(words(escapeSnippet(text)), text);
        assert.equal(words(`\${1:${escapeSnippet(text)}}`), text);
      }),
      runs,
    );
  }).timeout(slow);
});
