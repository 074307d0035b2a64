type Found = { readonly tool: string; readonly version: string };

// Files in JSON: a file that is none throws.

export function packageJson(text: string): Found[] {
  const { engines, packageManager, volta, devEngines } = objectIn(text);
  const [manager, version] = typeof packageManager === 'string' ? packageManager.split(/@(?!$)/) : [];
  return [
    ...versionsIn(engines, {
      node: 'Node',
      npm: 'npm',
      pnpm: 'pnpm',
      yarn: 'Yarn',
      bun: 'Bun',
      vscode: 'VS Code engine',
    }),
    ...(manager && version
      ? [{ tool: manager === 'yarn' ? 'Yarn' : manager, version: version.replace(/\+.*$/, '') }]
      : []),
    ...versionsIn(volta, { node: 'Node', npm: 'npm', yarn: 'Yarn' }),
    ...versionsIn({ node: valueAt(valueAt(devEngines, 'runtime'), 'version') }, { node: 'Node' }),
  ];
}

export function globalJson(text: string): Found[] {
  return versionsIn({ sdk: valueAt(objectIn(text)['sdk'], 'version') }, { sdk: '.NET SDK' });
}

export function composerJson(text: string): Found[] {
  const { require, config } = objectIn(text);
  return [...versionsIn(require, { php: 'PHP' }), ...versionsIn(valueAt(config, 'platform'), { php: 'PHP' })];
}

// Files in TOML, of which only plain `key = "value"` lines of one table are needed.

export function pyproject(text: string): Found[] {
  const lines = [
    valueOf(table(text, 'project'), 'requires-python'),
    valueOf(table(text, 'tool.poetry.dependencies'), 'python'),
  ];
  return lines.flatMap((version) => (version === undefined ? [] : [{ tool: 'Python', version }]));
}

export function rustToolchain(text: string): Found[] {
  const channel = valueOf(table(text, 'toolchain'), 'channel');
  return channel === undefined ? [] : [{ tool: 'Rust toolchain', version: channel }];
}

export function cargo(text: string): Found[] {
  const version =
    valueOf(table(text, 'package'), 'rust-version') ?? valueOf(table(text, 'workspace.package'), 'rust-version');
  const edition = valueOf(table(text, 'package'), 'edition') ?? valueOf(table(text, 'workspace.package'), 'edition');
  return [
    ...(version === undefined ? [] : [{ tool: 'Rust', version }]),
    ...(edition === undefined ? [] : [{ tool: 'Rust edition', version: edition }]),
  ];
}

function objectIn(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^[ \t]*\/\/.*$/gm, ''));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function versionsIn(value: unknown, tools: Readonly<Record<string, string>>): Found[] {
  return Object.entries(tools).flatMap(([key, tool]) => {
    const version = valueAt(value, key);
    return typeof version === 'string' && version.trim() !== '' ? [{ tool, version: version.trim() }] : [];
  });
}

/** The lines of one table, without its heading. Empty when there is none. */
function table(text: string, name: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.replace(/#.*$/, '').trim() === `[${name}]`);
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => /^\s*\[/.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

function valueOf(lines: string, key: string): string | undefined {
  const found = new RegExp(`^[ \\t]*"?${key}"?[ \\t]*=[ \\t]*(?:"([^"\\n]*)"|'([^'\\n]*)')`, 'm').exec(lines);
  return found ? (found[1] ?? found[2]) : undefined;
}
