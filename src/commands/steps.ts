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

export interface Question<T extends vscode.QuickPickItem> extends Partial<Place> {
  readonly title: string;
  /** Shows that it is busy until they are there. */
  readonly items: readonly T[] | Promise<readonly T[]>;
  readonly placeholder: string;
  /** Ticked rows, when several may be picked. */
  readonly picked?: readonly T[];
  /** The row that Enter takes, when one is picked. */
  readonly active?: T | undefined;
  /** Beside the title, Back apart. */
  readonly buttons?: readonly vscode.QuickInputButton[];
  /** What is typed describes, it does not filter; kept over Back. */
  readonly words?: string;
  /** A last row made of what is typed, where no row is called so. */
  readonly typed?: (words: string) => T;
  /** Default: whether it is a second or later step. */
  readonly canGoBack?: boolean;
}

/** One step of a flow: a quick pick that says "n of m", goes back, and loses nothing on Escape. Rejects when its rows do. */
export function ask<T extends vscode.QuickPickItem>(question: Question<T>): Promise<Answer<T>> {
  const picker = vscode.window.createQuickPick<T>();
  const { typed, canGoBack = (question.step ?? 1) > 1 } = question;
  picker.title = question.title;
  picker.step = question.step;
  picker.totalSteps = question.of;
  picker.placeholder = question.placeholder;
  picker.ignoreFocusOut = true;
  picker.matchOnDetail = true;
  picker.matchOnDescription = typed !== undefined;
  picker.canSelectMany = question.picked !== undefined;
  picker.value = question.words ?? '';
  picker.buttons = [...(canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(question.buttons ?? [])];
  const show = (items: readonly T[]): void => {
    picker.items = items;
    if (question.picked) picker.selectedItems = question.picked;
    if (question.active) picker.activeItems = [question.active];
    if (!typed) return;
    picker.onDidChangeValue((value) => {
      const words = value.trim();
      picker.items = words === '' || items.some(({ label }) => label === words) ? items : [...items, typed(words)];
    });
  };
  return new Promise((resolve, reject) => {
    let answer: Answer<T> = { kind: 'escaped' };
    const load = async (items: Promise<readonly T[]>): Promise<void> => {
      picker.busy = true;
      try {
        show(await items);
      } catch (error) {
        reject(error);
        picker.hide();
      }
      picker.busy = false;
    };
    if (question.items instanceof Promise) void load(question.items);
    else show(question.items);
    const finish = (one: Answer<T>): void => {
      answer = one;
      picker.hide();
    };
    picker.onDidAccept(() => {
      // Enter that met a list which was only just being filled picked nothing, as does one where no row fits what is typed.
      const isNothing = !picker.canSelectMany && !picker.selectedItems.length;
      if (!picker.busy && !isNothing) finish({ kind: 'accepted', items: picker.selectedItems, words: picker.value });
    });
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
