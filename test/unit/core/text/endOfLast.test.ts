import assert from 'node:assert/strict';
import { applyEdits, endOfLast, insert, replace } from '../../../../src/core/text/edits.ts';

describe('the place of what was written last', () => {
  it('is where its words end in the changed text, whatever was changed before it', () => {
    const text = 'next-update: 10:00\n\n## Log\n\n- Triaged.\n';
    const edits = [insert(text.length - 1, '\n- Rolled back.\n'), replace(13, 18, 'tomorrow at noon')];
    const changed = applyEdits(text, edits);
    assert.ok(changed.slice(0, endOfLast(edits)).endsWith('- Rolled back.'));
  });

  it('is nowhere when nothing was written', () => {
    assert.equal(endOfLast([]), undefined);
    assert.equal(endOfLast([replace(0, 3, '')]), undefined);
  });
});
