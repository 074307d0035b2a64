import * as vscode from 'vscode';
import type { ContextKeyId } from '../ids.ts';

/** A value that menus and welcome texts ask for in their `when`. Told to VS Code only when it changes. */
export class ContextKey {
  readonly #id: ContextKeyId;
  #value: boolean | undefined;

  constructor(id: ContextKeyId) {
    this.#id = id;
  }

  set(value: boolean): void {
    if (value === this.#value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.#id, value);
  }
}
