import { l10n } from 'vscode';
import type { Problem } from '../core/checklist/problems.ts';

export function placedSentence(problem: Problem): string {
  return l10n.t('Line {0}: {1}', problem.line + 1, problemSentence(problem));
}

/** Says what is wrong and what to write instead. A new code breaks the build until it is described here. */
export function problemSentence(problem: Problem): string {
  switch (problem.code) {
    case 'missing-front-matter':
      return l10n.t('Start the file with front matter: "---", then "id:", "group:", "kind:", "trigger:", then "---".');
    case 'front-matter-syntax':
      return l10n.t('The front matter is not valid YAML: {0}', problem.message);
    case 'missing-key':
      return l10n.t('Add "{0}:" to the front matter.', problem.key);
    case 'unknown-value':
      return l10n.t(
        '"{0}" is no known {1}. Write one of: {2}.',
        problem.value,
        problem.key,
        problem.allowed.join(', '),
      );
    case 'invalid-id':
      return l10n.t('"{0}" cannot be an id. Use small letters, digits and "-".', problem.id);
    case 'missing-title':
      return l10n.t('Add a "# Title" heading.');
    case 'no-items':
      return l10n.t('There is no item yet. Write one as "- [ ] Do this".');
    case 'item-outside-section':
      return l10n.t('"{0}" stands before the first "## Section" heading.', problem.title);
    case 'empty-section':
      return l10n.t('The section "{0}" has no item.', problem.title);
    case 'duplicate-id':
      return l10n.t('"{0}" is there twice. Change a title, or end the line with <!-- id: another-id -->.', problem.id);
    case 'repeated-entry':
      return l10n.t('"{0}" has more than one "{1}:"; the first is used.', problem.title, problem.label);
    case 'unclosed-block':
      return l10n.t('The block "{0}" has no closing <!-- /tpm:checklist -->.', problem.id);
    case 'finding-place':
      return l10n.t('The place of this finding cannot be read. End its line with [src/file:12](/src/file#L12).');
    case 'finding-reason':
      return l10n.t('Say why this is not fixed: "~~...~~ (won\'t fix: the reason)".');
    case 'duplicate-finding':
      return l10n.t('Two findings have the id "{0}". Give one of them another.', problem.id);
  }
}
