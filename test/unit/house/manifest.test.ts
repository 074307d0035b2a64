import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { floor } from '../../../scripts/host/versions.ts';
import { commands, contextKeys, controllers, settings, settingsSection, views } from '../../../src/ids.ts';
import { manifest, manifestStrings, strings } from './manifest.ts';
import { project, sourceFiles } from './sources.ts';

const { contributes } = manifest;
const commandIds = contributes.commands.map(({ command }) => command);
const manifestViews = Object.values(contributes.views).flat();
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const menuEntries = Object.entries(contributes.menus).flatMap(([menu, entries]) =>
  entries.map((entry) => ({ menu, ...entry })),
);
const conditions = [
  ...menuEntries,
  ...contributes.keybindings,
  ...contributes.commands,
  ...contributes.viewsWelcome,
  ...manifestViews,
].flatMap((entry) => [
  ...('when' in entry && entry.when !== undefined ? [entry.when] : []),
  ...('enablement' in entry && entry.enablement !== undefined ? [entry.enablement] : []),
]);

/** What is saved and as what: shorter, it would say one of them only. */
const longTitles = new Set(['Save Selection as Review Snippet...']);

describe('the manifest', () => {
  it('has the commands of src/ids.ts, each once, in the category TPM', () => {
    assert.deepEqual(commandIds.toSorted(), Object.values(commands).toSorted());
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== 'TPM'),
      [],
    );
  });

  it('has the views of src/ids.ts, each once and in a container that exists', () => {
    assert.deepEqual(manifestViews.map(({ id }) => id).toSorted(), Object.values(views).toSorted());
    const containers = Object.values(contributes.viewsContainers).flat();
    const ids = containers.map(({ id }) => id);
    assert.deepEqual(
      Object.keys(contributes.views).filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('has a welcome text with a button for each tree view, and for no other', () => {
    const trees = manifestViews.filter(({ type }) => type !== 'webview').map(({ id }) => id);
    assert.deepEqual(contributes.viewsWelcome.map(({ view }) => view).toSorted(), trees.toSorted());
    for (const { contents } of contributes.viewsWelcome) {
      assert.match(strings[contents.replaceAll('%', '')] ?? '', /\[[^\]]+\]\(command:/);
    }
  });

  it('has the settings of src/ids.ts', () => {
    const names = Object.values(settings).map((name) => `${settingsSection}.${name}`);
    assert.deepEqual(Object.keys(contributes.configuration.properties).toSorted(), names.toSorted());
  });

  it('has menus and keybindings of real commands and submenus only', () => {
    for (const { command, submenu } of [...menuEntries, ...contributes.keybindings]) {
      assert.ok(command === undefined ? submenu !== undefined : commandIds.includes(command), command ?? submenu);
    }
    const submenus = contributes.submenus.map(({ id }) => id);
    assert.deepEqual(new Set(menuEntries.flatMap(({ submenu }) => submenu ?? [])), new Set(submenus));
    assert.deepEqual(
      Object.keys(contributes.menus).filter((menu) => menu.startsWith(settingsSection)),
      submenus,
    );
  });

  it('puts no command twice into the same group of a menu under the same condition', () => {
    const places = menuEntries.map((entry) => JSON.stringify([entry.menu, entry.command, entry.when, entry.group]));
    assert.equal(new Set(places).size, places.length);
  });

  it('speaks in conditions of real views and of context keys that the code sets', () => {
    const ids = conditions.flatMap((when) => when.match(/\btpmMentor\.\w+/g) ?? []);
    const known: readonly string[] = [
      ...Object.values(views),
      ...Object.values(controllers),
      ...Object.values(contextKeys),
    ];
    assert.deepEqual(
      ids.filter((id) => !known.includes(id)),
      [],
    );
    const code = sourceFiles()
      .map(({ text }) => text)
      .join('\n');
    for (const [name, id] of Object.entries(contextKeys)) {
      assert.ok(ids.includes(id), `no condition asks for ${id}`);
      assert.match(
        code,
        new RegExp(`('setContext',\\s*|new ContextKey\\()contextKeys\\.${name}\\b`),
        `nothing sets ${id}`,
      );
    }
  });

  it('keeps keybindings to the moments in which they mean something', () => {
    assert.deepEqual(
      contributes.keybindings.filter(({ when }) => when === undefined),
      [],
    );
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...Object.values(contributes.viewsContainers)
        .flat()
        .map(({ icon }) => icon),
      ...manifestViews.map(({ icon }) => icon),
      ...contributes.snippets.map(({ path }) => path),
      ...steps.map(({ media }) => media.svg),
      ...contributes['markdown.previewStyles'],
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(project, file))),
      [],
    );
    for (const { icon } of contributes.commands) assert.match(icon ?? '$(none)', /^\$\([a-z-]+\)$/);
  });

  it('takes every text for people from package.nls.json, which has no other', () => {
    const all = manifestStrings();
    const keys = all.flatMap(({ text }) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(keys)].toSorted(), Object.keys(strings).toSorted());
    const spoken =
      /^(displayName|description)$|^(capabilities|contributes)\.(.+\.)?(title|name|contents|label|description|altText|markdownDescription|patternErrorMessage|(markdownE|e)numDescriptions\.\d+|deprecationMessage)$/;
    const bare = all.filter(({ path, text }) => spoken.test(path) && !/^%.+%$/.test(text));
    // The name of the product is the same in every language.
    assert.deepEqual(bare, [{ path: 'contributes.configuration.title', text: 'TPM Mentor' }]);
  });

  it('completes each step of the walkthrough by what its buttons do', () => {
    assert.ok(steps.length > 0);
    for (const { id, description, completionEvents } of steps) {
      const text = strings[description.replaceAll('%', '')] ?? '';
      const buttons = Array.from(text.matchAll(/^\[.+\]\(command:([\w.]+)\)$/gm), ([, command = '']) => command);
      const events = buttons.map((command) =>
        commandIds.includes(command) ? `onCommand:${command}` : `onView:${command.replace(/\.focus$/, '')}`,
      );
      assert.ok(buttons.length > 0, id);
      assert.deepEqual(completionEvents, events, id);
    }
  });

  it('points in its texts to real commands and settings', () => {
    const texts = Object.values(strings).join('\n');
    const views = manifestViews.map(({ id }) => id); // VS Code gives each a command that shows it
    const named = Array.from(texts.matchAll(/\(command:([\w.]+)/g), ([, id]) => id ?? '');
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((id) => !commandIds.includes(id) && !views.includes(id.replace(/\.focus$/, ''))),
      [],
    );
    const inCode = Array.from(texts.matchAll(/`(tpmMentor\.\w+)`/g), ([, id]) => id ?? '');
    assert.deepEqual(
      inCode.filter((id) => !(id in contributes.configuration.properties)),
      [],
    );
  });

  it('has command titles of a few words, with "..." where input follows', () => {
    for (const { title } of contributes.commands) {
      const words = strings[title.replaceAll('%', '')] ?? '';
      if (!longTitles.has(words)) assert.match(words, /^[A-Z][\w']*( [a-zA-Z]\w*){0,2}(\.\.\.)?$/, title);
    }
  });

  it('does not let an untrusted workspace say which folders are read', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.ok(virtualWorkspaces.supported !== undefined);
    const { properties } = contributes.configuration;
    for (const name of untrustedWorkspaces.restrictedConfigurations) assert.ok(name in properties, name);
    for (const name of [settings.folder, settings.checklistFolders, settings.snippetFolders]) {
      assert.ok(untrustedWorkspaces.restrictedConfigurations.includes(`${settingsSection}.${name}`), name);
    }
  });

  it('starts with its first view, command, Markdown file (a record has lenses and hovers) or terminal (its output is kept), and asks for no proposed API', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', 'onTerminalShellIntegration:*']);
    assert.equal(manifest.enabledApiProposals, undefined);
    assert.equal(manifest.extensionDependencies, undefined);
  });

  it('promises the VS Code version that it is compiled against and tested in', () => {
    assert.equal(manifest.engines.vscode, `^${floor.vscode}`);
    assert.equal(manifest.devDependencies['@types/vscode'], floor.vscode);
  });

  it('has an entry for the Node host and one for the web host', () => {
    assert.equal(manifest.main, './dist/node/extension.js');
    assert.equal(manifest.browser, './dist/web/extension.js');
  });
});
