import path from 'node:path';
import { runNpm } from '../../scripts/host/command.ts';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';

/** Packs dist/cli as `npm run package:cli` does, and returns the file with the names of what is in it. */
export async function packedProgram(): Promise<{ file: string; names: string[] }> {
  const folder = temporaryFolder('packed');
  const args = ['pack', '--json', '--pack-destination', folder, './dist/cli'];
  const [packed] = JSON.parse(await runNpm(args, { cwd: projectFolder, quiet: true }));
  return {
    file: path.join(folder, packed.filename),
    names: packed.files.map((one: { readonly path: string }) => one.path),
  };
}
