import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { addSnippet, placeOfSnippet } from '../../../../src/core/snippet/addSnippet.ts';
import { parseSnippets, problemIn } from '../../../../src/core/snippet/snippet.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { runs, slow } from '../arbitraries.ts';

const snippet = { name: 'House: New', prefix: 'rv-new', description: '', body: 'One\nTwo$0' };

function added(text: string): string {
  const addition = addSnippet(text, snippet);
  assert.equal(addition.kind, 'edits', text);
  return addition.kind === 'edits' ? applyEdits(text, addition.edits) : '';
}

describe('adding a snippet to a file', () => {
  it('puts it behind the last entry and the comment that belongs to that, indented as the file is', () => {
    assert.equal(
      added('{\n\t"A": {} // about A\n\t// the end\n}\n'),
      '{\n\t"A": {}, // about A\n\t// the end\n\t"House: New": {\n\t\t"prefix": "rv-new",\n' +
        '\t\t"scope": "markdown,git-commit,scminput",\n\t\t"body": [\n\t\t\t"One",\n\t\t\t"Two$0"\n\t\t]\n\t}\n}\n',
    );
  });

  it('makes the object where there is only a comment, or nothing', () => {
    assert.match(added(''), /^\{\n {2}"House: New": \{\n[^]*\n {2}\}\n\}\n$/);
    assert.match(added('// Ours\n'), /^\/\/ Ours\n\{\n {2}"House: New"/);
    assert.match(added('/* Ours */'), /^\/\* Ours \*\/\n\{\n {2}"House: New"/);
  });

  it('takes no name that is there', () => {
    assert.deepEqual(addSnippet('{ "House: New": 1 }', snippet), { kind: 'taken' });
  });

  it('is found at its name', () => {
    const text = added('{ "A": "House: New" }');
    const place = placeOfSnippet(text, snippet.name)!;
    assert.equal(text.slice(place.start, place.end), '"House: New"');
    assert.ok(place.start > text.indexOf('"A"') + 10);
    assert.equal(placeOfSnippet(text, 'B'), undefined);
    assert.equal(placeOfSnippet('[', 'B'), undefined);
  });

  for (const [text, line, column, code] of [
    ['{\n  "A": 1\n  "B": 2\n}', 2, 2, 'CommaExpected'],
    ['[]', 0, 0, 'OpenBraceExpected'],
    ['{ "A": ', 0, 7, 'ValueExpected'],
    ['/* open', 0, 0, 'UnexpectedEndOfComment'],
    [',', 0, 0, 'ValueExpected'],
    ['// a\r\n{} x', 1, 3, 'InvalidSymbol'],
  ] as const) {
    it(`is refused with the place in ${JSON.stringify(text)}`, () => {
      const addition = addSnippet(text, snippet);
      assert.equal(addition.kind, 'broken');
      const { problem } = addition as { problem: { line: number; column: number; code: string } };
      assert.deepEqual([problem.line, problem.column, problem.code], [line, column, code]);
    });
  }

  it('inserts and removes nothing, keeps every comment, and is read back', () => {
    const eol = fc.constantFrom('\n', '\r\n');
    const trivia = fc.array(fc.constantFrom(' ', '\t', 'E', '// a, "b": }E', '/* c,E } */', '/**/'), { maxLength: 4 });
    const entry = fc.tuple(fc.uuid(), fc.jsonValue({ maxDepth: 2 }), trivia, trivia);
    const file = fc
      .tuple(trivia, fc.array(entry, { maxLength: 4 }), trivia, fc.boolean(), trivia, eol, fc.boolean())
      .map(([head, entries, inside, hasTrailing, tail, end, hasMark]) => {
        const space = (parts: readonly string[]): string => parts.join('').replaceAll('E', end);
        const last = entries.length - 1;
        const all = entries.map(
          ([name, value, before, after], index) =>
            `${space(before)}${JSON.stringify(name)}: ${JSON.stringify(value)}${space(after)}${index < last || hasTrailing ? ',' : ''}`,
        );
        return `${hasMark ? '\uFEFF' : ''}${space(head)}{${all.join('')}${space(inside)}}${space(tail)}`;
      });
    fc.assert(
      fc.property(file, (text) => {
        const addition = addSnippet(text, snippet);
        assert.equal(addition.kind, 'edits');
        if (addition.kind !== 'edits') return;
        assert.ok(addition.edits.length <= 2 && addition.edits.every(({ range }) => range.start === range.end));
        const after = applyEdits(text, addition.edits);
        assert.equal(problemIn(after), undefined);
        const values = (one: string): unknown => parse(one.replace('\uFEFF', ''), [], { allowTrailingComma: true });
        const { [snippet.name]: entryOfSnippet, ...rest } = values(after) as Record<string, unknown>;
        assert.deepEqual(rest, values(text));
        assert.deepEqual(entryOfSnippet, {
          prefix: 'rv-new',
          scope: 'markdown,git-commit,scminput',
          body: ['One', 'Two$0'],
        });
        assert.equal(parseSnippets(after).at(-1)?.body, snippet.body);
      }),
      { ...runs, numRuns: runs.numRuns * 10 },
    );
  }).timeout(slow);
});
