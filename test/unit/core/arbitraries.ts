import fc from 'fast-check';
import type { Block, BlockItem, ItemState } from '../../../src/core/block/model.ts';
import { itemsOfBlock } from '../../../src/core/block/model.ts';
import { findBlocks } from '../../../src/core/block/find.ts';
import { parseChecklist } from '../../../src/core/checklist/parse.ts';
import type { Checklist } from '../../../src/core/checklist/model.ts';

/** How often a property is tried; for a long run: `PROPERTY_RUNS=2000 npm run test:unit -- --timeout 0`. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) };

/** Milliseconds that a property may take: nothing is measured here, and a busy machine is no fault. */
export const slow = 60_000;

/** Words and look-alikes that titles, notes and reasons are made of. */
const words = fc.constantFrom(
  'Know',
  'the',
  'rollback',
  'a',
  'a',
  'b',
  'Größe',
  'naïve',
  '日本',
  'شكرا',
  'עברית',
  '🎉',
  '👩‍👩‍👧',
  'C#',
  '#',
  '1.',
  '-',
  '|',
  '+',

  '**',
  '**bold**',
  '__bold__',
  '__',
  '*',
  '_it_',
  '~~',
  '~~struck~~',
  '~',
  '`code`',
  '`',
  '`**kwargs`',
  '[link](x)',
  '![i](y)',
  '[x]',

  '<!-- id -->',
  '<!-- c -->',
  '<!--',
  '-->',
  '(n/a)',
  '(n/a: look-alike)',
  '~~x~~ (n/a: y)',
  '(N/A: z)',
  '<b>',
  'Map<String>',
  '\\',
  '\\*',
  '&amp;',
  '&',
  ':',
  'Only for:',
  'Problem:',
  '\u2028',
  '\u00A0',
  '\t',
  '$&',
  '---',
);

const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

/** Anything that a person can type or paste: lines, controls, lone surrogates. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.oneof(
        words,
        fc.constantFrom('\n', '\r\n', '\r', '  ', '- [ ] ', '---', '```', '> ', '# ', '<div>', '\0', '\uFEFF'),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

export const typed = fc.oneof(
  phrase,
  fc.constantFrom('', ' ', 'two\nlines', '~~ (n/a: trick)', '<!-- x -->', '```', '- [ ] x'),
  anyText,
);

export const itemState: fc.Arbitrary<ItemState> = fc.oneof(
  fc.constant<ItemState>({ kind: 'open' }),
  fc.constant<ItemState>({ kind: 'done' }),
  typed.map((reason): ItemState => ({ kind: 'n/a', reason })),
  typed.map((note): ItemState => ({ kind: 'problem', note })),
);

const checklistId = fc.constantFrom('one', 'two', 'review-author');
const ownId = fc
  .option(fc.constantFrom('own', 'own', 'a', 'a-1', 'item', 'Ünï', '!!', 'x.y'), { nil: undefined, freq: 4 })
  .map((id) => (id === undefined ? '' : ` <!-- id: ${id} -->`));

const titleMarkdown = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Know the rollback', '**Keep one change**', 'a', 'a-1', '`code` first') },
  { weight: 3, arbitrary: phrase },
  { weight: 1, arbitrary: phrase.map((text) => `**${text}**`) },
  { weight: 1, arbitrary: phrase.map((text) => `__${text}__`) },
);

const listMarker = fc.oneof(
  { weight: 6, arbitrary: fc.constant('- ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('* ', '+ ', '1. ', '2) ', '10. ', '-\t', '-   ', ' - ', '  - ', '   * ', ' 1.  '),
  },
);

/** What may stand below an item, as lines without the item's own indentation. */
const child = fc.oneof(
  fc.constantFrom(
    ['- Why: because'],
    ['- Problem: it broke'],
    ['- Problem:'],
    ['- Note: seen', '  and more'],
    ['* Note: star'],
    ['1. Note: first', '2. Problem: second', '3. Note: third'],
    ['2. Note: two'],
    ['  - Why: deep'],
    ['   1. How: deeper'],
    ['- Problem: p', '---'],
    ['- Problem:', '  on the next line'],
    ['-', '  Note: below its marker'],
    ['- # Note: heading'],
    ['', 'A paragraph.'],
    ['', '  Two in.'],
    ['', '    code'],
    ['', '      deep code'],
    ['```', '- [ ] fake', '<!-- /tpm:checklist -->', '```'],
    ['~~~', 'not closed'],
    ['> quoted', '> - [ ] fake'],
    ['- [ ] nested task', '- [x] another'],
    ['# heading'],
    ['<div>'],
    ['***'],
    ['\t- Note: tab'],
    ['', '- Problem: after a gap', '', '  and a paragraph'],
    ['- - Problem: too deep'],
    ['a | b', '--|--', ''],
    ['- Problem: a', '- Problem: b'],
  ),
);

const itemLines = fc
  .record({
    marker: listMarker,
    mark: fc.constantFrom(' ', ' ', 'x', 'X'),
    title: titleMarkdown,
    id: ownId,
    struck: fc.constantFrom('', '', '', 'plain', 'reason', 'spaced'),
    space: fc.constantFrom(' ', ' ', ' ', '  ', '\t'),
    trailing: fc.constantFrom('', '', '', '  ', '\t'),
    lazy: fc.constantFrom('', '', '', '', 'lazy line', '  continued', '==='),
    children: fc.array(child, { maxLength: 2 }),
  })
  .map(({ marker, mark, title, id, struck, space, trailing, lazy, children }) => {
    const content = {
      '': title,
      plain: `~~${title}~~ (n/a)`,
      reason: `~~${title}~~ (n/a: none here)`,
      spaced: `~~ ${title} ~~ (N/A:  two )`,
    }[struck];
    const indent = marker.includes('\t') ? '\t' : ' '.repeat(marker.length);
    const below = children.flat().map((line) => (line === '' ? '' : indent + line));
    return [`${marker}[${mark}]${space}${content}${id}${trailing}`, ...(lazy === '' ? [] : [lazy]), ...below];
  });

const prose = fc.constantFrom(
  [''],
  ['Some words.'],
  ['Some words', 'on two lines'],
  ['### Section'],
  ['#### Shape'],
  ['# Title'],
  ['Shape', '-----'],
  ['Shape:'],
  ['', 'Shape:', ''],
  ['```md', '<!-- tpm:checklist one -->', '- [ ] fake', '<!-- /tpm:checklist -->', '```'],
  ['> <!-- tpm:checklist one -->', '> - [ ] fake'],
  ['<!--', '- [ ] commented out', '<!-- /tpm:checklist -->'],
  ['<details>', '<summary>More</summary>'],
  ['</details>'],
  ['<pre>', '<!-- /tpm:checklist -->', '</pre>'],
  ['- plain', '  - [ ] nested'],
  ['1. one', '2. two'],
  ['    indented code'],
  ['\ttabbed'],
  ['---'],
  ['***'],
  ['| a | b |', '|---|---|', '| 1 | 2 |'],
  ['  <!-- /tpm:checklist -->'],
  ['~~~ never closed'],
  ['[ref]: https://example.com'],
  ['تقرير بالعربية'],
  ['\u2028'],
  ['Text <!-- tpm:checklist one -->'],
);

const blockLines = fc
  .record({
    id: checklistId,
    title: fc.option(fc.constantFrom('### Prepare a change', 'Prepare a change', '## A', 'Two\n---')),
    body: fc.array(fc.oneof({ weight: 4, arbitrary: itemLines }, { weight: 1, arbitrary: prose }), { maxLength: 6 }),
    isClosed: fc.boolean(),
    gap: fc.constantFrom<string[]>([], [], ['']),
  })
  .map(({ id, title, body, isClosed, gap }) => [
    `<!-- tpm:checklist ${id} -->`,
    ...(title?.split('\n') ?? []),
    ...gap,
    ...body.flat(),
    ...gap,
    ...(isClosed ? ['<!-- /tpm:checklist -->'] : []),
  ]);

const frontMatterLines = fc
  .shuffledSubarray([
    ['tpm: checklist # what it is'],
    ['title: "A: quoted"'],
    ['status:   open   # by hand'],
    ["owner: 'Ana'"],
    ['# a comment'],
    ['checklists:', '  - one # first', '  - two'],
    ['empty:'],
    ['nested:', '  status: inner', '  list: [a, b]'],
    ['text: |', '  one', '  ---two'],
    ['branch: feature/x'],
    ['unknown-key: ~'],
    ['status: again'],
    ['anchor: &x 1', 'alias: *x'],
  ])
  .map((parts) => ['---', ...parts.flat(), '---']);

/** Lines become a text: line endings of every kind, a byte order mark, no final newline. */
function asText(lines: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  const ending = fc.constantFrom('\n', '\r\n', '\r');
  return fc
    .record({
      lines,
      one: ending,
      other: ending,
      isMixed: fc.boolean(),
      isFinal: fc.boolean(),
      bom: fc.constantFrom('', '', '', '\uFEFF'),
    })
    .map(({ lines, one, other, isMixed, isFinal, bom }) => {
      const endings = lines.map((_, index) => (isMixed && index % 2 ? other : one));
      return (
        bom + lines.map((line, index) => line + (index < lines.length - 1 || isFinal ? endings[index]! : '')).join('')
      );
    });
}

const documentLines = fc
  .record({
    front: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: frontMatterLines }),
    parts: fc.array(fc.oneof({ weight: 2, arbitrary: blockLines }, { weight: 1, arbitrary: prose }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ front, parts }) => [...front, ...parts.flat()]);

/** A Markdown text with blocks, items in every state and everything that only looks like one. */
const markdown = asText(documentLines);

/** The same after a slip of the keyboard: a span deleted, doubled or replaced. */
const mutated = fc
  .record({
    text: markdown,
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
    put: fc.oneof(fc.constant(''), words, fc.constantFrom('\n', '\n\n', '  ', '```\n', '<!--', '- ')),
  })
  .map(({ text, at, length, put }) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + length);
  });

export const someMarkdown = fc.oneof(markdown, mutated);

export const textWithFrontMatter = asText(
  fc.tuple(frontMatterLines, fc.array(prose, { maxLength: 2 })).map(([front, body]) => [...front, ...body.flat()]),
);

/** Any checklist that a file can hold, from a text that a person may have written. */
export const checklist: fc.Arbitrary<Checklist> = fc
  .record({
    id: checklistId,
    title: fc.oneof(
      phrase,
      fc.constantFrom('Prepare a change', 'Before you start:', '# 1', '1. First', '- x', 'C #', 'back\\'),
    ),
    first: fc.array(itemLines, { maxLength: 2 }),
    sections: fc.array(
      fc.record({
        title: fc.oneof(phrase, fc.constantFrom('Shape', 'Shape', 'Ask:', '')),
        items: fc.array(itemLines, { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ id, title, first, sections }) => {
    const lines = ['---', `id: ${id}`, '---', '', `# ${title}`, '', ...first.flat()];
    for (const section of sections) lines.push('', `## ${section.title}`, '', ...section.items.flat());
    return parseChecklist(lines.join('\n')).checklist;
  });

export interface Picked {
  readonly text: string;
  readonly block: Block;
  readonly item: BlockItem;
}

/** A text and one of the items in its blocks. */
export const pickedItem: fc.Arbitrary<Picked> = fc
  .tuple(someMarkdown, fc.nat())
  .map(([text, index]) => {
    const found = findBlocks(text).flatMap((block) => itemsOfBlock(block).map((item) => ({ text, block, item })));
    return found[index % found.length];
  })
  .filter((picked) => picked !== undefined);

/** A text and one of its blocks. */
export const pickedBlock: fc.Arbitrary<{ text: string; block: Block }> = fc
  .tuple(someMarkdown, fc.nat())
  .map(([text, index]) => {
    const blocks = findBlocks(text);
    return { text, block: blocks[index % blocks.length] };
  })
  .filter((picked): picked is { text: string; block: Block } => picked.block !== undefined);
