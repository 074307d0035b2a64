import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';

/** What the linter says of one place. */
interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly help: string;
}

interface Run {
  readonly output: string;
  readonly hasPassed: boolean;
}

describe("the linter's fence", () => {
  const planted: readonly (readonly [file: string, line: string, why: string])[] = [
    ['src/core/block/one.ts', "import 'vscode';", 'The core knows no editor'],
    ['src/core/two.ts', "import 'node:fs';", 'The core runs in a browser too'],
    ['src/core/block/three.ts', "import '../../adapters/clock.ts';", 'Arrows run towards the core'],
    ['src/core/four.ts', "import '../words/checklistWords.ts';", 'Arrows run towards the core'],
    ['src/core/five.ts', "import '../extension.ts';", 'Arrows run towards the core'],
    ['src/views/six.ts', "import '../commands/verb.ts';", 'Views speak to the core'],
    ['src/views/deep/seven.ts', "import '../../adapters/clock.ts';", 'Views speak to the core'],
    ['src/commands/eight.ts', "import '../views/debounce.ts';", 'Commands speak to the core'],
    ['src/commands/nine.ts', "import '../adapters/clock.ts';", 'Commands speak to the core'],
    ['src/adapters/ten.ts', "import '../views/debounce.ts';", 'Adapters implement ports'],
    ['src/adapters/eleven.ts', "import 'node:path';", 'Adapters implement ports'],
    ['src/words/twelve.ts', "import '../views/debounce.ts';", 'Words are sentences'],
    ['src/cli/thirteen.ts', "import 'vscode';", 'A terminal has no editor'],
    ['src/cli/fourteen.ts', "import '../adapters/clock.ts';", 'The command line speaks to the core'],
    ['src/core/fifteen.ts', "import '../cli/git.ts';", 'Arrows run towards the core'],
    ['src/views/sixteen.ts', "import '../cli/git.ts';", 'Views speak to the core'],
    ['src/ids.ts', "import './core/ports.ts';", 'Ids are plain constants'],
    ['src/extension.ts', "import 'node:fs';", 'The web host has no Node'],
  ];
  const welcome: readonly (readonly [file: string, line: string])[] = [
    ['src/core/free.ts', "import './ports.ts';"],
    ['src/core/block/free.ts', "import 'yaml';"],
    ['src/views/free.ts', "import 'vscode';\nimport '../core/ports.ts';\nimport '../words/checklistWords.ts';"],
    ['src/commands/free.ts', "import 'vscode';\nimport '../ids.ts';\nimport './verb.ts';"],
    ['src/adapters/free.ts', "import 'vscode';\nimport '../core/ports.ts';"],
    ['src/cli/free.ts', "import 'node:fs';\nimport '../core/ports.ts';\nimport '../words/problemSentence.ts';"],
    ['scripts/free.ts', "import 'node:fs';"],
  ];
  let diagnostics: readonly Diagnostic[];

  before(() => {
    const folder = temporaryFolder('fence');
    copyFileSync(path.join(projectFolder, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
    for (const [file, lines] of [...planted, ...welcome]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${lines}\n`);
    }
    const { output } = run('bin/oxlint', 'oxlint', ['--format=json'], folder);
    ({ diagnostics } = JSON.parse(output) as { diagnostics: Diagnostic[] });
  });

  for (const [file, line, why] of planted) {
    it(`keeps ${line.slice(8, -2)} out of ${file}`, () => {
      const [complaint = 'It was let through.'] = complaints(file);
      assert.ok(complaint.startsWith(why), complaint);
    });
  }

  it('lets through what each part stands on', () => {
    assert.deepEqual(
      welcome.flatMap(([file]) => complaints(file)),
      [],
    );
  });

  function complaints(file: string): string[] {
    return diagnostics
      .filter(({ code, filename }) => code.includes('no-restricted-imports') && filename.replaceAll('\\', '/') === file)
      .map(({ help }) => help);
  }
});

describe("the core's own tsconfig", () => {
  let folder: string;

  before(() => {
    // Inside the project, so that the typings of vscode and Node can be found from there: they are hidden, not missing.
    mkdirSync(path.join(projectFolder, 'out'), { recursive: true });
    folder = mkdtempSync(path.join(projectFolder, 'out', 'planted-'));
    writeFileSync(path.join(folder, 'editor.ts'), "import { window } from 'vscode';\nexport const editor = window;\n");
    writeFileSync(
      path.join(folder, 'builtIn.ts'),
      "import { join } from 'node:path';\nexport const one = join('a');\n",
    );
    writeFileSync(path.join(folder, 'global.ts'), 'export const folder = process.cwd();\n');
    writeFileSync(path.join(folder, 'plain.ts'), 'export const list = [1, 2].toSorted();\n');
    for (const base of ['tsconfig.json', 'src/core/tsconfig.json']) {
      const name = base === 'tsconfig.json' ? 'whole.json' : 'core.json';
      const content = { extends: path.join(projectFolder, base), include: ['.'], exclude: [] };
      writeFileSync(path.join(folder, name), JSON.stringify(content));
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("hides vscode, Node's modules and Node's globals", () => {
    const { output, hasPassed } = run('bin/tsc', 'typescript', ['-p', path.join(folder, 'core.json')], folder);
    assert.ok(!hasPassed);
    const faulty = new Set(Array.from(output.matchAll(/(\w+)\.ts\(/g), ([, name]) => name ?? ''));
    assert.deepEqual([...faulty].toSorted(), ['builtIn', 'editor', 'global'], output);
  });

  it('is what makes the difference: the rest of the project sees them all', () => {
    const { output, hasPassed } = run('bin/tsc', 'typescript', ['-p', path.join(folder, 'whole.json')], folder);
    assert.ok(hasPassed, output);
  });
});

/** Runs the program of a package with the Node that runs us. */
function run(program: string, library: string, args: readonly string[], cwd: string): Run {
  const file = fileURLToPath(new URL(program, import.meta.resolve(`${library}/package.json`)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd, encoding: 'utf8' });
  return { output: stdout + stderr, hasPassed: status === 0 };
}
