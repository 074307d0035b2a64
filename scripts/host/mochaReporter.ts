import { ResultCollector, reportResults } from './results.ts';
import { reporterThatPosts } from './testEvents.ts';

const results = new ResultCollector('Unit');

/**
 * The reporter with which `npm test` starts plain mocha: every test with its time, and the counts as data in the file that
 * `TPM_MENTOR_RESULTS` names. Used as `mocha --reporter ./scripts/host/mochaReporter.ts`.
 */
export default reporterThatPosts((event) => {
  results.add(event);
  if (event.kind === 'ended') {
    reportResults([results.end()]);
  }
});
