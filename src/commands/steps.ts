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
  /** Of the ticked rows the one that loses its tick as soon as words are typed or another row is ticked; the user may tick it again. */
  readonly lastResort?: T;
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
  /**
   * Rows that take the place of `items` when they are there, each where it was: an Enter that is on its way when they change names its
   * row by the position.
   */
  readonly later?: LaterRows<T>;
}

export interface LaterRows<T> {
  readonly rows: Promise<readonly T[]>;
  /** Tells that a later row is the one that was there before. */
  keyOf(row: T): string;
  /** The row that Enter takes then, if the user has neither moved nor typed. Default: the first. */
  activeOf(rows: readonly T[]): T | undefined;
  /** Whether a row is only a promise of the later one: when it is accepted, the answer waits for that. */
  isPending(row: T): boolean;
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
    if (question.lastResort) untickLater(picker, question.lastResort);
    if (question.active) picker.activeItems = [question.active];
    if (!typed) return;
    picker.onDidChangeValue((value) => {
      const words = value.trim();
      picker.items = words === '' || items.some(({ label }) => label === words) ? items : [...items, typed(words)];
    });
  };
  return new Promise((resolve, reject) => {
    let answer: Answer<T> = { kind: 'escaped' };
    let awaited: T | undefined;
    const whenThere = async (rows: Promise<readonly T[]>, use: (rows: readonly T[]) => void): Promise<void> => {
      picker.busy = true;
      try {
        use(await rows);
      } catch (error) {
        reject(error);
        picker.hide();
      }
      picker.busy = false;
    };
    const replace = (rows: LaterRows<T>, items: readonly T[]): void => {
      const now = (old: T | undefined): T | undefined =>
        old && items.find((item) => rows.keyOf(item) === rows.keyOf(old));
      const [active] = picker.activeItems;
      // With words typed, the first row that they find has the focus, before and after.
      const choice = active === picker.items[0] ? rows.activeOf(items) : now(active);
      const accepted = now(awaited);
      awaited = undefined;
      picker.placeholder = question.placeholder;
      show(items);
      if (choice && picker.value === '') picker.activeItems = [choice];
      if (accepted) finish({ kind: 'accepted', items: [accepted], words: picker.value });
    };
    const finish = (one: Answer<T>): void => {
      answer = one;
      picker.hide();
    };
    picker.onDidAccept(() => {
      const [row] = picker.selectedItems;
      if (row && question.later?.isPending(row)) {
        awaited = row;
        picker.placeholder = l10n.t('Reading the change. Escape stops waiting.');
        return;
      }
      // Enter that met a list which was only just being filled picked nothing, as does one where no row fits what is typed.
      if (row || (picker.canSelectMany && !picker.busy))
        finish({ kind: 'accepted', items: picker.selectedItems, words: picker.value });
    });
    const { items, later } = question;
    if (items instanceof Promise) void whenThere(items, show);
    else show(items);
    if (later) void whenThere(later.rows, (rows) => replace(later, rows));
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

/** Takes the tick away once, at the first thing that says more than this row. */
function untickLater<T extends vscode.QuickPickItem>(picker: vscode.QuickPick<T>, row: T): void {
  const before = new Set(picker.selectedItems);
  let isTicked = true;
  const untick = (): void => {
    if (isTicked) picker.selectedItems = picker.selectedItems.filter((one) => one !== row);
    isTicked = false;
  };
  picker.onDidChangeValue(untick);
  picker.onDidChangeSelection((rows) => {
    if (rows.some((one) => !before.has(one))) untick();
    isTicked &&= rows.includes(row);
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
