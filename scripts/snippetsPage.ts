import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSnippets, previewOf, type Snippet } from '../src/core/snippet/snippet.ts';

const project = join(import.meta.dirname, '..');

export const snippetsFile = join(project, 'snippets/review.code-snippets');
export const pageFile = join(project, 'docs/snippets.md');

/** The catalogue of review snippets as Markdown, one table a topic, in the order of the snippet file. */
export function snippetsPage(snippetsText: string): string {
  const snippets = parseSnippets(snippetsText);
  const topics = [...new Set(snippets.map(({ topic }) => topic))];
  const example = snippets.find(({ body }) => body.startsWith('**question')) ?? snippets[0];
  return [
    '# Review snippets',
    '',
    '<!-- Written by scripts/snippetsPage.ts from snippets/review.code-snippets. Do not edit. -->',
    '',
    `${snippets.length} comments in ${topics.length} topics. Type a slash and the prefix in a Markdown file or a review comment, or run`,
    '**TPM: Insert Review Snippet** and search. Each comment starts with a label of',
    '[Conventional Comments](https://conventionalcomments.org/) and says whether it blocks; Tab leads through the words to fill in.',
    '',
    ...(example ? [`For example, \`${example.prefixes[0]}\` becomes:`, '', ...quoted(previewOf(example)), ''] : []),
    ...topics.flatMap((topic) =>
      tableOf(
        topic,
        snippets.filter((snippet) => snippet.topic === topic),
      ),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function tableOf(topic: string, snippets: readonly Snippet[]): string[] {
  const rows = snippets.map(({ prefixes, title, description }) => [
    prefixes.map((prefix) => `\`${prefix}\``).join(', '),
    cell(title),
    cell(description),
  ]);
  return [`## ${topic}`, '', ...table([['Prefix', 'Title', 'What it is for'], ...rows]), ''];
}

/** Columns as wide as their longest cell, which is how the formatter of this project wants a table. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(rows[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.slice(1).map(line)];
}

function quoted(text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

if (import.meta.main) writeFileSync(pageFile, snippetsPage(readFileSync(snippetsFile, 'utf8')));
