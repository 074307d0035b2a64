import assert from 'node:assert/strict';
import { filledFor } from '../../../../src/core/snippet/fill.ts';
import type { ReviewPlace } from '../../../../src/core/snippet/reviewPlace.ts';
import { defaultWords, parseTemplate } from '../../../../src/core/snippet/template.ts';

async function filled(body: string, place: ReviewPlace = {}): Promise<string> {
  return (await filledFor({ reviewPlaces: { read: () => Promise.resolve(place) } }, [body], 'file:///a.md'))[0]!;
}

async function shown(body: string, text: string, language = 'js'): Promise<string> {
  return defaultWords(parseTemplate(await filled(body, { selection: { text, language } })));
}

describe('the variables of a snippet', () => {
  it('are filled in, in defaults too, and escaped', async () => {
    const place = { file: 'a$}.ts', line: 3, lastLine: 5, symbol: 'total', branch: 'main' };
    assert.equal(
      await filled('$file:${line} ${1:in ${symbol}} on ${branch:none}$0', place),
      'a\\$\\}.ts:3-5 ${1:in total} on main$0',
    );
    assert.equal(await filled('${line}', { line: 7 }), '7');
  });

  it('become placeholders with their default or name where nothing is known, each its own', async () => {
    assert.equal(
      await filled('${file} ${2:x} ${branch:none ${symbol}} ${file}'),
      '${3:file} ${2:x} ${4:none ${5:symbol}} ${3:file}',
    );
    assert.equal(await filled('${nobody}'), '${1:nobody}');
  });

  it('of VS Code are left to VS Code', async () => {
    assert.equal(await filled('$TM_FILENAME ${CURRENT_YEAR:x}', { file: 'a' }), '$TM_FILENAME ${CURRENT_YEAR:x}');
  });

  it('are looked up once for all bodies, only those that are used, and not at all without any', async () => {
    const asked: string[][] = [];
    const reviewPlaces = {
      read: (wanted: ReadonlySet<string>): Promise<ReviewPlace> => {
        asked.push([...wanted]);
        return Promise.resolve({});
      },
    };
    await filledFor({ reviewPlaces }, ['$file', '${1:$line} $file', '$TM_FILENAME'], undefined);
    await filledFor({ reviewPlaces }, ['${1:nothing}'], undefined);
    assert.deepEqual(asked, [['file', 'line']]);
  });
});

describe('a selection in a comment', () => {
  it('is a fenced block on lines of its own, dedented, in its language', async () => {
    assert.equal(
      await shown('See:\n\n${selection}\n\nThanks.', '\n    if (a) {\n      b();\n    }\n\n'),
      'See:\n\n```js\nif (a) {\n  b();\n}\n```\n\nThanks.',
    );
    assert.equal(await shown('${selection}$0', 'a();', 'plaintext'), '```\na();\n```\n');
    assert.equal(
      await shown('Look at ${selection} please', 'a();\r\nb();'),
      'Look at\n\n```js\na();\nb();\n```\nplease',
    );
  });

  it('is inline code within a line, and takes the backticks around it', async () => {
    assert.equal(await shown('Why ${selection} here?', ' a() '), 'Why `a()` here?');
    assert.equal(await shown('Why `${selection}` here?', 'a\n  + b'), 'Why `a + b` here?');
    assert.equal(await shown('Why `${selection}` here?', '`x`'), 'Why `` `x` `` here?');
  });

  it('stays as it is in a fence of the author', async () => {
    assert.equal(await shown('```ts\n${selection}\n```\n', 'a();\nb();'), '```ts\na();\nb();\n```\n');
  });

  it('has a fence that is longer than every one inside', async () => {
    assert.equal(await shown('${selection}\n', '```\na\n```\n', 'markdown'), '````markdown\n```\na\n```\n````\n');
  });
});
