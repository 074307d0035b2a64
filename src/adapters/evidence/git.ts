import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';

const COMMITS = 10;
const FILES = 30;

/** The parts of the Git extension's API that we use. */
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: {
      readonly name?: string;
      readonly commit?: string;
      readonly ahead?: number;
      readonly behind?: number;
      readonly upstream?: { remote: string; name: string };
    };
    readonly workingTreeChanges: readonly { readonly uri: vscode.Uri }[];
    readonly indexChanges: readonly { readonly uri: vscode.Uri }[];
    readonly untrackedChanges?: readonly { readonly uri: vscode.Uri }[];
    readonly mergeChanges: readonly { readonly uri: vscode.Uri }[];
    readonly rebaseCommit?: { readonly hash: string };
  };
  log(options: {
    maxEntries: number;
  }): Promise<readonly { hash: string; message: string; authorDate?: Date; authorName?: string }[]>;
  status(): Promise<void>;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<string>;
  readonly repositories: readonly Repository[];
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
}

/** Branch, HEAD, what is not committed, and the last commits. The Git extension is absent in Restricted Mode and on the web. */
export const gitSource: EvidenceSource = {
  id: 'git',
  name: vscode.l10n.t('Git'),
  isOnDemand: false,
  async collect() {
    const repository = await activeRepository();
    if (!repository) return undefined;
    await repository.status();
    const { HEAD: head } = repository.state;
    const commits = head?.commit ? await repository.log({ maxEntries: COMMITS }) : [];
    const { workingTreeChanges, indexChanges, mergeChanges, untrackedChanges = [], rebaseCommit } = repository.state;
    const changed = new Set(
      [...indexChanges, ...workingTreeChanges, ...untrackedChanges].map(({ uri }) =>
        vscode.workspace.asRelativePath(uri),
      ),
    );
    const upstream = head?.upstream
      ? `, upstream ${head.upstream.remote}/${head.upstream.name} (ahead ${head.ahead ?? 0}, behind ${head.behind ?? 0})`
      : '';
    const lines = [
      `Branch: ${head?.name ?? 'detached'}${upstream}`,
      `HEAD: ${head?.commit?.slice(0, 12) ?? 'no commit yet'}`,
      ...(mergeChanges.length ? [`Merge in progress: ${mergeChanges.length} conflicts`] : []),
      ...(rebaseCommit ? [`Rebase in progress at ${rebaseCommit.hash.slice(0, 12)}`] : []),
      changed.size
        ? `Not committed: ${[...changed].slice(0, FILES).join(', ')}${changed.size > FILES ? ` and ${changed.size - FILES} more` : ''}`
        : 'Not committed: nothing',
      'Last commits:',
      ...commits.map(
        ({ hash, message, authorDate }) =>
          `  ${hash.slice(0, 8)} ${authorDate?.toISOString().slice(0, 10) ?? ''} ${message.split('\n', 1)[0]}`,
      ),
    ];
    return {
      source: 'git',
      title: 'Git',
      summary: [head?.name, changed.size ? vscode.l10n.t('{0} files not committed', changed.size) : '']
        .filter(Boolean)
        .join(', '),
      text: lines.join('\n'),
      language: 'text',
      isContext: true,
      facts: {
        ...(head?.name ? { branch: head.name } : {}),
        ...(head?.commit ? { commit: head.commit.slice(0, 12) } : {}),
      },
    };
  },
};

async function activeRepository(): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) return undefined;
  const api = (await extension.activate()).getAPI(1);
  if (api.state === 'uninitialized') await new Promise<void>((resolve) => once(api.onDidChangeState, resolve));
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const known = (active && api.getRepository(active)) ?? (folder && api.getRepository(folder)) ?? api.repositories[0];
  return known ?? (folder && (await api.openRepository?.(folder))) ?? undefined;
}

function once<T>(event: vscode.Event<T>, done: () => void): void {
  const subscription = event(() => {
    subscription.dispose();
    done();
  });
}
