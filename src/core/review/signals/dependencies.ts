import { inlineCode } from '../../markdown/write.ts';
import type { ChangedFile, ChangedLine } from '../change.ts';
import { isManifest } from '../fileKind.ts';
import type { Signals } from './signal.ts';

interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly line: number;
}

/** How a line of each manifest names a dependency: the name first, its version second when it has one. */
const forms: readonly (readonly [file: RegExp, line: RegExp])[] = [
  [
    /package\.json$|composer\.json$/,
    /^\s*"(@?[\w.-]+(?:\/[\w.-]+)?)":\s*"((?:[~^<>=v\s]*\d|\*|latest|workspace:|npm:|git|file:|https?:)[^"]*)"/,
  ],
  [/requirements[^/]*\.txt$/, /^\s*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:[=~<>!]=?=?\s*([\w.*]+))?/],
  [
    /pyproject\.toml$|Pipfile$/,
    /^\s*"([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*[=~<>!]=?=?\s*([\w.*]+)[^"]*",?\s*$|^\s*([A-Za-z][\w.-]*)\s*=\s*(?:"[~^<>=]*([\d*][^"]*)"|\{[^}]*version\s*=\s*"([^"]*)")/,
  ],
  [/setup\.(?:py|cfg)$/, /^\s*["']?([A-Za-z][\w.-]*)\s*[=~<>!]=\s*([\w.*]+)/],
  [/go\.mod$/, /^\s*(?:require\s+)?([\w.-]+\.[\w.-]+\/[\w./-]+)\s+(v[\w.+-]+)/],
  [/Cargo\.toml$/, /^\s*([\w-]+)\s*=\s*(?:"[~^=]*(\d[^"]*)"|\{[^}]*version\s*=\s*"([^"]*)")/],
  [/pom\.xml$/, /^\s*<artifactId>([^<]+)<\/artifactId>()/],
  [
    /build\.gradle(?:\.kts)?$/,
    /^\s*(?:implementation|api|compileOnly|runtimeOnly|testImplementation|kapt|annotationProcessor)\b\s*\(?\s*["']([\w.-]+:[\w.-]+)(?::([\w.-]+))?/,
  ],
  [/libs\.versions\.toml$/, /^\s*[\w-]+\s*=\s*\{\s*(?:module|group)\s*=\s*"([^"]+)"()/],
  [
    /Gemfile$|\.gemspec$/,
    /^\s*(?:gem|\w+\.add_(?:runtime_|development_)?dependency)\s*\(?\s*["']([\w-]+)["'](?:\s*,\s*["'][~<>=\s]*([\w.]+))?/,
  ],
  [
    /\.(?:cs|fs|vb)proj$|Directory\.Packages\.props$/,
    /<Package(?:Reference|Version)\s+Include="([^"]+)"(?:\s+Version="([^"]*)")?/,
  ],
  [/pubspec\.yaml$/, /^\s{2}([a-z_]\w*):\s*\^?(\d[\w.+-]*)/],
];

/** Keys of a manifest that look like a dependency and are none. */
const NOT_DEPENDENCIES =
  /^(?:version|name|node|npm|yarn|pnpm|vscode|engine|python|requires-python|edition|rust-version|main|description|license|target-version|line-length|schemaVersion|lockfileVersion|packageManager|php)$/;

/** Adds what a change does to manifests: new, moved and removed dependencies, install scripts, a lockfile left behind. */
export function dependencySignals(files: readonly ChangedFile[], signals: Signals): void {
  const manifests = files.filter((file) => isManifest(file.path) && !file.isBinary);
  let hasDependencyChange = false;
  for (const file of manifests) {
    const before = new Map(dependenciesIn(file.path, file.removed).map((one) => [one.name, one]));
    const after = dependenciesIn(file.path, file.added);
    for (const { name, version, line } of after) {
      const old = before.get(name);
      if (old && old.version === version) continue;
      const place = { path: file.path, line };
      if (old)
        signals.add(
          'dependency-update',
          `moves ${inlineCode(name)} from ${versionText(old.version)} to ${versionText(version)}`,
          place,
        );
      else if (file.status === 'added' && after.length > 1)
        signals.add('new-dependency', `names ${after.length} dependencies`, { path: file.path });
      else signals.add('new-dependency', `adds ${inlineCode(name)}`, place);
      hasDependencyChange = true;
      if (file.status === 'added' && !old) break;
    }
    hasDependencyChange ||= before.size > after.length;
    for (const { line, text } of file.added) {
      const script = /^\s*"((?:pre|post)?install|prepare)"\s*:/.exec(text)?.[1];
      if (script !== undefined && file.path.endsWith('package.json'))
        signals.add('install-script', `adds the script \`${script}\`, which runs at every installation`, {
          path: file.path,
          line,
        });
    }
  }
  lockfileSignals(files, hasDependencyChange, signals);
}

function lockfileSignals(files: readonly ChangedFile[], hasDependencyChange: boolean, signals: Signals): void {
  const lockfiles = files.filter((file) => file.isLockfile);
  for (const file of lockfiles) {
    const script = file.added.find(({ text }) => /"hasInstallScript": true|^\s*requiresBuild: true/.test(text));
    if (script)
      signals.add('install-script', 'brings a package that runs a script at installation', {
        path: file.path,
        line: script.line,
      });
    if (!hasDependencyChange && file.added.length)
      signals.add('lockfile-alone', 'moves packages that no manifest names', { path: file.path });
  }
  if (!hasDependencyChange || lockfiles.length) return;
  const manifest = files.find((file) => isManifest(file.path) && hasLockfileByCustom(file.path));
  if (manifest)
    signals.add('manifest-alone', 'changes dependencies, and no lockfile changed with it', { path: manifest.path });
}

/** Tools that write a lockfile unless they are told not to. */
function hasLockfileByCustom(path: string): boolean {
  return /(?:package\.json|Cargo\.toml|go\.mod|Gemfile|composer\.json|Pipfile|pyproject\.toml)$/.test(path);
}

function versionText(version: string): string {
  return version === '' ? '?' : inlineCode(version);
}

function dependenciesIn(path: string, lines: readonly ChangedLine[]): Dependency[] {
  const form = forms.find(([file]) => file.test(path))?.[1];
  if (!form) return [];
  return lines.flatMap(({ line, text }) => {
    const match = form.exec(text.slice(0, 500));
    const [name, version = ''] = (match?.slice(1) ?? []).filter((part) => part !== undefined);
    return name === undefined || NOT_DEPENDENCIES.test(name) ? [] : [{ name, version, line }];
  });
}
