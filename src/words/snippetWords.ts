import { l10n } from 'vscode';
import type { LabelProblem } from '../core/snippet/labels.ts';
import type { BrokenFile } from '../core/snippet/snippetLibrary.ts';
import type { SnippetFileProblem } from '../core/snippet/snippet.ts';

/** Where a snippet file is broken, and how. */
export function brokenSentence({ name, problem }: Pick<BrokenFile, 'name' | 'problem'>): string {
  return l10n.t('{0}, line {1}, column {2}: {3}', name, problem.line + 1, problem.column + 1, faultOf(problem));
}

function faultOf({ code }: SnippetFileProblem): string {
  switch (code) {
    case 'CommaExpected':
      return l10n.t('a comma is missing.');
    case 'ColonExpected':
      return l10n.t('a colon is missing.');
    case 'PropertyNameExpected':
      return l10n.t('a name in double quotes is missing.');
    case 'OpenBraceExpected':
      return l10n.t('the file has to be one object: { ... }.');
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return l10n.t('a closing bracket is missing.');
    case 'UnexpectedEndOfString':
      return l10n.t('a closing quote is missing.');
    case 'InvalidEscapeCharacter':
      return l10n.t('in a text, a backslash has to be written twice.');
    case 'UnexpectedEndOfComment':
      return l10n.t('a comment is not closed.');
    default:
      return l10n.t('this is not JSON with comments ({0}).', code);
  }
}

/** What is wrong with the settings of labels, and what is done instead. */
export function labelProblemSentence(problem: LabelProblem): string {
  switch (problem.code) {
    case 'labels-not-object':
      return l10n.t('tpmMentor.reviewLabels has to be an object such as {0}. The usual labels are used.', EXAMPLE);
    case 'word-not-text':
      return l10n.t('tpmMentor.reviewLabels: "{0}" needs a text of one line. "{0}" itself is used.', problem.word);
    case 'empty-label':
      return l10n.t('tpmMentor.reviewLabels: the label "{0}" cannot be empty. "{0}" itself is used.', problem.word);
    case 'format-without-label':
      return l10n.t('tpmMentor.reviewLabelFormat has to be one line with {label}. The usual format is used.');
  }
}

const EXAMPLE = '{"nitpick": "nit"}';

/** What a label of Conventional Comments says; empty for a label of the team's own. */
export function labelMeaning(label: string): string {
  switch (label) {
    case 'suggestion':
      return l10n.t('A better way, and why.');
    case 'issue':
      return l10n.t('Something is wrong.');
    case 'question':
      return l10n.t('You are not sure and ask.');
    case 'todo':
      return l10n.t('Small and needed.');
    case 'chore':
      return l10n.t('A step of the process that is missing.');
    case 'praise':
      return l10n.t('Something is good: say what.');
    case 'thought':
      return l10n.t('An idea that came up, nothing to do.');
    case 'note':
      return l10n.t('Something to know, nothing to do.');
    case 'nitpick':
      return l10n.t('A matter of taste.');
    case 'quibble':
      return l10n.t('Very much like a nitpick.');
    case 'polish':
      return l10n.t('It works, and could be nicer.');
    case 'typo':
      return l10n.t('A slip in spelling.');
    default:
      return '';
  }
}
