import { fileURLToPath } from 'node:url';
import { runCommand } from './host/command.ts';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

// npm run package: writes tpm-mentor.vsix. Bundled, so no dependencies go in; nothing is fetched.
await runScript(async () => {
  const vsce = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));
  const args = ['package', '--no-dependencies', '--out', 'tpm-mentor.vsix'];
  await runCommand(process.execPath, [vsce, ...args], { cwd: projectFolder });
  return 0;
});
