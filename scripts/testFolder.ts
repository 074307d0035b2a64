import { globSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './host/folders.ts';
import { runMocha } from './host/mochaRun.ts';
import { kindsOf, valueOf } from './host/options.ts';
import { reportResults, type SuiteResult } from './host/results.ts';
import { runScript } from './host/say.ts';

const names = { scripts: 'Scripts', package: 'Package', cli: 'Command line' };

// node scripts/testFolder.ts [scripts] [package] [cli] [--grep=TEXT]: the tests in plain Node that are too slow for `npm run test:unit`.
await runScript(async () => {
  const args = process.argv.slice(2);
  const grep = valueOf(args, 'grep');
  const results: SuiteResult[] = [];
  for (const folder of kindsOf<keyof typeof names>(args, ['scripts', 'package', 'cli'])) {
    const files = globSync(`test/${folder}/**/*.test.ts`, { cwd: projectFolder }).toSorted();
    const whole = files.map((file) => path.join(projectFolder, file));
    results.push(await runMocha(names[folder], whole, { timeout: 60_000, ...(grep === undefined ? {} : { grep }) }));
  }
  return reportResults(results);
});
