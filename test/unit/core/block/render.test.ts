import assert from 'node:assert/strict';
import { renderBlock } from '../../../../src/core/block/render.ts';
import { parseChecklist } from '../../../../src/core/checklist/parse.ts';

const { checklist } = parseChecklist(`---
id: review-author
---
# Prepare a change for review
## Shape
- [ ] **Keep one self-contained change**
  - Why: w
- [ ] Keep formatting apart <!-- id: formatting -->
## Risk
- [ ] Know the rollback
`);

describe('rendering a block', () => {
  it('gives headings and open items between two markers', () => {
    assert.equal(
      renderBlock(checklist),
      `<!-- tpm:checklist review-author -->
### Prepare a change for review
#### Shape
- [ ] **Keep one self-contained change**
- [ ] Keep formatting apart <!-- id: formatting -->
#### Risk
- [ ] Know the rollback
<!-- /tpm:checklist -->`,
    );
  });

  it('gives lines of their own where # begins a comment', () => {
    assert.equal(
      renderBlock(checklist, { isPlain: true, includes: (_, section) => section.title === 'Risk' }),
      `<!-- tpm:checklist review-author -->
Prepare a change for review

Risk:

- [ ] Know the rollback
<!-- /tpm:checklist -->`,
    );
  });

  it('keeps headings at level six and uses the line ending that is asked for', () => {
    const lines = renderBlock(checklist, {
      headingLevel: 6,
      lineEnding: '\r\n',
      includes: (item) => item.id === 'know-the-rollback',
    }).split('\r\n');
    assert.deepEqual(lines.slice(1, 4), [
      '###### Prepare a change for review',
      '###### Risk',
      '- [ ] Know the rollback',
    ]);
  });

  it('escapes what would be read as something else', () => {
    const { checklist } = parseChecklist('# \\*all\\* # of C \\#\n## 1. First\n- [ ] a\n## - `x`\\:\n- [ ] a\n');
    assert.equal(
      renderBlock(checklist),
      '<!-- tpm:checklist all--of-c- -->\n### \\*all\\* # of C \\#\n#### 1. First\n- [ ] a\n#### - x:\n- [ ] a <!-- id: a-1 -->\n<!-- /tpm:checklist -->',
    );
    assert.equal(
      renderBlock(checklist, { isPlain: true }),
      '<!-- tpm:checklist all--of-c- -->\n\\*all\\* # of C #\n\n1\\. First:\n\n- [ ] a\n\n\\- x::\n\n- [ ] a <!-- id: a-1 -->\n<!-- /tpm:checklist -->',
    );
  });
});
