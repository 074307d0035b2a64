import { Markup, markup } from './markup.ts';

/** What a press in the Guide asks for; the page sends it with the `data-key` beside it. */
export type Press =
  | 'previous'
  | 'next'
  | 'overview'
  | 'section'
  | 'continue'
  | 'layout'
  | 'done'
  | 'check'
  | 'reopen'
  | 'recheck'
  | 'notApplicable'
  | 'problem'
  | 'note'
  | 'ask'
  | 'start'
  | 'insert'
  | 'openRecord'
  | 'resolve'
  | 'run'
  | 'open'
  | 'copy'
  | 'type';

export interface ButtonOptions {
  readonly key?: string | undefined;
  readonly look?: 'primary' | 'secondary' | 'link' | 'row';
  /** Says more than the words on the button; contains them. */
  readonly label?: string | undefined;
  /** Given for a button that is on or off. */
  readonly isPressed?: boolean;
  /** It stays in the tab order, so that the focus is not lost when the last step is reached. */
  readonly isDisabled?: boolean;
}

export function button(press: Press, words: string | Markup, options: ButtonOptions = {}): Markup {
  return markup`${openButton(press, options)}${words}${closeButton}`;
}

export function openButton(press: Press, options: ButtonOptions): Markup {
  const { key, look = 'secondary', label, isPressed, isDisabled } = options;
  const attributes = [
    attribute('data-key', key),
    attribute('aria-label', label),
    attribute('aria-pressed', isPressed),
    attribute('aria-disabled', isDisabled || undefined),
  ];
  return markup`<button type="button" class="${look}" data-action="${press}"${attributes}>`;
}

export const closeButton = new Markup('</button>');

function attribute(name: string, value: string | boolean | undefined): Markup {
  return value === undefined ? new Markup('') : markup` ${new Markup(name)}="${String(value)}"`;
}
