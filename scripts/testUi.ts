import { globSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './host/folders.ts';
import { runMocha } from './host/mochaRun.ts';
import { hostVersionOf, namedFiles, valueOf } from './host/options.ts';
import { reportResults } from './host/results.ts';
import { runScript } from './host/say.ts';
import { closeUiEnvironment, uiEnvironment } from './host/uiEnvironment.ts';

// npm run test:ui [-- --floor] [--grep=TEXT] [part of a file name ...]
await runScript(async () => {
  const args = process.argv.slice(2);
  const version = hostVersionOf(args);
  const all = globSync('test/ui/**/*.test.ts', { cwd: projectFolder }).toSorted();
  const files = namedFiles(args, all).map((file) => path.join(projectFolder, file));
  const grep = valueOf(args, 'grep');
  try {
    await uiEnvironment({ version });
    const options = { timeout: 60_000, ...(grep === undefined ? {} : { grep }) };
    return reportResults([await runMocha(`UI, VS Code ${version.vscode}`, files, options)]);
  } finally {
    await closeUiEnvironment();
  }
});
