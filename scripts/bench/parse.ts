import { parseChecklist } from '../../src/core/checklist/parse.ts';
import { itemsOf } from '../../src/core/checklist/model.ts';
import { findBlocks } from '../../src/core/block/find.ts';
import { itemsOfBlock } from '../../src/core/block/model.ts';
import { renderBlock } from '../../src/core/block/render.ts';
import { setItemState } from '../../src/core/block/edit.ts';
import { type Figure, medianTimes, times } from './figures.ts';

const count = 10_000;

/** The time to parse texts far larger than any real one: a checklist and a block of 10,000 items. An empty text is the base. */
export async function parseFigures(runs: number): Promise<Figure[]> {
  const text = largeChecklist();
  const { checklist } = parseChecklist(text);
  const block = renderBlock(checklist);
  const items = findBlocks(block).flatMap(itemsOfBlock);
  const last = items.at(-1);
  if (itemsOf(checklist).length !== count || items.length !== count || last === undefined) {
    throw new Error(`Of ${count} items ${itemsOf(checklist).length} and ${items.length} were found.`);
  }
  const found = await medianTimes(
    {
      empty: () => parseChecklist(''),
      checklist: () => parseChecklist(text),
      block: () => findBlocks(block),
      tick: () => setItemState(block, last, { kind: 'done' }),
    },
    runs,
  );
  const size = (text.length / 1024).toFixed(0);
  return [
    {
      what: `parse a checklist of ${count.toLocaleString('en')} items (${size} KB)`,
      value: found.checklist,
      unit: 'ms',
      compared: times(found.checklist, found.empty, 'an empty text'),
    },
    { what: 'parse an empty text', value: found.empty * 1000, unit: 'µs' },
    {
      what: 'find the block of its items',
      value: found.block,
      unit: 'ms',
      compared: times(found.block, found.checklist, 'the checklist'),
    },
    {
      what: 'tick the last item of that block',
      value: found.tick,
      unit: 'ms',
      compared: times(found.tick, found.block, 'finding it'),
    },
  ];
}

function largeChecklist(): string {
  const lines = [
    '---',
    'id: large',
    'group: problem',
    'kind: read-do',
    'trigger: Something is large.',
    '---',
    '',
    '# Large',
  ];
  for (let item = 0; item < count; item++) {
    if (item % 10 === 0) lines.push('', `## Section ${item / 10}`, '');
    lines.push(`- [ ] **Check part ${item}**`, `  - Why: Part ${item} fails at times.`, '  - How: Run `make check`.');
  }
  return `${lines.join('\n')}\n`;
}
