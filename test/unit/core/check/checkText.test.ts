import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setItemState } from '../../../../src/core/block/edit.ts';
import { findBlocks, findItem } from '../../../../src/core/block/find.ts';
import { framed } from '../../../../src/core/block/frame.ts';
import { itemsOfBlock, type ItemState } from '../../../../src/core/block/model.ts';
import { renderBlock } from '../../../../src/core/block/render.ts';
import { checkText, type CheckOptions } from '../../../../src/core/check/checkText.ts';
import { codeOf } from '../../../../src/core/check/model.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { anyText, checklist, itemState, runs, someMarkdown } from '../arbitraries.ts';
import { builtIn } from '../review/lists.ts';

const block = (...items: string[]): string =>
  ['<!-- tpm:checklist a -->', '### Release', ...items, '<!-- /tpm:checklist -->', ''].join('\n');
/** `line:column code`, and `?` behind a warning. */
const faults = (text: string, options?: CheckOptions): string[] =>
  checkText(text, options).faults.map((fault) => {
    const column = fault.range.start - text.lastIndexOf('\n', fault.range.start - 1);
    return `${fault.line + 1}:${column} ${codeOf(fault)}${fault.severity === 'warning' ? '?' : ''}`;
  });

describe('checking a text', () => {
  it('finds nothing in one without a checklist, unless it needs one', () => {
    assert.deepEqual(faults(''), []);
    assert.deepEqual(faults('# Title\n\n- [ ] **Milk**\n'), []);
    assert.deepEqual(faults('# Title\n', { needsBlock: true }), ['1:1 no-block']);
    assert.deepEqual(faults(block('- [x] Tag'), { needsBlock: true }), []);
  });

  it('wants each must settled, and leaves the other items alone', () => {
    assert.deepEqual(faults(block('- [ ] **Tag**', '- [ ] Tell', '- [x] **Push**')), ['3:7 open-must']);
    assert.deepEqual(faults(block('- [x] ~~**Tag**~~ (n/a: no release)')), []);
  });

  it('wants a reason for each item that is not applicable, ticked or not', () => {
    assert.deepEqual(
      faults(block('- [x] ~~Tag~~ (n/a)', '- [ ] ~~**Tell**~~ (n/a: )', '- [x] ~~Push~~ (n/a: by CI)')),
      ['3:7 missing-reason', '4:7 missing-reason'],
    );
  });

  it('fails for a problem on a must and warns of any other', () => {
    const text = block(
      '- [ ] **Tag**',
      '  - Problem: no right to',
      '- [ ] Tell',
      '  - Problem: whom?',
      '- [x] **Push**',
      '  - Problem: was slow',
    );
    assert.deepEqual(faults(text), ['3:7 open-problem', '5:7 open-problem?']);
  });

  it('fails for a must that has to be checked again, and warns of any other answer', () => {
    const again = '  - Re-check: `src/a.ts` (since 0123456789)';
    const text = block('- [x] **Tag**', again, '- [x] ~~Tell~~ (n/a: nobody)', again, '- [ ] Push', '  - Re-check: me');
    assert.deepEqual(faults(text), ['3:7 re-check', '5:7 re-check?']);
    assert.equal(checkText(text).blocks[0]?.openMusts, 1);
  });

  it('tells where a block has no end', () => {
    assert.deepEqual(faults('Text\n\n<!-- tpm:checklist a -->\n- [x] Tag\n'), ['3:1 unclosed-block']);
  });

  it('places faults in texts with CRLF, a byte order mark and several blocks', () => {
    const text = `\ufeff${block('- [ ] **Tag**')}\n${block('- [ ] **Tag**')}`.replaceAll('\n', '\r\n');
    assert.deepEqual(faults(text), ['3:7 open-must', '8:7 open-must']);
    assert.deepEqual(
      checkText(text).blocks.map(({ line, openMusts, total, title }) => [line, openMusts, total, title]),
      [
        [0, 1, 1, 'Release'],
        [5, 1, 1, 'Release'],
      ],
    );
  });

  it('reads a commit message, where the block has no headings', () => {
    const message = renderBlock(
      builtIn.find(({ id }) => id === 'review-author')!,
      { isPlain: true },
    );
    const musts = builtIn
      .find(({ id }) => id === 'review-author')!
      .sections.flatMap(({ items }) => items.filter((one) => one.isMust));
    assert.equal(faults(`Fix the totals\n\n${message}\n\n# Please enter the message\n`).length, musts.length);
  });

  it('reads the comments of code, and says where in the file the item stands', () => {
    const inCode = `int x;\n${framed(block('- [ ] **Tag**', '- [x] Tell'), { before: '    // ', after: '' })}\nint y;\n`;
    assert.deepEqual(faults(inCode, { path: 'src/a.c' }), ['4:14 open-must']);
    assert.deepEqual(faults(inCode.replaceAll('\n', '\r\n'), { path: 'C:\\src\\a.c' }), ['4:14 open-must']);
    const xml = framed(block('- [ ] **Tag**'), { before: '/* ', after: ' */' });
    assert.deepEqual(faults(xml, { path: 'a.css' }), ['3:10 open-must']);
  });

  it('does not take a block that is quoted in a Markdown text for one', () => {
    assert.deepEqual(faults(`\`\`\`markdown\n${block('- [ ] **Tag**')}\`\`\`\n`, { path: 'README.md' }), []);
  });

  it('reads the front matter of a record', () => {
    const record = `---\ntpm: review\nstatus: done\n---\n\n# Review\n\n${block('- [ ] **Tag**')}`;
    assert.deepEqual([checkText(record).kind, checkText(record).record?.kind], ['record', 'review']);
    assert.deepEqual(faults(record), ['3:9 unknown-value', '10:7 open-must']);
  });

  it('takes a file for a checklist when its front matter or its folder says so', () => {
    const front = '---\nid: release\ngroup: delivery\nkind: read-do\ntrigger: A release.\n---\n\n';
    const list = `${front}# Release\n\n## Before\n\n- [ ] **Tag**\n`;
    assert.deepEqual(checkText(list).kind, 'checklist');
    assert.deepEqual(faults(list), []);
    assert.deepEqual(faults(list.replace('read-do', 'do')), ['4:7 unknown-value']);
    assert.deepEqual(faults('# Release\n\n## Before\n\n- [ ] Tag\n', { path: '.tpm\\checklists\\a.md' }), [
      '1:1 missing-front-matter',
    ]);
    assert.equal(checkText('# Release\n', { path: 'docs/release.md' }).kind, 'text');
  });

  it('holds a checklist to the rules of good ones when asked to, as a warning', () => {
    const list =
      '---\nid: release\ngroup: delivery\nkind: read-do\ntrigger: A release.\nsources:\n  - https://a.example\n---\n\n# Release\n\n## Before\n\n- [ ] **Tag the commit.**\n';
    assert.deepEqual(faults(list), []);
    const found = faults(list, { withLint: true });
    assert.ok(found.includes('12:1 section-size?') && found.includes('14:1 title-ends-in-stop?'), found.join());
    assert.ok(found.every((one) => one.endsWith('?')));
  });

  it('finds nothing in the built-in checklists', () => {
    assert.ok(builtIn.length > 20);
    for (const list of builtIn)
      assert.deepEqual(
        faults(`${renderBlock(list)}\n`).filter((one) => !one.endsWith('open-must')),
        [],
      );
  });

  it('finds exactly the musts that are not settled and the reasons that are missing, whatever was marked', () => {
    fc.assert(
      fc.property(checklist, fc.infiniteStream(itemState), (list, states) => {
        let text = `${renderBlock(list)}\n`;
        const [open, silent] = [new Set<string>(), new Set<string>()];
        for (const item of findBlocks(text).flatMap(itemsOfBlock)) {
          const state = states.next().value as ItemState;
          text = applyEdits(text, setItemState(text, item, state));
          const now = findItem(text, item);
          if (now?.isMust && (state.kind === 'open' || state.kind === 'problem')) open.add(now.id);
          if (now?.state.kind === 'n/a' && now.state.reason === '') silent.add(now.id);
        }
        const { faults: found, blocks } = checkText(text);
        assert.equal(found.filter(({ severity }) => severity === 'error').length, open.size + silent.size);
        assert.equal(blocks[0]?.openMusts, open.size);
      }),
      runs,
    );
  });

  it('never throws, and places each fault inside of the text', () => {
    const places = fc.constantFrom(undefined, 'a.md', 'a.ts', '.tpm/checklists/a.md');
    fc.assert(
      fc.property(fc.oneof(anyText, someMarkdown), places, (text, path) => {
        const options = { ...(path === undefined ? {} : { path }), withLint: true, needsBlock: true };
        for (const { line, range } of checkText(text, options).faults) {
          assert.ok(line >= 0 && range.start >= 0 && range.start <= range.end && range.end <= text.length);
        }
      }),
      runs,
    );
  });
});
