import * as vscode from 'vscode';
import { countFindings } from '../core/finding/model.ts';
import { FINDINGS, findingsIn } from '../core/finding/parse.ts';
import { placeFindings } from '../core/finding/placed.ts';
import type { Mentor } from '../core/mentor.ts';
import { parseRecordInfo } from '../core/record/parse.ts';
import { isInProgress } from '../core/record/model.ts';
import { findSection } from '../core/record/sections.ts';
import { commands } from '../ids.ts';
import { findingCountText, placementText } from '../words/findingWords.ts';

const { l10n } = vscode;

/** What there is to know about the findings of a record: how many are open, which lines moved or are lost. */
export async function findingLenses(
  { host }: Pick<Mentor, 'host'>,
  document: vscode.TextDocument,
): Promise<vscode.CodeLens[]> {
  const text = document.getText();
  const { findings } = findingsIn(text);
  const section = findSection(text, FINDINGS);
  const { record } = parseRecordInfo(text);
  if (!findings.length && (!section || record.kind !== 'review')) return [];
  const row = { target: { uri: document.uri.toString() } };
  const lens = (line: number, title: string, command = ''): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [row] });
  const placed = await placeFindings(findings, async (path) => {
    const uri = host.places.uriOf(path);
    return uri === undefined ? undefined : host.files.read(uri);
  });
  const heading = section?.line ?? findings[0]!.line;
  const lost = placed.filter(({ placement }) => placement?.kind === 'lost').length;
  const count = [
    findingCountText(countFindings(findings)) || (findings.length ? l10n.t('all settled') : l10n.t('no findings yet')),
    ...(lost ? [l10n.t('{0} lost', lost)] : []),
  ].join(' \u00B7 ');
  return [
    lens(heading, count),
    ...(isInProgress(record) ? [lens(heading, l10n.t('Add Finding...'), commands.addFinding)] : []),
    ...(findings.length ? [lens(heading, l10n.t('Export Findings...'), commands.exportFindings)] : []),
    ...placed.flatMap(({ finding, placement }) => {
      const isByHand = finding.place?.line !== undefined && placement === undefined;
      const words = isByHand ? l10n.t('place written by hand: the line is not followed') : placementText(placement);
      const icon = placement?.kind === 'lost' ? '$(warning) ' : '';
      return words === '' ? [] : [lens(finding.line, `${icon}${words}`)];
    }),
  ];
}
