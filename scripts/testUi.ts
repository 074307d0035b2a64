import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './host/folders.ts';
import { runMocha } from './host/mochaRun.ts';
import { hostVersionOf, namedFiles, shardOf, valueOf } from './host/options.ts';
import { reportResults } from './host/results.ts';
import { runScript } from './host/say.ts';
import { closeUiEnvironment, uiEnvironment } from './host/uiEnvironment.ts';

// npm run test:ui [-- --floor] [--grep=TEXT] [--shard=1/2] [part of a file name ...]
await runScript(async () => {
  const args = process.argv.slice(2);
  const version = hostVersionOf(args);
  const all = globSync('test/ui/**/*.test.ts', { cwd: projectFolder }).toSorted();
  const files = shardOf(
    args,
    namedFiles(args, all).map((file) => path.join(projectFolder, file)),
    (file) => statSync(file).size,
  );
  const grep = valueOf(args, 'grep');
  try {
    await uiEnvironment({ version });
    const options = { timeout: 60_000, ...(grep === undefined ? {} : { grep }) };
    const shard = valueOf(args, 'shard');
    const name = `UI${shard === undefined ? '' : ` ${shard}`}, VS Code ${version.vscode}`;
    return reportResults([await runMocha(name, files, options)]);
  } finally {
    await closeUiEnvironment();
  }
});
