import * as vscode from 'vscode';
import type { ChangeOrigin } from '../../core/review/change.ts';
import type { Mentor } from '../../core/mentor.ts';
import type { ChangeOption } from '../../core/review/changeSource.ts';
import { UserError } from '../../core/userError.ts';
import { changeTitle } from '../../words/changeWords.ts';
import { ask } from '../steps.ts';
import { pickRevision } from './pickRevision.ts';

const { l10n } = vscode;

export interface PickChangeOptions {
  readonly title: string;
  /** Whether there is a step before this one. */
  readonly canGoBack?: boolean;
}

type Picked = ChangeOption | 'back' | undefined;

interface Row extends vscode.QuickPickItem {
  pick?(): Promise<Picked>;
}

/**
 * The change that the user wants to look at: one of those that lie at hand, the likeliest first, or any branch, commit or range.
 * `undefined`: the user pressed Escape; `back` only where `canGoBack`. Rejects with a `UserError` where there is nothing at all.
 */
export async function pickChange(mentor: Mentor, { title, canGoBack = false }: PickChangeOptions): Promise<Picked> {
  const rows = mentor.host.changes.options().then((options) => rowsOf(mentor, options, title));
  let last: Row | undefined;
  for (;;) {
    const answer = await ask({
      title,
      canGoBack,
      items: rows,
      placeholder: l10n.t('Which change? The likeliest is first.'),
      active: last,
    });
    if (answer.kind === 'back') return 'back';
    if (answer.kind !== 'accepted') return undefined;
    [last] = answer.items;
    const picked = await last?.pick?.();
    if (picked !== 'back') return picked;
  }
}

function rowsOf(mentor: Mentor, options: readonly ChangeOption[], title: string): Row[] {
  if (!options.length)
    throw new UserError(
      l10n.t(
        'There is no change to look at: no repository with a commit or an edit, and no open file of the workspace.',
      ),
    );
  const repositories = Map.groupBy(options, ({ repositoryId }) => repositoryId);
  const rows = Array.from(repositories.values(), (own): Row[] => [
    ...(repositories.size > 1 ? [separator(own[0]?.repository ?? '')] : []),
    ...own.map(rowOf),
  ]).flat();
  const roots = Array.from(repositories.values(), ([first]) => first!).filter((one) => one.repositoryId !== undefined);
  return roots.length ? [...rows, separator(l10n.t('something else')), ...otherRows(mentor, roots, title)] : rows;
}

const icons: Readonly<Record<ChangeOrigin['kind'], string>> = {
  branch: 'git-branch',
  'working-tree': 'diff',
  index: 'diff-added',
  commit: 'git-commit',
  range: 'git-compare',
  'open-editors': 'files',
};

function rowOf(option: ChangeOption): Row {
  const { origin, fileCount, subject, pullRequest } = option;
  const files = fileCount === 1 ? l10n.t('1 file') : l10n.t('{0} files', fileCount ?? 0);
  const isPullRequest = origin.kind === 'branch' && pullRequest !== undefined;
  return {
    label: changeTitle(option),
    description: subject ?? (fileCount === undefined ? '' : files),
    iconPath: new vscode.ThemeIcon(isPullRequest ? 'git-pull-request' : icons[origin.kind]),
    pick: async () => option,
  };
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function otherRows(mentor: Mentor, roots: readonly ChangeOption[], title: string): Row[] {
  const other = (label: string, icon: string, pick: (root: ChangeOption) => Promise<Picked>): Row => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    pick: async () => {
      for (;;) {
        const root = roots.length > 1 ? await pickRepository(roots, label) : roots[0];
        if (root === undefined || root === 'back') return root;
        const picked = await pick(root);
        if (picked !== 'back' || roots.length === 1) return picked;
      }
    },
  });
  return [
    other(l10n.t('Compare with Another Branch or Tag...'), 'git-branch', async (root) => {
      const base = await pickRevision(mentor, root, {
        title,
        placeholder: l10n.t(
          'Compare {0} with which branch or tag? It begins where the two parted.',
          root.branch ?? 'HEAD',
        ),
        offers: ['refs'],
      });
      return withOrigin(root, base, ({ name }) => ({ kind: 'branch', base: name }));
    }),
    other(l10n.t('A Commit...'), 'git-commit', async (root) => {
      const commit = await pickRevision(mentor, root, {
        title,
        placeholder: l10n.t('Which commit? Or type a hash, or a word like HEAD~3.'),
        offers: ['commits'],
      });
      return withOrigin(root, commit, ({ hash }) => ({ kind: 'commit', hash }));
    }),
    other(l10n.t('A Range...'), 'git-compare', (root) => pickRange(mentor, root, title)),
  ];
}

async function pickRange(mentor: Mentor, root: ChangeOption, title: string): Promise<Picked> {
  for (;;) {
    const from = await pickRevision(mentor, root, {
      title,
      placeholder: l10n.t('After which commit, branch or tag does the range begin?'),
      offers: ['refs', 'commits'],
    });
    if (from === undefined || from === 'back') return from;
    const to = await pickRevision(mentor, root, {
      title,
      placeholder: l10n.t('It begins after {0}. Where does it end?', from.label),
      offers: ['commits', 'refs'],
    });
    if (to !== 'back') return withOrigin(root, to, () => ({ kind: 'range', from: from.name, to: to!.name }));
  }
}

type Revision = Exclude<Awaited<ReturnType<typeof pickRevision>>, 'back' | undefined>;

function withOrigin(
  { repositoryId, repository, branch }: ChangeOption,
  revision: Revision | 'back' | undefined,
  originOf: (revision: Revision) => ChangeOrigin,
): Picked {
  if (revision === undefined || revision === 'back') return revision;
  const origin = originOf(revision);
  return {
    origin,
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(repository === undefined ? {} : { repository }),
    ...(branch === undefined ? {} : { branch }),
    ...(origin.kind === 'commit' ? { subject: revision.subject } : {}),
  };
}

async function pickRepository(roots: readonly ChangeOption[], title: string): Promise<Picked> {
  const items = roots.map((root) => ({ root, label: root.repository ?? '', description: root.branch ?? '' }));
  const answer = await ask({ title, canGoBack: true, items, placeholder: l10n.t('In which repository?') });
  if (answer.kind === 'accepted') return answer.items[0]?.root;
  return answer.kind === 'back' ? 'back' : undefined;
}
