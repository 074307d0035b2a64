import assert from 'node:assert/strict';
import { fake, vscodeModule } from './fakeVscode.ts';
import { impacts, severities, urgencies } from '../../../src/core/triage/severity.ts';
import { labelStyleOf } from '../../../src/core/snippet/labels.ts';
import { commands, settings, settingsSection } from '../../../src/ids.ts';
import { manifest } from './manifest.ts';

// Loaded only after fakeVscode.ts has put a `vscode` in their way.
const { activate } = await import('../../../src/extension.ts');
const { registerCommands } = await import('../../../src/commands/register.ts');
const { VsCodeSettings } = await import('../../../src/adapters/settings.ts');
const { VsCodePlaces } = await import('../../../src/adapters/places.ts');
const { impactWords, severityWords, urgencyWords } = await import('../../../src/words/severityWords.ts');

const Uri = vscodeModule['Uri'] as { file(path: string): object };

type Context = Parameters<typeof activate>[0];

describe('the extension', () => {
  beforeEach(() => fake.reset());

  it('registers the commands and views of the manifest when it is activated, and only those', () => {
    activate({ subscriptions: [] } as unknown as Context);
    assert.deepEqual(
      [...fake.commands.keys()].toSorted(),
      manifest.contributes.commands.map(({ command }) => command).toSorted(),
    );
    assert.deepEqual(
      fake.views.toSorted(),
      Object.values(manifest.contributes.views)
        .flatMap((views) => views.map(({ id }) => id))
        .toSorted(),
    );
  });

  it('hands everything it registers to VS Code for disposal', () => {
    const context = { subscriptions: [] as unknown[] };
    activate(context as unknown as Context);
    assert.ok(context.subscriptions.length >= 3);
    assert.ok(context.subscriptions.every((one) => typeof (one as { dispose: unknown }).dispose === 'function'));
  });

  it('has code for each command, and tells the user when a command fails', async () => {
    const logged: unknown[] = [];
    const log = { info() {}, warn() {}, error: (_message: string, error: unknown) => logged.push(error), show() {} };
    const reason = new Error('there is no host');
    registerCommands(() => Promise.reject(reason), log);
    const needHost = [...fake.commands].filter(([id]) => id !== commands.showLog);
    for (const [id, run] of needHost) {
      await run();
      assert.equal(logged.pop(), reason, id);
      assert.match(fake.errors.pop() ?? '', /could not finish/, id);
    }
    assert.ok(needHost.length > 10);
  });
});

describe('the settings', () => {
  const { properties } = manifest.contributes.configuration;
  const nameOf = (name: string): string => `${settingsSection}.${name}`;
  const read = (): unknown => {
    const host = new VsCodeSettings();
    const places = new VsCodePlaces({ globalStorageUri: Uri.file('/user/globalStorage/ours') } as unknown as Context);
    return {
      records: host.recordsPlace,
      methodology: host.methodology,
      folder: places.sharedRecords(),
      checklistFolders: places.userChecklists(),
      redactionPatterns: host.redactionPatterns,
      snippetFolders: places.userSnippets(),
      labels: labelStyleOf(host.reviewLabels, host.reviewLabelFormat),
    };
  };
  const readWith = (values: Readonly<Record<string, unknown>>): unknown => {
    fake.reset();
    for (const [name, value] of Object.entries(values)) fake.settings.set(nameOf(name), value);
    return read();
  };
  const tried = {
    [settings.records]: 'shared',
    [settings.methodology]: 'agile',
    [settings.folder]: 'team',
    [settings.checklistFolders]: ['/lists'],
    [settings.redactionPatterns]: { customer: 'C-\\d{6}' },
    [settings.snippetFolders]: ['/snippets'],
    [settings.reviewLabels]: { nitpick: 'nit' },
    [settings.reviewLabelFormat]: '[{label}]',
  };

  it('have the defaults in the manifest that the code falls back to', () => {
    assert.deepEqual(Object.keys(tried).map(nameOf).toSorted(), Object.keys(properties).toSorted());
    const defaults = Object.keys(tried).map((name) => [name, properties[nameOf(name)]?.default]);
    assert.deepEqual(readWith(Object.fromEntries(defaults)), readWith({}));
  });

  for (const [name, value] of Object.entries(tried)) {
    it(`are read by the code: ${name}`, () => {
      assert.notDeepEqual(readWith({ [name]: value }), readWith({}));
      const allowed = properties[nameOf(name)]?.enum;
      assert.ok(allowed === undefined || allowed.some((one) => one === value));
    });
  }

  it('fall back to the default where a settings file holds nonsense', () => {
    assert.deepEqual(
      readWith({
        [settings.records]: 7,
        [settings.methodology]: {},
        [settings.checklistFolders]: 'none',
        [settings.snippetFolders]: [7],
      }),
      readWith({}),
    );
  });

  it('keep the team folder inside the workspace', () => {
    for (const folder of ['..', '../other', '/etc', 'C:\\x', 'a/../../b', '']) {
      assert.deepEqual(readWith({ [settings.folder]: folder }), readWith({}), folder);
    }
  });
});

describe('the words of the severity rubric', () => {
  it('are those of the core, where the user has no other language', () => {
    for (const { id, label, description } of impacts) assert.deepEqual(impactWords(id), { label, description });
    for (const { id, label, description } of urgencies) assert.deepEqual(urgencyWords(id), { label, description });
    for (const { id, label, description, response } of severities) {
      assert.deepEqual(severityWords(id), { label, description, response });
    }
  });
});
