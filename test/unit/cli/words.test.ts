import assert from 'node:assert/strict';
import { l10n } from '../../../src/cli/l10n.ts';
import { printable } from '../../../src/cli/printable.ts';

describe('the words of the command line', () => {
  it('are filled in as the editor does', () => {
    assert.equal(l10n.t('{0} of {1}, {0}', 1, 'two'), '1 of two, 1');
    assert.equal(l10n.t('{0} costs {1}', '{1}', '$&'), '{1} costs $&');
    assert.equal(l10n.t('nothing'), 'nothing');
  });

  it('stay on one line', () => {
    assert.equal(printable('a\r\nb\u2028c'), 'a\ufffd\ufffdb\ufffdc');
    assert.equal(printable('C:\\päge – 日本.md'), 'C:\\päge – 日本.md');
  });
});
