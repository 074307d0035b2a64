import type * as vscode from 'vscode';
import type { Host, Log } from '../core/ports.ts';
import { lazyBranches } from './lazyBranches.ts';
import { lazyChanges } from './lazyChanges.ts';
import { systemClock } from './clock.ts';
import { CodePlaces } from './codePlaces.ts';
import { createEvidenceSources } from './evidence/sources.ts';
import type { TerminalRecorder } from './evidence/terminalRecorder.ts';
import { gitHistory } from './gitHistory.ts';
import { VsCodePlaces } from './places.ts';
import { VsCodeSettings } from './settings.ts';
import { TextFiles } from './textFiles.ts';

/** The ports of the core over VS Code. */
export function createHost(
  context: vscode.ExtensionContext,
  log: Log,
  terminals: TerminalRecorder,
): Host & vscode.Disposable {
  const files = new TextFiles();
  const places = new VsCodePlaces(context);
  const settings = new VsCodeSettings();
  const reviewPlaces = new CodePlaces();
  const evidence = createEvidenceSources(terminals, places);
  const dispose = (): void => [files, places, settings, reviewPlaces, evidence].forEach((one) => one.dispose());
  return {
    files,
    places,
    settings,
    clock: systemClock,
    log,
    evidence: evidence.all,
    history: gitHistory,
    changes: lazyChanges,
    branches: lazyBranches,
    reviewPlaces,
    dispose,
  };
}
