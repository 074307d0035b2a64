import * as vscode from 'vscode';
import type { Methodology, RecordsPlace, Settings } from '../core/ports.ts';
import { settings, settingsSection } from '../ids.ts';

export class VsCodeSettings implements Settings {
  get recordsPlace(): RecordsPlace | undefined {
    const value = read<string>(settings.records);
    return value === 'private' || value === 'shared' ? value : undefined;
  }

  get methodology(): Methodology {
    const value = read<string>(settings.methodology);
    return value === 'agile' || value === 'waterfall' ? value : 'both';
  }

  async setRecordsPlace(place: RecordsPlace): Promise<void> {
    await vscode.workspace
      .getConfiguration(settingsSection)
      .update(settings.records, place, vscode.ConfigurationTarget.Global);
  }
}

function read<T>(name: string): T | undefined {
  return vscode.workspace.getConfiguration(settingsSection).get<T>(name);
}
