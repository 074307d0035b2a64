import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';

/**
 * A `vscode` module for plain Node, so that the registration code can be run and asked what it registers. Commands, views,
 * settings and texts are real enough to be looked at; everything else swallows every call.
 */
interface FakeVscode {
  /** What was registered, by command id. */
  readonly commands: Map<string, (...args: unknown[]) => unknown>;
  /** Ids of tree views and webview views, in order. */
  readonly views: string[];
  /** Messages shown as errors. */
  readonly errors: string[];
  /** Settings that have a value, by full name; others have none, not even the manifest's default. */
  readonly settings: Map<string, unknown>;
  reset(): void;
}

export const fake: FakeVscode = {
  commands: new Map(),
  views: [],
  errors: [],
  settings: new Map(),
  reset() {
    this.commands.clear();
    this.settings.clear();
    this.views.length = this.errors.length = 0;
  },
};

const swallow = anything();

function anything(): object {
  const members = new Map<PropertyKey, unknown>([
    ['then', undefined],
    [Symbol.toPrimitive, () => ''],
    [Symbol.iterator, () => [].values()],
  ]);
  return new Proxy(function swallowed() {}, {
    get(_target, name) {
      if (!members.has(name)) members.set(name, anything());
      return members.get(name);
    },
    apply: () => swallow,
    construct: () => swallow,
  });
}

/** An object of which these parts are real; everything else swallows every call. */
export function standIn(parts: Readonly<Record<string, unknown>>): object {
  return new Proxy(anything(), {
    get: (target, key) => (Object.hasOwn(parts, key) ? parts[String(key)] : Reflect.get(target, key)),
  });
}

class Uri {
  readonly #parts: readonly string[];
  constructor(...parts: string[]) {
    this.#parts = parts;
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(...base.#parts, ...parts);
  }
  static file(path: string): Uri {
    return new Uri(`file://${path}`);
  }
  static parse(text: string): Uri {
    return new Uri(text);
  }
  toString(): string {
    return this.#parts.join('/');
  }
}

class TreeItem {
  label: unknown;
  collapsibleState: unknown;
  constructor(label: unknown, collapsibleState: unknown) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

const showError = (message: string): Promise<undefined> => {
  fake.errors.push(message);
  return Promise.resolve(undefined);
};

const api: Record<string, unknown> = {
  Uri,
  TreeItem,
  commands: standIn({
    registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
      if (fake.commands.has(id)) throw new Error(`command '${id}' already exists`);
      fake.commands.set(id, run);
      return swallow;
    },
  }),
  window: standIn({
    createTreeView: (id: string) => (fake.views.push(id), swallow),
    registerTreeDataProvider: (id: string) => (fake.views.push(id), swallow),
    registerWebviewViewProvider: (id: string) => (fake.views.push(id), swallow),
    showErrorMessage: showError,
  }),
  workspace: standIn({
    isTrusted: true,
    workspaceFolders: [{ name: 'shop', uri: new Uri('file:///shop') }],
    getConfiguration: (section: string) => ({
      get: (name: string, fallback?: unknown) => fake.settings.get(`${section}.${name}`) ?? fallback,
      inspect: (name: string) => ({ globalValue: fake.settings.get(`${section}.${name}`) }),
    }),
  }),
  l10n: {
    t: (message: string, ...values: unknown[]) =>
      message.replaceAll(/\{(\d+)\}/g, (_whole, index: string) => String(values[Number(index)])),
  },
};

/** Only what the typings declare is exported: a name that VS Code does not have stays undefined here too. */
function exportedNames(): string[] {
  const typings = readFileSync(createRequire(import.meta.url).resolve('@types/vscode/index.d.ts'), 'utf8');
  const declaration = /^\texport (?:abstract )?(?:namespace|class|enum|const|let|function) (\w+)/gm;
  return [...new Set(Array.from(typings.matchAll(declaration), ([, name]) => name ?? ''))];
}

/** The module itself, for code that is not loaded by Node's own loader. */
export const vscodeModule: Readonly<Record<string, unknown>> = Object.fromEntries(
  exportedNames().map((name) => [name, api[name] ?? Reflect.get(swallow, name)]),
);
const key = Symbol.for('tpm-mentor.fakeVscode');
Object.defineProperty(globalThis, key, { value: vscodeModule });

const source = [
  `const api = globalThis[Symbol.for(${JSON.stringify(key.description)})];`,
  ...Object.keys(vscodeModule).map((name) => `const $${name} = api.${name};\nexport { $${name} as ${name} };`),
].join('\n');
const url = `data:text/javascript,${encodeURIComponent(source)}`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url, shortCircuit: true } : next(specifier, context),
});
