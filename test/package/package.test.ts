import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ensurePackage } from '../../scripts/host/build.ts';
import { projectFolder } from '../../scripts/host/folders.ts';
import { filesInVsix } from './vsix.ts';

/** Everything that may be in the package. A new kind of file is a decision: it goes here and into .vscodeignore. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^extension\/(readme|changelog)\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/node\/(extension|chunk-[A-Z0-9]+)\.js$/,
  /^extension\/dist\/web\/extension\.js$/,
  /^extension\/media\/(icon\.png|tpm\.svg)$/,
  /^extension\/media\/guide\/guide\.(css|js)$/,
  /^extension\/media\/preview\/preview\.css$/,
  /^extension\/media\/checklists\/[a-z-]+\.md$/,
  /^extension\/media\/walkthrough\/[a-z-]+\.svg$/,
  /^extension\/snippets\/review\.code-snippets$/,
];

const kilobyte = 1024;
/** Start-up has a bound of its own; this one catches what slips in: source maps, libraries twice, pictures. */
const budget = 900 * kilobyte;

describe('the package', () => {
  let vsix: string;
  let files: Map<string, Buffer>;

  before(async () => {
    vsix = await ensurePackage();
    files = await filesInVsix(vsix);
  });

  it('holds nothing but what users need', () => {
    assert.deepEqual(
      [...files.keys()].filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('stays below 900 KB', () => {
    const { size } = statSync(vsix);
    assert.ok(size < budget, `it has ${Math.round(size / kilobyte)} KB`);
  });

  it('has every file that its package.json names', () => {
    // `bin` is for npm: the command line is a package of its own.
    const { bin, ...manifest } = JSON.parse(text('package.json'));
    const named = filesNamedIn(manifest);
    assert.ok(!filesNamedIn(bin).some((name) => files.has(`extension/${name}`)));
    assert.ok(named.includes('dist/node/extension.js') && named.includes('media/icon.png'), named.join(', '));
    assert.deepEqual(
      named.filter((name) => !files.has(`extension/${name}`)),
      [],
    );
  });

  it('has every file of media and snippets as it is in the repository, the pictures of the README aside', () => {
    const originals = globSync(['media/**/*.*', 'snippets/*'], { cwd: projectFolder }).filter(
      (name) => !/^media[\\/]images[\\/]/.test(name),
    );
    assert.ok(originals.length > 20);
    for (const name of originals) {
      const original = readFileSync(path.join(projectFolder, name));
      assert.ok(files.get(`extension/${name.replaceAll('\\', '/')}`)?.equals(original), name);
    }
  });

  it('carries no source map and no path of the machine that made it', () => {
    for (const [name, content] of files) {
      if (!name.endsWith('.js')) continue;
      const code = content.toString();
      assert.ok(!code.includes('sourceMappingURL'), name);
      assert.ok(!code.includes(projectFolder) && !code.includes(`${homedir()}/`), name);
    }
  });

  it('is for every platform, and no preview', () => {
    const manifest = files.get('extension.vsixmanifest')?.toString() ?? '';
    assert.doesNotMatch(manifest, /TargetPlatform=|GalleryFlags>[^<]*Preview/);
  });

  function text(name: string): string {
    const content = files.get(`extension/${name}`);
    assert.ok(content !== undefined, `${name} is missing`);
    return content.toString();
  }
});

/** Every string in the manifest that is a path into one of our folders, without its leading `./`. */
function filesNamedIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(?:\.\/)?(?:dist|media|snippets)\/\S+$/.test(value) ? [value.replace(/^\.\//, '')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(filesNamedIn);
}
