import { inlineCode } from '../markdown/write.ts';
import type { Change } from './change.ts';
import { isDocumentation } from './fileKind.ts';

/** Why no item fits, as a sentence. */
export function nothingSentence({ files }: Change, hasChecklists: boolean): string {
  if (!hasChecklists) return 'There is no review checklist to choose from.';
  const [first] = files;
  if (!first) return 'The change is empty.';
  const names = files.length === 1 ? inlineCode(first.path) : `${files.length} files`;
  if (files.every((file) => isDocumentation(file.path)))
    return `Only documentation changed (${names}): read it as its readers will.`;
  if (files.every((file) => file.isGenerated))
    return `Only generated files changed (${names}): review what they are made from.`;
  if (files.every((file) => file.isBinary || file.isSubmodule))
    return `Only binary files or submodules changed (${names}): there are no lines to read.`;
  if (files.every((file) => file.isUnread)) return `The diff could not be read (${names}).`;
  if (files.every((file) => !file.added.length && !file.removed.length))
    return `Files were renamed or changed their mode, and no line changed (${names}).`;
  return `None of the review checklists speaks of what changed (${names}).`;
}
