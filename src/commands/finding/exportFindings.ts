import * as vscode from 'vscode';
import { findingsAsJson, type ReviewFacts } from '../../core/finding/export/json.ts';
import { findingsAsMarkdown } from '../../core/finding/export/markdown.ts';
import { findingsAsSarif } from '../../core/finding/export/sarif.ts';
import { findingsIn } from '../../core/finding/parse.ts';
import { placeFindings, type PlacedFinding } from '../../core/finding/placed.ts';
import { redactFindings } from '../../core/finding/redactFindings.ts';
import type { Mentor } from '../../core/mentor.ts';
import { parseRecordInfo } from '../../core/record/parse.ts';
import { redact } from '../../core/redact/redact.ts';
import { UserError } from '../../core/userError.ts';
import { recordOf } from '../recordText.ts';
import type { Verb } from '../verb.ts';

const { l10n } = vscode;

interface Format extends vscode.QuickPickItem {
  readonly language: 'markdown' | 'json';
  readonly render: (review: ReviewFacts, placed: readonly PlacedFinding[]) => string;
}

/** All findings of a record for elsewhere, with their lines as they are now and everything redacted once more. */
export const exportFindings: Verb = async (mentor, argument) => {
  const { text } = await recordOf(mentor, argument);
  const { findings } = findingsIn(text);
  if (!findings.length) throw new UserError(l10n.t('This record has no findings. "TPM: Add Finding..." adds one.'));
  const format = await vscode.window.showQuickPick(formats(), {
    title: l10n.t('Export Findings'),
    placeHolder:
      findings.length === 1 ? l10n.t('1 finding, redacted') : l10n.t('{0} findings, redacted', findings.length),
  });
  if (!format) return;
  const { placed, hidden, review } = await redacted(mentor, text);
  const rendered = format.render(review, placed);
  const secrets =
    hidden === 0 ? '' : hidden === 1 ? l10n.t(', 1 secret replaced') : l10n.t(', {0} secrets replaced', hidden);
  const count = findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length);
  if (format.language === 'markdown') {
    await vscode.env.clipboard.writeText(rendered);
    vscode.window.setStatusBarMessage(l10n.t('Copied {0}{1}', count, secrets), 5000);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: format.language, content: rendered });
  await vscode.window.showTextDocument(document, { preview: false });
  vscode.window.setStatusBarMessage(l10n.t('Exported {0}{1}. Save the file where you need it.', count, secrets), 5000);
};

function formats(): Format[] {
  return [
    {
      label: l10n.t('$(copy) Markdown'),
      detail: l10n.t('Copied, for a comment on a pull request: what blocks comes first.'),
      language: 'markdown',
      render: ({ title }, placed) => findingsAsMarkdown(l10n.t('Findings: {0}', title), placed),
    },
    {
      label: l10n.t('$(json) SARIF 2.1.0'),
      detail: l10n.t('Opened as a new file, for code scanning and other tools that read analysis results.'),
      language: 'json',
      render: findingsAsSarif,
    },
    {
      label: l10n.t('$(json) JSON'),
      detail: l10n.t('Opened as a new file, for scripts of your own.'),
      language: 'json',
      render: findingsAsJson,
    },
  ];
}

async function redacted(
  mentor: Mentor,
  text: string,
): Promise<{ placed: PlacedFinding[]; hidden: number; review: ReviewFacts }> {
  const { files, places, settings } = mentor.host;
  const options = { extra: [...settings.redactionPatterns] };
  const read = async (path: string): Promise<string | undefined> => {
    const uri = places.uriOf(path);
    return uri === undefined ? undefined : files.read(uri);
  };
  const found = await redactFindings(await placeFindings(findingsIn(text).findings, read), options);
  const { title, branch, commit } = parseRecordInfo(text).record;
  const clean = await redact(title, options);
  return {
    ...found,
    hidden: found.hidden + clean.findings.length,
    review: {
      title: clean.text,
      ...(branch === undefined ? {} : { branch: (await redact(branch, options)).text }),
      ...(commit === undefined ? {} : { commit }),
    },
  };
}
