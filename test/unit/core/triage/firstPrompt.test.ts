import assert from 'node:assert/strict';
import { firstPrompt } from '../../../../src/core/triage/firstPrompt.ts';
import { prompt } from '../../../../src/core/triage/prompt.ts';

describe('the first thing to fill in', () => {
  it('is the whole of the first prompt, so that what is typed takes its place', () => {
    const first = prompt('what should have happened');
    const text = `# Export fails\n\n- **Expected**: ${first}\n- **Rate**: ${prompt('n of m runs')}\n`;
    const range = firstPrompt(text);
    assert.equal(text.slice(range?.start, range?.end), first);
  });

  it('is none where all is said', () => {
    assert.equal(firstPrompt('# Export fails\n'), undefined);
  });
});
