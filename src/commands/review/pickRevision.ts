import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import type { ChangeOption, CommitName, RefName } from '../../core/review/changeSource.ts';
import { shortHash } from '../../words/changeWords.ts';
import { ask } from '../steps.ts';

const { l10n } = vscode;

/** A commit and what the user called it. */
export interface Revision extends CommitName {
  /** A branch, a tag, a word like `HEAD~3`, or the full hash. */
  readonly name: string;
  /** The name as people read it. */
  readonly label: string;
}

interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** What the list holds, in this order; anything else can be typed. */
  readonly offers: readonly ('refs' | 'commits')[];
}

interface Row extends vscode.QuickPickItem {
  readonly name?: string;
}

/** A commit of a repository by any of its names; asks again for what names none. `undefined`: the user pressed Escape. */
export async function pickRevision(
  mentor: Mentor,
  root: ChangeOption,
  { title, placeholder, offers }: Question,
): Promise<Revision | 'back' | undefined> {
  const { changes } = mentor.host;
  const lists = offers.map(async (offer): Promise<Row[]> =>
    offer === 'refs' ? (await changes.refs(root)).map(refRow) : (await changes.commits(root)).map(commitRow),
  );
  const rows = Promise.all(lists).then((all) => all.flat());
  let hint = placeholder;
  for (;;) {
    const answer = await ask({
      title,
      canGoBack: true,
      items: rows,
      placeholder: hint,
      typed: (words): Row => ({
        name: words,
        label: l10n.t('Use "{0}"', words),
        iconPath: new vscode.ThemeIcon('arrow-right'),
        alwaysShow: true,
      }),
    });
    if (answer.kind === 'back') return 'back';
    const name = answer.kind === 'accepted' ? answer.items[0]?.name : undefined;
    if (name === undefined) return undefined;
    const commit = await changes.commit(root, name);
    if (commit) return { ...commit, name, label: shortHash(name) };
    hint = l10n.t('"{0}" is no branch, tag or commit here. Try another one.', name);
  }
}

function refRow({ name, kind }: RefName): Row {
  const icon = { branch: 'git-branch', remote: 'cloud', tag: 'tag' }[kind];
  const description = { branch: '', remote: l10n.t('remote'), tag: l10n.t('tag') }[kind];
  return { name, label: name, description, iconPath: new vscode.ThemeIcon(icon) };
}

function commitRow({ hash, subject, author, date }: CommitName): Row {
  return {
    name: hash,
    label: subject || shortHash(hash),
    description: [shortHash(hash), author, date].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon('git-commit'),
  };
}
