import { parseDiff } from '../../../../src/core/review/parseDiff.ts';
import type { Change } from '../../../../src/core/review/change.ts';

/** Lines of a file, each after its `+` or `-`; a file whose lines are all added is new. */
export type Patch = Readonly<Record<string, string>>;

/** A diff as git prints it for such files. */
export function diffOf(patch: Patch): string {
  return Object.entries(patch)
    .map(([path, body]) => {
      const lines = body.split('\n').filter((line) => line !== '');
      const [added, removed] = ['+', '-'].map((sign) => lines.filter((line) => line.startsWith(sign)).length);
      const isNew = removed === 0;
      const isGone = added === 0;
      const mode = isNew ? 'new file mode 100644\n' : isGone ? 'deleted file mode 100644\n' : '';
      const names = `--- ${isNew ? '/dev/null' : `a/${path}`}\n+++ ${isGone ? '/dev/null' : `b/${path}`}\n`;
      const hunk = `@@ -${isNew ? 0 : 1},${removed} +${isGone ? 0 : 1},${added} @@\n${lines.join('\n')}\n`;
      return `diff --git a/${path} b/${path}\n${mode}index 1111111..2222222\n${names}${hunk}`;
    })
    .join('');
}

export function changeOf(patch: Patch, about: Partial<Change> = {}): Change {
  return { origin: { kind: 'branch', base: 'main' }, commits: [], files: parseDiff(diffOf(patch)), ...about };
}

export function changeSaying(message: string, patch: Patch, about: Partial<Change> = {}): Change {
  return changeOf(patch, { commits: [{ message }], ...about });
}
