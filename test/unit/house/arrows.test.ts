import assert from 'node:assert/strict';
import { wrongArrows } from './arrows.ts';
import { importsOf, read, sourceFiles } from './sources.ts';

const manifest: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
const libraries = Object.keys(manifest.dependencies);

describe('the arrows of the house', () => {
  it('are never reversed', () => {
    const files = sourceFiles();
    assert.ok(files.length > 100, `${files.length} files were read`);
    assert.deepEqual(wrongArrows(files, libraries), []);
  });

  const forbidden: readonly (readonly [from: string, name: string, why: RegExp])[] = [
    ['src/core/planted.ts', 'vscode', /knows no editor/],
    ['src/core/planted.ts', 'node:fs', /has no Node/],
    ['src/core/planted.ts', 'fs', /not among the dependencies/],
    ['src/core/planted.ts', '../adapters/clock.ts', /core may not import adapters/],
    ['src/core/block/planted.ts', '../../views/debounce.ts', /core may not import views/],
    ['src/core/planted.ts', '../words/checklistWords.ts', /core may not import words/],
    ['src/views/planted.ts', '../commands/verb.ts', /views may not import commands/],
    ['src/views/planted.ts', '../adapters/clock.ts', /views may not import adapters/],
    ['src/commands/planted.ts', '../views/debounce.ts', /commands may not import views/],
    ['src/commands/planted.ts', '../adapters/clock.ts', /commands may not import adapters/],
    ['src/commands/planted.ts', '../extension.ts', /commands may not import extension.ts/],
    ['src/adapters/planted.ts', '../views/debounce.ts', /adapters may not import views/],
    ['src/adapters/planted.ts', 'yaml', /by the core alone/],
    ['src/words/planted.ts', '../ids.ts', /words may not import ids.ts/],
    ['src/words/planted.ts', '../views/debounce.ts', /words may not import views/],
    ['src/cli/planted.ts', 'vscode', /cli knows no editor/],
    ['src/cli/planted.ts', '../adapters/clock.ts', /cli may not import adapters/],
    ['src/cli/planted.ts', 'yaml', /by the core alone/],
    ['src/views/planted.ts', '../cli/git.ts', /views may not import cli/],
    ['src/core/planted.ts', '../cli/git.ts', /core may not import cli/],
    ['src/ids.ts', './core/ports.ts', /ids.ts may not import core/],
    ['src/core/planted.ts', '../../scripts/shop.ts', /outside src/],
    ['src/core/planted.ts', './noSuchFile.ts', /no such file/],
    ['src/services/planted.ts', '../ids.ts', /no part of the house/],
  ];
  for (const [from, name, why] of forbidden) {
    it(`do not let ${from} import ${name}`, () => {
      const faults = wrongArrows([{ path: from, text: `import { one } from '${name}';` }], libraries);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', why);
    });
  }

  it('let each part import what it stands on', () => {
    const allowed = [
      ['src/extension.ts', './adapters/log.ts'],
      ['src/commands/planted.ts', '../core/ports.ts'],
      ['src/views/planted.ts', '../words/checklistWords.ts'],
      ['src/views/planted.ts', 'vscode'],
      ['src/words/planted.ts', 'vscode'],
      ['src/cli/planted.ts', 'node:fs'],
      ['src/cli/planted.ts', '../words/problemSentence.ts'],
      ['src/core/block/planted.ts', '../ports.ts'],
      ['src/core/planted.ts', 'yaml'],
    ] as const;
    const files = allowed.map(([path, name]) => ({ path, text: `import type { One } from '${name}';` }));
    assert.deepEqual(wrongArrows(files, libraries), []);
  });

  it('let the words ask the editor for its texts and for nothing else: the command line has nothing else', () => {
    const words = sourceFiles().filter(({ path }) => path.startsWith('src/words/'));
    const asked = words.flatMap(({ path, text }) => (importsOf(text).includes('vscode') ? [{ path, text }] : []));
    assert.ok(asked.length >= 5);
    for (const { path, text } of asked) assert.match(text, /^import \{ l10n \} from 'vscode';$/m, path);
  });

  it('are read from every form of import', () => {
    const text = [
      "import one, { two } from './a';",
      'import type { Three } from "./b";',
      "import {\n  four,\n  type Five,\n} from './c';",
      "import * as six from './d';",
      "import './e';",
      "export { seven } from './f';",
      "export * from './g';",
      "const eight = (await import('./h')).eight;",
      "let nine: import('./i').Nine;",
      "const ten = require('./j');",
      "const text = 'words from afar';",
    ].join('\n');
    assert.deepEqual(
      importsOf(text).toSorted(),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `./${name}`),
    );
  });

  it('meet in an entry file that is a table of contents', () => {
    const lines = read('src/extension.ts').trimEnd().split('\n');
    assert.ok(lines.length < 40, `src/extension.ts has ${lines.length} lines`);
  });
});
