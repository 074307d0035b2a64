import path from 'node:path';
import { runCommand } from '../../scripts/host/command.ts';
import { projectFolder, temporaryFolder } from '../../scripts/host/folders.ts';

/** Packages the small extension of `test/fixtures/companion` and returns the path of its .vsix. */
export async function packageCompanion(): Promise<string> {
  const vsce = path.join(projectFolder, 'node_modules', '@vscode', 'vsce', 'vsce');
  const file = path.join(temporaryFolder('companion'), 'companion.vsix');
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
  await runCommand(process.execPath, args, {
    cwd: path.join(projectFolder, 'test', 'fixtures', 'companion'),
    quiet: true,
  });
  return file;
}
