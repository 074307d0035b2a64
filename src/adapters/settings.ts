import * as vscode from 'vscode';
import { Emitter } from '../core/emitter.ts';
import type { Methodology, RecordsPlace, Settings } from '../core/ports.ts';
import { settings, settingsSection } from '../ids.ts';

export class VsCodeSettings implements Settings, vscode.Disposable {
  readonly #changed = new Emitter<void>();
  readonly #subscription = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(settingsSection)) this.#changed.fire();
  });

  readonly onDidChange = this.#changed.event;

  get recordsPlace(): RecordsPlace | undefined {
    const value = read(settings.records);
    return value === 'private' || value === 'shared' ? value : undefined;
  }

  get methodology(): Methodology {
    const value = read(settings.methodology);
    return value === 'agile' || value === 'waterfall' ? value : 'both';
  }

  get redactionPatterns(): readonly { readonly name: string; readonly pattern: string }[] {
    const value = read(settings.redactionPatterns);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, pattern]) =>
      typeof pattern === 'string' && pattern !== '' ? [{ name, pattern }] : [],
    );
  }

  get reviewLabels(): unknown {
    return read(settings.reviewLabels);
  }

  get reviewLabelFormat(): unknown {
    return read(settings.reviewLabelFormat);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async setRecordsPlace(place: RecordsPlace): Promise<void> {
    await vscode.workspace
      .getConfiguration(settingsSection)
      .update(settings.records, place, vscode.ConfigurationTarget.Global);
  }
}

/** As the user wrote it: a settings file may hold anything. */
function read(name: string): unknown {
  return vscode.workspace.getConfiguration(settingsSection).get(name);
}
