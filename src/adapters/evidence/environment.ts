import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { toolVersionLines, toolVersionsIn, versionFiles, type ToolVersion } from '../../core/evidence/toolVersions.ts';
import { systemClock } from '../clock.ts';

/** A lockfile of a big project has megabytes; more than this is not read for one version. */
const MAX_BYTES = 1024 * 1024;

/** Absent in the web host. */
interface NodeProcess {
  readonly platform: string;
  readonly arch: string;
  readonly versions: { readonly node?: string };
}

/** What the fault happened on, as far as the editor and the version files of the workspace's roots know. */
export const environmentSource: EvidenceSource = {
  id: 'environment',
  name: vscode.l10n.t('Environment'),
  isOnDemand: false,
  async collect() {
    const host = (globalThis as { process?: NodeProcess }).process;
    const remote = vscode.env.remoteName?.split(/[+:]/)[0];
    const where = [
      vscode.env.uiKind === vscode.UIKind.Web ? 'in the browser' : 'desktop',
      ...(remote ? [`remote: ${remote}`] : []),
    ].join(', ');
    const found = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(versionsOf));
    const lines = [
      `VS Code: ${vscode.version} (${where})`,
      ...(host?.platform ? [`System: ${systemName(host.platform)} ${host.arch}`] : []),
      ...toolVersionLines(found.flat()),
      ...(host?.versions.node ? [`Extension host: Node ${host.versions.node}`] : []),
      `Workspace: ${vscode.workspace.isTrusted ? 'trusted' : 'Restricted Mode'}`,
    ];
    return {
      source: 'environment',
      title: 'Environment',
      summary: `VS Code ${vscode.version}`,
      text: lines.join('\n'),
      language: 'text',
      at: systemClock.now(),
      isContext: true,
    };
  },
};

/** From the files directly in the folder; a folder that cannot be read has none. */
async function versionsOf({ uri, name }: vscode.WorkspaceFolder): Promise<ToolVersion[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri).then(
    (all) => new Set(all.flatMap(([file, type]) => (type & vscode.FileType.File ? [file] : []))),
    () => new Set<string>(),
  );
  const files = versionFiles.filter((file) => entries.has(file));
  const prefix = (vscode.workspace.workspaceFolders?.length ?? 0) > 1 ? `${name}/` : '';
  const found = await Promise.all(
    files.map(async (file) => toolVersionsIn(file, await readSmall(vscode.Uri.joinPath(uri, file)))),
  );
  return found.flat().map((one) => ({ ...one, file: prefix + one.file }));
}

async function readSmall(uri: vscode.Uri): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > MAX_BYTES ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

function systemName(platform: string): string {
  return { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[platform] ?? platform;
}
