import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { plainSections } from '../../../../src/core/suspects/plainSections.ts';
import { anyText } from './anyText.ts';

describe('the sections of a record, read line by line', () => {
  it('are found by their title in lower case, without comments', () => {
    const text =
      '---\ntpm: triage\n---\n# T\n\n## Summary\n\nLate <!-- how\nlate? -->\n### Detail\n\n## Log ##\r\n- a\r\n';
    assert.deepEqual(
      [...plainSections(text)],
      [
        ['summary', 'Late \n### Detail'],
        ['log', '- a'],
      ],
    );
  });

  it('do not begin inside a fence, which ends with as many marks as it began', () => {
    const text = '## Evidence\n````text\n## Not\n```\n## Nor\n````\n## Log\nx';
    assert.deepEqual([...plainSections(text).keys()], ['evidence', 'log']);
  });

  it('are joined when a title comes twice', () => {
    assert.equal(plainSections('## Log\na\n## X\n## Log\nb').get('log'), 'a\nb');
  });

  it('are read from any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('## A', '```', '~~~'))), (lines) => {
        const text = lines.join('\n');
        assert.deepEqual(plainSections(text), plainSections(text));
      }),
    );
  });
});
