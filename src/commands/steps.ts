import * as vscode from 'vscode';

const { l10n } = vscode;

/** Where a step stands in its flow. */
export interface Place {
  readonly title: string;
  /** 1-based. */
  readonly step: number;
  readonly of: number;
}

export type Answer<T extends vscode.QuickPickItem> =
  | { readonly kind: 'accepted'; readonly items: readonly T[]; readonly words: string }
  | { readonly kind: 'button'; readonly button: vscode.QuickInputButton }
  | { readonly kind: 'back' }
  | { readonly kind: 'escaped' };

export interface Question<T extends vscode.QuickPickItem> extends Place {
  readonly items: readonly T[];
  readonly placeholder: string;
  /** Ticked rows, when several may be picked. */
  readonly picked?: readonly T[];
  /** The row that Enter takes, when one is picked. */
  readonly active?: T | undefined;
  /** Beside the title, Back apart. */
  readonly buttons?: readonly vscode.QuickInputButton[];
  /** What is typed describes, it does not filter; kept over Back. */
  readonly words?: string;
}

/** One step of a flow: a quick pick that says "n of m", goes back, and loses nothing on Escape. */
export function ask<T extends vscode.QuickPickItem>(question: Question<T>): Promise<Answer<T>> {
  const picker = vscode.window.createQuickPick<T>();
  picker.title = question.title;
  picker.step = question.step;
  picker.totalSteps = question.of;
  picker.placeholder = question.placeholder;
  picker.ignoreFocusOut = true;
  picker.matchOnDetail = true;
  picker.canSelectMany = question.picked !== undefined;
  picker.items = question.items;
  picker.value = question.words ?? '';
  picker.buttons = [...(question.step > 1 ? [vscode.QuickInputButtons.Back] : []), ...(question.buttons ?? [])];
  if (question.picked) picker.selectedItems = question.picked;
  if (question.active) picker.activeItems = [question.active];
  return new Promise((resolve) => {
    let answer: Answer<T> = { kind: 'escaped' };
    const finish = (one: Answer<T>): void => {
      answer = one;
      picker.hide();
    };
    picker.onDidAccept(() => finish({ kind: 'accepted', items: picker.selectedItems, words: picker.value }));
    picker.onDidTriggerButton((button) =>
      finish(button === vscode.QuickInputButtons.Back ? { kind: 'back' } : { kind: 'button', button }),
    );
    picker.onDidHide(() => {
      picker.dispose();
      resolve(answer);
    });
    picker.show();
  });
}

/** Runs steps one after the other. A step answers whether to go on, go back or stop; `true` when all are done. */
export async function runSteps(steps: readonly (() => Promise<'next' | 'back' | 'stop'>)[]): Promise<boolean> {
  let index = 0;
  while (index < steps.length) {
    const move = await steps[index]!();
    if (move === 'stop') return false;
    index = move === 'next' ? index + 1 : Math.max(0, index - 1);
  }
  return true;
}

/** The first line with words, for the second line of a row. */
export function preview(text: string, max = 120): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  return line.length > max ? l10n.t('{0}...', line.slice(0, max)) : line;
}
