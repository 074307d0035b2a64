import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';

/** Absent in the web host. */
interface NodeProcess {
  readonly platform: string;
  readonly arch: string;
  readonly versions: { readonly node?: string };
}

/** What the fault happened on, as far as the editor knows. */
export const environmentSource: EvidenceSource = {
  id: 'environment',
  name: vscode.l10n.t('Environment'),
  isOnDemand: false,
  collect() {
    const host = (globalThis as { process?: NodeProcess }).process;
    const remote = vscode.env.remoteName?.split(/[+:]/)[0];
    const where = vscode.env.uiKind === vscode.UIKind.Web ? 'in the browser' : (remote ?? 'desktop');
    const lines = [
      `VS Code: ${vscode.version} (${where})`,
      ...(host?.platform ? [`System: ${host.platform} ${host.arch}`] : []),
      ...(host?.versions.node ? [`Extension host: Node ${host.versions.node}`] : []),
      `Workspace: ${vscode.workspace.isTrusted ? 'trusted' : 'Restricted Mode'}`,
    ];
    return Promise.resolve({
      source: 'environment',
      title: 'Environment',
      summary: `VS Code ${vscode.version}`,
      text: lines.join('\n'),
      language: 'text',
      isContext: true,
    });
  },
};
