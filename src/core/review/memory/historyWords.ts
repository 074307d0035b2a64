import { inlineCode } from '../../markdown/write.ts';
import type { Comparison } from './compare.ts';
import { pathsText } from './stand.ts';

function historyWords({ history, newCommits, commits }: Comparison, base: string): string {
  const count = (some: number): string => (some === 1 ? '1 commit' : `${some} commits`);
  switch (history) {
    case 'forward':
      return newCommits === 1 ? '1 new commit' : `${newCommits} new commits`;
    case 'amended':
      return 'the last commit was amended';
    case 'squashed':
      return `squashed into ${count(commits)}`;
    case 'rebased':
      return `rebased onto ${base}${newCommits ? `, with ${newCommits === 1 ? '1 new commit' : `${newCommits} new commits`}` : ''}`;
    case 'rewritten':
      return 'history was rewritten';
  }
}

/** What came to the branch and which files differ, as a Markdown sentence. */
export function historySentence(comparison: Comparison, base: string): string {
  const { paths } = comparison;
  const words = historyWords(comparison, inlineCode(base));
  const files =
    paths.length === 0
      ? 'the same changes'
      : `${paths.length === 1 ? '1 file differs' : `${paths.length} files differ`}: ${pathsText(paths)}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${files}.`;
}
