import * as vscode from 'vscode';
import type { Log } from '../core/ports.ts';

/** The output channel "TPM Mentor", made at the first line that is written. */
export class ChannelLog implements Log, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  info(message: string): void {
    this.#open().info(message);
  }

  warn(message: string): void {
    this.#open().warn(message);
  }

  error(message: string, error?: unknown): void {
    this.#open().error(
      message,
      ...(error === undefined ? [] : [error instanceof Error ? (error.stack ?? error.message) : error]),
    );
  }

  show(): void {
    this.#open().show(true);
  }

  dispose(): void {
    this.#channel?.dispose();
  }

  #open(): vscode.LogOutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel('TPM Mentor', { log: true }));
  }
}
