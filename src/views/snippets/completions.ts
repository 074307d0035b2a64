import * as vscode from 'vscode';
import type { Mentor } from '../../core/mentor.ts';
import { filledFor } from '../../core/snippet/fill.ts';
import { labelWords } from '../../core/snippet/search.ts';
import { previewOf } from '../../core/snippet/snippet.ts';
import { layerSentence } from '../../words/checklistWords.ts';

/** The snippets for a `/rv` that stands at the range, in their order; found by prefix, title, label and topic. */
export async function completions(
  { host, snippets }: Mentor,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<vscode.CompletionItem[]> {
  const all = await snippets.snippets();
  const bodies = await filledFor(
    host,
    all.map(({ body }) => body),
    document.uri.toString(),
  );
  return all.map((snippet, index) => {
    const prefix = `/${snippet.prefixes.find((one) => one.startsWith('rv-')) ?? 'rv'}`;
    const label = { label: prefix, description: snippet.title };
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
    const body = bodies[index]!;
    item.range = range;
    item.filterText = [prefix, snippet.title, labelWords(body), snippet.topic].join(' ');
    item.sortText = String(index).padStart(5, '0');
    item.insertText = new vscode.SnippetString(body);
    item.detail = [snippet.topic, layerSentence(snippet.layer, snippet.workspace, snippet.replaces)]
      .filter(Boolean)
      .join(' · ');
    item.documentation = previewOf({ body }).trim();
    return item;
  });
}
