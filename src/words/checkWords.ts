import { l10n } from 'vscode';
import type { BrokenRule, Fault } from '../core/check/model.ts';
import type { LintRule } from '../core/checklist/lint.ts';
import { problemSentence } from './problemSentence.ts';

/** Says what is wrong and what to do about it. */
export function faultSentence(fault: Fault): string {
  switch (fault.source) {
    case 'rule':
      return ruleSentence(fault.rule);
    case 'format':
      return problemSentence(fault.problem);
    case 'lint':
      return lintSentence(fault.finding);
  }
}

function ruleSentence(rule: BrokenRule): string {
  switch (rule.code) {
    case 'open-must':
      return l10n.t('"{0}" is a must and still open. Tick it, or mark it "n/a" with a reason.', rule.title);
    case 'open-problem':
      return rule.note === ''
        ? l10n.t('"{0}" has a problem. Solve it, then tick the item.', rule.title)
        : l10n.t('"{0}" has a problem: {1}', rule.title, rule.note);
    case 're-check':
      return l10n.t('"{0}" was answered before this changed: {1}. Check it again.', rule.title, rule.what);
    case 'missing-reason':
      return l10n.t('"{0}" does not say why it is not applicable. Write "(n/a: the reason)".', rule.title);
    case 'no-block':
      return l10n.t('There is no checklist here.');
  }
}

/** The rules of good checklists, for those who write them. */
function lintSentence(rule: LintRule): string {
  switch (rule.rule) {
    case 'too-many-sections':
      return l10n.t('{0} sections are more than people work through. Five at most.', rule.count);
    case 'section-size':
      return l10n.t('A section reads well with 3 to 9 items; this one has {0}.', rule.count);
    case 'section-too-long':
      return l10n.t('It takes {0} seconds to read this section. Keep it below 90.', rule.seconds);
    case 'too-many-musts':
      return l10n.t('{0} musts in one section: where everything is bold, nothing is. Three at most.', rule.count);
    case 'no-must':
      return l10n.t('No item is a must. Make the one that nobody may skip bold.');
    case 'title-too-long':
      return l10n.t('The title has {0} characters. Keep it below 70.', rule.length);
    case 'title-verb-first':
      return l10n.t('Begin with what to do: "{0}" is no verb that we know.', rule.word);
    case 'title-ends-in-stop':
      return l10n.t('Write the title without a full stop.');
    case 'title-two-thoughts':
      return l10n.t('One thought an item: "{0}" joins two.', rule.words);
    case 'missing-entry':
      return l10n.t('Add "{0}:" below the item.', entryLabel(rule.entry));
    case 'ask-one-question':
      return l10n.t('"Ask:" holds one question that ends in "?".');
    case 'ask-open-word':
      return l10n.t(
        'Ask an open question (what, how, which, who, where, when), not one that begins with "{0}".',
        rule.word,
      );
    case 'unknown-only-for':
      return l10n.t('"Only for: {0}" fits nothing: it is no language, glob or kind of change.', rule.value);
    case 'malformed-link':
      return l10n.t('"{0}" is no link that works.', rule.text);
    case 'command-not-allowed':
      return l10n.t('A link may not run the command "{0}".', rule.command);
    case 'missing-sources':
      return l10n.t('Name a source under "sources:", so that readers can look it up.');
    case 'source-not-https':
      return l10n.t('"{0}" is no https address.', rule.source);
    case 'repeated-checklist-id':
      return l10n.t('Another file has the same id.');
    case 'repeated-title':
      return l10n.t('"{0}" has an item of the same title.', rule.other.checklist);
    case 'similar-item':
      return l10n.t('"{0}" in "{1}" says much the same.', rule.other.item, rule.other.checklist);
  }
}

function entryLabel(entry: 'why' | 'how' | 'ask'): string {
  return entry.charAt(0).toUpperCase() + entry.slice(1);
}
