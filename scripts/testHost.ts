import type { HostKind } from '../test/host/index.ts';
import { launchBrowser } from './host/browser.ts';
import { ensureBuild } from './host/build.ts';
import { runHostTests } from './host/hostTests.ts';
import { hostVersionOf, kindsOf } from './host/options.ts';
import { provisionHost } from './host/provision.ts';
import { reportResults, type SuiteResult } from './host/results.ts';
import { runScript } from './host/say.ts';

// npm run test:host [-- --floor] [node] [web] [restricted]
await runScript(async () => {
  const args = process.argv.slice(2);
  await ensureBuild();
  const host = await provisionHost(hostVersionOf(args));
  const browser = await launchBrowser();
  const results: SuiteResult[] = [];
  try {
    for (const kind of kindsOf<HostKind>(args, ['node', 'web', 'restricted'])) {
      results.push(await runHostTests(host, browser, kind));
    }
  } finally {
    await browser.close();
  }
  return reportResults(results);
});
