import path from 'node:path';
import { runCommand } from './host/command.ts';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

// npm run package: writes tpm-mentor.vsix. Bundled, so no dependencies go in; nothing is fetched.
await runScript(async () => {
  const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
  await runCommand(process.execPath, [vsce, 'package', '--no-dependencies', '--out', 'tpm-mentor.vsix'], { cwd: projectFolder });
  return 0;
});
