import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendToSection, findSection, sectionsOf, sectionText } from '../../../../src/core/record/sections.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';

const record = [
  '---',
  'tpm: triage',
  '---',
  '# Title',
  '',
  '## Summary',
  '',
  'It crashes.',
  '',
  '<!-- tpm:checklist broken -->',
  '## Broken code',
  '### Stop the bleeding',
  '- [ ] Log',
  '<!-- /tpm:checklist -->',
  '',
  '## Log',
  '',
  '- 14:05 Triaged.',
  '',
].join('\n');

const append = (text: string, title: string, ...lines: string[]): string =>
  applyEdits(text, appendToSection(text, title, lines));

describe('the sections of a record', () => {
  it('are its second-level headings outside of checklist blocks', () => {
    assert.deepEqual(
      sectionsOf(record).map(({ title }) => title),
      ['Summary', 'Log'],
    );
  });

  it('end where a block begins', () => {
    assert.equal(sectionText(record, 'Summary'), 'It crashes.');
  });

  it('are found whatever the case of their title, and are not made up', () => {
    assert.equal(findSection(record, 'LOG')?.line, 15);
    assert.equal(findSection(record, 'Evidence'), undefined);
  });

  it('read without their HTML comments', () => {
    assert.equal(sectionText('## A\n\n<!-- hint -->\nwords\n', 'A'), 'words');
  });
});

describe('appending to a section', () => {
  it('puts lines behind its last line with text', () => {
    assert.equal(
      append(record, 'Log', '- 14:30 Rolled back.'),
      record.replace('- 14:05 Triaged.\n', '- 14:05 Triaged.\n- 14:30 Rolled back.\n'),
    );
  });

  it('puts them before the block that follows', () => {
    assert.match(
      append(record, 'Summary', 'Since noon.'),
      /It crashes\.\nSince noon\.\n\n<!-- tpm:checklist broken -->/,
    );
  });

  it('fills an empty section', () => {
    assert.equal(append('# T\n\n## Log\n', 'Log', '- now'), '# T\n\n## Log\n\n- now\n');
    assert.equal(append('# T\n\n## Log', 'Log', '- now'), '# T\n\n## Log\n\n- now\n');
  });

  it('makes the section at the end when it is missing', () => {
    assert.equal(append('# T\n', 'Log', '- now'), '# T\n\n## Log\n\n- now\n');
  });

  it('uses the line endings of the text', () => {
    assert.equal(append('# T\r\n\r\n## Log\r\n\r\n- a\r\n', 'Log', '- b'), '# T\r\n\r\n## Log\r\n\r\n- a\r\n- b\r\n');
  });

  it('only adds, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '# A',
            '## Log',
            '## B',
            'text',
            '',
            '<!-- tpm:checklist x -->',
            '<!-- /tpm:checklist -->',
            '- [ ] a',
            '```',
          ),
        ),
        (lines) => {
          const text = lines.join('\n');
          const edits = appendToSection(text, 'Log', ['- NEW']);
          assert.equal(edits.length, 1);
          assert.equal(edits[0]!.range.start, edits[0]!.range.end);
          assert.match(applyEdits(text, edits), /- NEW/);
        },
      ),
    );
  });
});
