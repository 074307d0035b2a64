import * as vscode from 'vscode';
import type { Mentor } from '../core/mentor.ts';
import { redact } from '../core/redact/redact.ts';
import { addSnippet, type Addition, type NewSnippet } from '../core/snippet/addSnippet.ts';
import { headText, labelOf, labelsOf } from '../core/snippet/labels.ts';
import { prefixPattern, proposePrefix, proposeTitle } from '../core/snippet/names.ts';
import { problemIn, type SnippetFileProblem } from '../core/snippet/snippet.ts';
import { escapeSnippet } from '../core/snippet/template.ts';
import { applyEdits } from '../core/text/edits.ts';
import { UserError } from '../core/userError.ts';
import { brokenSentence, labelMeaning } from '../words/snippetWords.ts';
import { showSnippet } from './openSnippet.ts';
import { ask, runSteps, type Place } from './steps.ts';
import type { Verb } from './verb.ts';

const { l10n } = vscode;

const FILE = 'review.code-snippets';
const HEAD = '// Review snippets of this team. VS Code and TPM Mentor offer them.\n';

/** Writes the selected review comment into the team's snippet file, secrets hidden, and opens it there. */
export const saveSelectionAsSnippet: Verb = async (mentor) => {
  const selected = selectedText();
  const folder = await teamFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, FILE);
  const existing = await mentor.host.files.read(uri.toString());
  const problem = problemIn(existing ?? '');
  if (problem) return refuse(uri, problem);
  const { text, findings } = await redact(selected, { extra: mentor.host.settings.redactionPatterns });
  const snippet = await describe(mentor, text.replace(/\r\n?/g, '\n').trim());
  if (!snippet) return;
  await write(mentor, uri, folder, snippet);
  await showSnippet(uri, snippet.name);
  vscode.window.setStatusBarMessage(l10n.t('Saved. Type /{0} to use it.', snippet.prefix), 5000);
  if (findings.length) {
    const names = [...new Set(findings.map(({ placeholder }) => placeholder))].join(', ');
    void vscode.window.showInformationMessage(
      l10n.t('Secrets or personal data were left out of the snippet and replaced by {0}.', names),
    );
  }
};

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  if (text.trim() === '') throw new UserError(l10n.t('Select the text of a review comment first, then save it.'));
  return text;
}

/** `.vscode` of the workspace folder that the user is in, or picks. `undefined`: the user left the question. */
async function teamFolder(): Promise<vscode.Uri | undefined> {
  const { workspaceFolders = [], isTrusted } = vscode.workspace;
  if (!workspaceFolders.length)
    throw new UserError(l10n.t('Open a folder first: the snippets of a team are kept in its .vscode folder.'));
  if (!isTrusted)
    throw new UserError(
      l10n.t(
        'Trust this workspace first: in Restricted Mode the snippets of a team are not read. Nothing was written.',
      ),
    );
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folder =
    (uri && vscode.workspace.getWorkspaceFolder(uri)) ??
    (workspaceFolders.length === 1
      ? workspaceFolders[0]
      : await vscode.window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder keeps the snippet?') }));
  return folder && vscode.Uri.joinPath(folder.uri, '.vscode');
}

/** Asks what the file does not know yet: label, topic, title, prefix. `undefined` when the user leaves the questions. */
async function describe(mentor: Mentor, text: string): Promise<NewSnippet | undefined> {
  const snippets = await mentor.snippets.snippets();
  const head = labelOf(text);
  const inTeam = new Set(snippets.filter(({ layer }) => layer === 'team').map(({ name }) => name));
  const prefixes = snippets.flatMap((snippet) => snippet.prefixes);
  const given = { label: '', topic: '', title: proposeTitle(text.slice(head?.end ?? 0)), prefix: '' };
  const nameOf = (title: string): string => (given.topic ? `${given.topic}: ${title.trim()}` : title.trim());

  const label: Step = async (place) => {
    const { style } = mentor.snippets.labelStyle;
    const rows = labelsOf(style).map(({ label: word, written }) => ({
      label: written,
      description: labelMeaning(word),
      head: `${headText(word, [], style)} `,
    }));
    const none = { label: l10n.t('No label'), description: l10n.t('The text as it is.'), head: '' };
    const placeholder = l10n.t('Which label does the comment begin with?');
    const answer = await ask({ ...place, items: [...rows, none], placeholder });
    if (answer.kind === 'accepted') given.label = answer.items[0]?.head ?? '';
    return moveOf(answer.kind);
  };
  const topic: Step = async (place) => {
    const topics = [...new Set(snippets.map((snippet) => snippet.topic))].filter(Boolean);
    const answer = await ask<vscode.QuickPickItem>({
      ...place,
      items: topics.map((word) => ({ label: word })),
      placeholder: l10n.t('Pick a topic, or type a new one'),
      typed: (words) => ({ label: words.replaceAll(':', ''), description: l10n.t('New topic') }),
    });
    if (answer.kind === 'accepted') given.topic = answer.items[0]?.label.trim() ?? '';
    return moveOf(answer.kind);
  };
  const title: Step = async (place) => {
    const answer = await askForText(place, given.title, l10n.t('Title'), (value) => {
      if (value.trim() === '') return l10n.t('Give it a title.');
      return inTeam.has(nameOf(value)) ? l10n.t('The team has a snippet "{0}" already.', nameOf(value)) : undefined;
    });
    given.title = answer ?? given.title;
    return answer === undefined ? 'stop' : 'next';
  };
  const prefix: Step = async (place) => {
    const prompt = l10n.t('What is typed to insert it, behind a slash');
    const answer = await askForText(place, proposePrefix(given.title, prefixes), prompt, (value) => {
      if (!prefixPattern.test(value))
        return l10n.t('Write rv- and small letters, digits and hyphens, such as rv-null-path.');
      return prefixes.includes(value) ? l10n.t('"{0}" is taken.', value) : undefined;
    });
    given.prefix = answer ?? given.prefix;
    return answer === undefined ? 'stop' : 'next';
  };

  const steps = [...(head ? [] : [label]), topic, title, prefix];
  const of = steps.length;
  const places = steps.map(
    (step, index) => () => step({ title: l10n.t('Save as Review Snippet'), step: index + 1, of }),
  );
  if (!(await runSteps(places))) return undefined;
  const body = `${escapeSnippet(given.label + text)}$0`;
  return { name: nameOf(given.title), prefix: given.prefix, description: '', body };
}

type Move = 'next' | 'back' | 'stop';
type Step = (place: Place) => Promise<Move>;

function moveOf(kind: 'accepted' | 'back' | 'button' | 'escaped'): Move {
  return kind === 'accepted' ? 'next' : kind === 'back' ? 'back' : 'stop';
}

async function askForText(
  { title, step, of }: Place,
  value: string,
  prompt: string,
  problemOf: (text: string) => string | undefined,
): Promise<string | undefined> {
  const options = { title: `${title} (${step}/${of})`, value, prompt, ignoreFocusOut: true, validateInput: problemOf };
  return vscode.window.showInputBox(options);
}

async function write(mentor: Mentor, uri: vscode.Uri, folder: vscode.Uri, snippet: NewSnippet): Promise<void> {
  const { files } = mentor.host;
  let addition: Addition | undefined;
  const outcome = await files.edit(uri.toString(), (text) => {
    addition = addSnippet(text, snippet);
    return addition.kind === 'edits' ? addition.edits : [];
  });
  if (addition?.kind === 'broken') return refuse(uri, addition.problem);
  if (addition?.kind === 'taken') throw new UserError(l10n.t('The team has a snippet "{0}" already.', snippet.name));
  if (outcome === 'refused') throw new UserError(l10n.t('This file cannot be changed. Is it read-only?'));
  if (outcome !== 'gone') return;
  const begun = addSnippet(HEAD, snippet);
  if (begun.kind === 'edits') await files.create(folder.toString(), () => FILE, applyEdits(HEAD, begun.edits));
}

/** Shows the place that has to be mended first. */
async function refuse(uri: vscode.Uri, problem: SnippetFileProblem): Promise<never> {
  const at = new vscode.Position(problem.line, problem.column);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  throw new UserError(
    l10n.t('Nothing was saved, this file has to be mended first: {0}', brokenSentence({ name: FILE, problem })),
  );
}
