import { markdownOf, plainText } from '../markdown/plainText.ts';
import type { Teaching } from './model.ts';
import type { GuideWords } from './words.ts';

export type TeachingWords = Pick<GuideWords, 'must' | 'why' | 'how' | 'ask' | 'evidence'>;

interface Titled {
  readonly title: string;
  readonly isMust: boolean;
}

/** What a checklist says about an item, as Markdown. Made to be shown untrusted: commands in it are plain words there. */
export function teachingMarkdown({ title, isMust }: Titled, teaching: Teaching, words: TeachingWords): string {
  const { why, how, ask, evidence } = teaching;
  const name = `**${markdownOf(title)}**${isMust ? ` · ${words.must}` : ''}`;
  const steps = how.length === 1 ? how : how.map((step) => `- ${step.replaceAll('\n', '\n  ')}`);
  return [
    name,
    ...(why === undefined ? [] : [why]),
    ...(how.length ? [`**${words.how}**`, steps.join('\n')] : []),
    ...(ask === undefined ? [] : [`**${words.ask}**`, ask]),
    ...(evidence === undefined ? [] : [`**${words.evidence}**`, evidence]),
  ].join('\n\n');
}

/** The same without Markdown, for tooltips. `more` comes right below the title: the state of an item in a record, say. */
export function teachingText(
  { title, isMust }: Titled,
  teaching: Teaching | undefined,
  words: TeachingWords,
  more: readonly string[] = [],
): string {
  const { why, how = [], ask, evidence } = teaching ?? {};
  const steps = how.map(plainBlock);
  const parts = [
    [isMust ? `${title} (${words.must})` : title, ...more].join('\n'),
    ...(why === undefined ? [] : [plainBlock(why)]),
    ...(steps.length
      ? [`${words.how}:\n${steps.map((step) => `• ${step.replaceAll('\n', '\n   ')}`).join('\n')}`]
      : []),
    ...(ask === undefined ? [] : [`${words.ask}: ${plainBlock(ask)}`]),
    ...(evidence === undefined ? [] : [`${words.evidence}: ${plainBlock(evidence)}`]),
  ];
  return parts.join('\n\n');
}

/** Prose without its marks; code as it is, line by line. */
function plainBlock(markdown: string): string {
  return markdown
    .split(/^[ \t]*(?:```|~~~).*$/m)
    .map((part, index) => (index % 2 ? part.replace(/^\n+|\n+$/g, '') : plainText(part)))
    .filter((part) => part !== '')
    .join('\n');
}
