import type { Change, ChangedFile } from '../change.ts';
import { isProgram, isTest } from '../fileKind.ts';
import { concurrencyRules, dataRules } from './data.ts';
import { deliveryRules, testRules } from './delivery.ts';
import { dependencySignals } from './dependencies.ts';
import { exportSignals } from './exports.ts';
import { languageRules } from './languageTraps.ts';
import { AddedText, applyRule, type LineRule } from './lineRule.ts';
import { secretSignals } from './secrets.ts';
import { securityRules } from './security.ts';
import { Signals, type Signal } from './signal.ts';
import { wholeChangeSignals } from './wholeChange.ts';

const rules: readonly LineRule[] = [
  ...securityRules,
  ...dataRules,
  ...concurrencyRules,
  ...deliveryRules,
  ...testRules,
  ...languageRules,
];

/** Everything in a change that calls for items, heaviest first. Generated and binary files are only looked at for what they are. */
export function signalsOf(change: Change): Signal[] {
  const signals = new Signals();
  for (const file of change.files) {
    if (file.isBinary || file.isGenerated || file.isSubmodule || file.added.length === 0) continue;
    const added = new AddedText(file.added);
    for (const rule of rulesFor(file)) applyRule(rule, file, added, signals);
    secretSignals(file, added, signals);
  }
  dependencySignals(change.files, signals);
  exportSignals(change.files, signals);
  wholeChangeSignals(change, signals);
  return signals.all();
}

function rulesFor(file: ChangedFile): LineRule[] {
  const { language, path } = file;
  const isOfTests = isTest(path);
  const isOfProgram = isProgram(file);
  return rules.filter(({ languages, files, isInTests = false }) => {
    if (isOfTests && !isInTests) return false;
    const isSpoken = languages ? language !== undefined && languages.has(language) : isInTests || isOfProgram;
    return isSpoken && (files?.(path) ?? true);
  });
}
