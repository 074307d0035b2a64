import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { snippetsFile } from '../../../../scripts/snippetsPage.ts';
import { headText, labelOf, labelsOf, labelStyleOf, withLabelStyle } from '../../../../src/core/snippet/labels.ts';
import { parseSnippets, previewOf } from '../../../../src/core/snippet/snippet.ts';

const styleOf = (words: unknown, format?: unknown): ReturnType<typeof labelStyleOf>['style'] =>
  labelStyleOf(words, format).style;

describe('the labels of a team', () => {
  const builtIn = parseSnippets(readFileSync(snippetsFile, 'utf8'));

  it('are those of Conventional Comments by default: nothing changes', () => {
    const usual = styleOf(undefined);
    for (const { body } of builtIn) assert.equal(withLabelStyle(body, usual), body);
  });

  it('stand in every built-in snippet in the format of the team', () => {
    const style = styleOf({ question: 'Q', nitpick: 'nit' }, '[{label}/{decorations}]');
    for (const { body } of builtIn) {
      const head = labelOf(body)!;
      const written = head.label === 'question' ? 'Q' : head.label === 'nitpick' ? 'nit' : head.label;
      const preview = previewOf({ body: withLabelStyle(body, style) });
      assert.ok(
        preview.startsWith(`[${written}${head.decorations.length ? `/${head.decorations.join(', ')}` : '/'}]`),
        preview,
      );
    }
  });

  it('are chosen among where the snippet has a choice', () => {
    const style = styleOf({ issue: 'bug', blocking: 'must, now' });
    assert.equal(
      withLabelStyle('**${1|suggestion,issue|} (${2|non-blocking,blocking|}, test):** x', style),
      '**${1|suggestion,bug|} (${2|non-blocking,must\\, now|}, test):** x',
    );
  });

  it('may be left out where they decorate: the default decides', () => {
    const style = styleOf({ 'non-blocking': '' });
    assert.equal(withLabelStyle('**issue (${1|non-blocking,blocking|}):** x', style), '**issue:** x');
    assert.equal(
      withLabelStyle('**issue (${1|blocking,non-blocking|}, test):** x', style),
      '**issue (blocking, test):** x',
    );
  });

  it('take the brackets around decorations away with them, and no others', () => {
    assert.equal(headText('issue', [], styleOf({}, '[{label}: {decorations}]')), '[issue:]');
    assert.equal(headText('issue', [], styleOf({}, '{label} ({decorations}) -')), 'issue -');
    assert.equal(headText('issue', ['test'], styleOf({}, '{label} ({decorations}) -')), 'issue (test) -');
  });

  it('are text, whatever the team writes', () => {
    const style = styleOf({ issue: '$1 }' }, '${{label}}:');
    assert.equal(previewOf({ body: withLabelStyle('**issue:** x', style) }), '${$1 }}: x');
  });

  it('are offered with the ones that only the team has', () => {
    const labels = labelsOf(styleOf({ nitpick: 'nit', risk: 'Risk', 'non-blocking': 'optional' }));
    assert.deepEqual(labels.at(-1), { label: 'risk', written: 'Risk' });
    assert.ok(labels.some(({ label, written }) => label === 'nitpick' && written === 'nit'));
    assert.ok(!labels.some(({ label }) => label === 'non-blocking'));
  });

  it('fall back to the usual ones where the settings hold nonsense, and say so', () => {
    const { style, problems } = labelStyleOf({ issue: 7, question: ' ', nitpick: 'a\nb', blocking: '' }, 'no label');
    assert.deepEqual(style, labelStyleOf({ blocking: '' }, undefined).style);
    assert.deepEqual(problems, [
      { code: 'word-not-text', word: 'issue' },
      { code: 'empty-label', word: 'question' },
      { code: 'word-not-text', word: 'nitpick' },
      { code: 'format-without-label' },
    ]);
    assert.deepEqual(labelStyleOf('nit', undefined).problems, [{ code: 'labels-not-object' }]);
  });
});
