import * as vscode from 'vscode';
import { HashedLines } from '../../core/finding/anchor.ts';
import { mayHaveFindings, parsedFindings } from '../../core/finding/parse.ts';
import { placementIn } from '../../core/finding/placed.ts';
import type { Mentor } from '../../core/mentor.ts';

/** A link whose target is found out when it is followed: the code may have moved since it was drawn. */
class FindingLink extends vscode.DocumentLink {
  readonly place: Parameters<typeof placementIn>[0];

  constructor(range: vscode.Range, place: FindingLink['place']) {
    super(range);
    this.place = place;
    this.tooltip = vscode.l10n.t('Go to the line as it is now');
  }
}

/** The places of findings in a record lead to their lines as they are now; a lost one to its file. */
export function findingLinks({ host }: Mentor): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { language: 'markdown' },
    {
      provideDocumentLinks(document) {
        const text = document.getText();
        if (!mayHaveFindings(text)) return [];
        return parsedFindings(text).flatMap(({ finding: { place }, link }) =>
          place && link
            ? [new FindingLink(new vscode.Range(document.positionAt(link.start), document.positionAt(link.end)), place)]
            : [],
        );
      },
      async resolveDocumentLink(link: FindingLink) {
        const uri = host.places.uriOf(link.place.path);
        if (uri === undefined) return link;
        const text = await host.files.read(uri);
        const placement = placementIn(link.place, text === undefined ? undefined : new HashedLines(text));
        const line = placement === undefined ? link.place.line : placement.kind === 'lost' ? undefined : placement.line;
        link.target = vscode.Uri.parse(uri, true).with(line === undefined ? {} : { fragment: `L${line + 1}` });
        return link;
      },
    },
  );
}
