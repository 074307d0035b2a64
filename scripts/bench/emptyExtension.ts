import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../host/command.ts';
import { temporaryFolder } from '../host/folders.ts';

/** The id of the extension that does nothing. */
export const emptyExtensionId = 'bench.empty';

/** As the palette shows it. */
export const emptyExtensionCommand = 'Bench: Nothing';

/** Packages an extension whose command does nothing: what any extension costs. Returns the path of its .vsix. */
export async function packageEmptyExtension(): Promise<string> {
  const folder = temporaryFolder('empty-extension');
  const manifest = {
    name: 'empty',
    publisher: 'bench',
    version: '0.0.1',
    engines: { vscode: '^1.110.0' },
    main: './extension.js',
    contributes: { commands: [{ command: 'bench.nothing', title: 'Nothing', category: 'Bench' }] },
  };
  const code = `const { commands } = require('vscode');
exports.activate = (context) => context.subscriptions.push(commands.registerCommand('bench.nothing', () => {}));
`;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'extension.js'), code);
  writeFileSync(path.join(folder, 'README.md'), '# Empty\n\nDoes nothing.\n');
  const vsce = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));
  const args = ['package', '--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', 'empty.vsix'];
  await runCommand(process.execPath, [vsce, ...args], { cwd: folder, quiet: true });
  return path.join(folder, 'empty.vsix');
}
