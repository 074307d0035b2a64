import type { LintFinding, LintRule } from '../../../../src/core/checklist/lint.ts';

/** A good list: `first` stands before plain items that fill the first section up to `count`. */
export function list({
  sources = ['https://example.com/a'],
  first = item({}),
  count = 3,
  rest = '',
}: { sources?: readonly string[]; first?: string; count?: number; rest?: string } = {}): string {
  const more = Math.max(0, count - first.split('- [ ]').length + 1);
  return `${front(sources)}# Sample\n\n## Look\n\n${first}${plainItems(more)}${rest}`;
}

export function section(title: string, intro = ''): string {
  return `\n## ${title}\n\n${intro}\n\n${item({ title: `**Read ${title}**` })}${plainItems(2, title)}`;
}

function plainItems(count: number, what = 'part'): string {
  return Array.from({ length: count }, (_, index) => item({ title: `Check ${what} ${index}` })).join('');
}

export function item({
  title = '**Read the first error**',
  why = 'Later ones follow from it.',
  how = 'Look at the log.',
  ask = 'What does it say?',
  more = '',
}: {
  title?: string;
  why?: string;
  how?: string;
  ask?: string;
  more?: string;
}): string {
  return `- [ ] ${title}\n  - Why: ${why}\n  - How: ${how}\n  - Ask: ${ask}\n${more}`;
}

export function front(sources: readonly string[] = ['https://example.com/a']): string {
  const lines = sources.map((source) => `  - "${source}"`);
  return [
    '---',
    'id: sample',
    'group: review',
    'kind: do-confirm',
    'trigger: Now.',
    'sources:',
    ...lines,
    '---',
    '',
    '',
  ].join('\n');
}

export function wordsOf(count: number): string {
  return Array.from({ length: count }, () => 'word').join(' ');
}

/** A finding without its place. */
export function ruleOf(finding: LintFinding): LintRule {
  const { checklist: _checklist, section: _section, item: _item, line: _line, ...rule } = finding;
  return rule;
}
