import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { ensureBuild, ensurePackage } from '../../scripts/host/build.ts';
import { projectFolder } from '../../scripts/host/folders.ts';
import { manifest } from '../unit/house/manifest.ts';
import { fake, vscodeModule } from '../unit/house/fakeVscode.ts';
import { filesInVsix } from './vsix.ts';

/** The part of esbuild's metafile that is looked at. */
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly inputs: Readonly<Record<string, unknown>>;
        readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
      }
    >
  >;
}

interface Extension {
  activate(context: object): void;
}

/** What registering takes: of the core the error that is shown as it is, of the adapters the log and who waits for a terminal. No library. */
const neededAtStart =
  /^src\/(?:[\w-]+\.ts$|commands\/|views\/|core\/userError\.ts$|adapters\/(?:log|evidence\/lazyTerminalRecorder)\.ts$)/;
const startUpBudget = 16 * 1024;

const commandIds = manifest.contributes.commands.map(({ command }) => command).toSorted();

describe('the bundle for the Node host', () => {
  let files: Map<string, Buffer>;
  let metafile: Metafile;

  before(async () => {
    files = await filesInVsix(await ensurePackage());
    await ensureBuild();
    metafile = JSON.parse(readFileSync(path.join(projectFolder, 'out', 'meta-node.json'), 'utf8'));
  });

  it('starts with what registration needs: no library, no parser', () => {
    const inputs = startUpFiles().flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}));
    assert.ok(inputs.includes('src/extension.ts') && inputs.includes('src/commands/register.ts'));
    assert.deepEqual(
      inputs.filter((input) => !neededAtStart.test(input)),
      [],
    );
  });

  it('starts with less than 16 KB', () => {
    const sizes = startUpFiles().map((name) => files.get(`extension/${name}`)?.length ?? Number.NaN);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < startUpBudget, `${total} bytes in ${sizes.length} files`);
  });

  it('registers every command and loads nothing more for it', () => {
    const { extension, loaded } = loadNodeBundle(files);
    fake.reset();
    extension.activate({ subscriptions: [], extensionUri: {} });
    assert.deepEqual([...fake.commands.keys()].toSorted(), commandIds);
    assert.deepEqual(loaded.toSorted(), startUpFiles().toSorted());
  });

  it('has each library in one chunk only', () => {
    const libraries = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.keys(inputs).filter((input) => input.startsWith('node_modules/')),
    );
    assert.ok(libraries.some((input) => input.includes('markdown-it')));
    assert.equal(new Set(libraries).size, libraries.length);
  });

  it('asks for vscode and what is built into Node, and nothing else', () => {
    const external = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.flatMap((one) => (one.external === true ? one.path : [])),
    );
    assert.ok(external.includes('vscode'));
    assert.deepEqual(
      external.filter((name) => name !== 'vscode' && !isBuiltin(name)),
      [],
    );
  });

  /** The entry and what it imports statically, as `dist/node/...`. */
  function startUpFiles(): string[] {
    const found = new Set<string>();
    const visit = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      for (const one of metafile.outputs[name]?.imports ?? []) {
        if (one.kind === 'import-statement' && one.external !== true) visit(one.path);
      }
    };
    visit('dist/node/extension.js');
    return [...found];
  }
});

describe('the bundle for the web host', () => {
  let code: string;

  before(async () => {
    code = (await filesInVsix(await ensurePackage())).get('extension/dist/web/extension.js')?.toString() ?? '';
  });

  it('asks for vscode and nothing else', () => {
    const names = Array.from(code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g), ([, name]) => name);
    assert.deepEqual([...new Set(names)], ['vscode']);
  });

  it('loads and registers every command where there is nothing but JavaScript: no process, no window, no Node', () => {
    const exported = { exports: {} as Extension };
    const require = (name: string): object => {
      assert.equal(name, 'vscode');
      return vscodeModule;
    };
    const context = vm.createContext({});
    assert.equal(vm.runInContext('typeof process + typeof window + typeof require', context), 'undefined'.repeat(3));
    const run = vm.runInContext(`(function (module, exports, require) {${code}\n})`, context) as (
      ...args: unknown[]
    ) => void;
    run(exported, exported.exports, require);
    fake.reset();
    exported.exports.activate({ subscriptions: [], extensionUri: {} });
    assert.deepEqual([...fake.commands.keys()].toSorted(), commandIds);
  });
});

/** Loads the entry of the packaged bundle as CommonJS, and says which of its files were loaded with it. */
function loadNodeBundle(files: ReadonlyMap<string, Buffer>): { extension: Extension; loaded: readonly string[] } {
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const code = files.get(`extension/${name}`);
    assert.ok(code !== undefined, `${name} is not in the package`);
    const module = { exports: {} };
    modules.set(name, module);
    const require = (wanted: string): unknown =>
      wanted === 'vscode' ? vscodeModule : load(path.posix.join(path.posix.dirname(name), wanted));
    const run = vm.runInThisContext(`(function (module, exports, require) {${code.toString()}\n})`, name) as (
      ...args: unknown[]
    ) => void;
    run(module, module.exports, require);
    return module.exports;
  };
  const extension = load('dist/node/extension.js') as Extension;
  return {
    extension,
    get loaded() {
      return [...modules.keys()];
    },
  };
}
