import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild, ensurePackage } from '../host/build.ts';
import { projectFolder } from '../host/folders.ts';
import { type Figure, times } from './figures.ts';

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { path: string; kind: string; external?: boolean }[] }>
  >;
}

/** The sizes of what is shipped. */
export async function sizeFigures(): Promise<Figure[]> {
  const vsix = await ensurePackage();
  await ensureBuild();
  const metafile: Metafile = JSON.parse(readFileSync(path.join(projectFolder, 'out', 'meta-node.json'), 'utf8'));
  const start = kilobytes(startUpFiles(metafile));
  const node = kilobytes(Object.keys(metafile.outputs));
  const web = kilobytes(['dist/web/extension.js']);
  return [
    {
      what: 'start-up chunk, Node host (minified)',
      value: start,
      unit: 'KB',
      compared: times(start, node, 'all of dist/node'),
    },
    { what: 'all chunks, Node host', value: node, unit: 'KB' },
    { what: 'bundle, web host (one file)', value: web, unit: 'KB' },
    { what: '.vsix', value: statSync(vsix).size / 1024, unit: 'KB' },
  ];
}

/** The entry and every chunk that it imports statically. */
function startUpFiles({ outputs }: Metafile): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const one of outputs[name]?.imports ?? []) {
      if (one.kind === 'import-statement' && one.external !== true) visit(one.path);
    }
  };
  visit('dist/node/extension.js');
  return [...found];
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(path.join(projectFolder, file)).size, 0) / 1024;
}
