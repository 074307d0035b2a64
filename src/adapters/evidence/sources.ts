import * as vscode from 'vscode';
import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import type { Places } from '../../core/ports.ts';
import { clipboardSource } from './clipboard.ts';
import { debuggerSource, localValuesSource } from './debugger.ts';
import { DebugRecorder } from './debugRecorder.ts';
import { environmentSource } from './environment.ts';
import { gitSource } from './git.ts';
import { placeSource } from './place.ts';
import { problemsSource } from './problems.ts';
import { selectionSource } from './selection.ts';
import { TaskRecorder } from './taskRecorder.ts';
import { taskSource } from './tasks.ts';
import { terminalSource } from './terminal.ts';
import type { TerminalRecorder } from './terminalRecorder.ts';
import { terminalSelectionSource } from './terminalSelection.ts';
import { testsSource } from './tests.ts';

/** Everything that Triage Issue looks at, and the recorders behind it. */
export interface EvidenceSources extends vscode.Disposable {
  /** In the order in which they are shown. */
  readonly all: readonly EvidenceSource[];
}

/** Begins to listen to tasks and debuggers; until then nobody does. Terminals were listened to before. */
export function createEvidenceSources(terminals: TerminalRecorder, places: Places): EvidenceSources {
  const tasks = new TaskRecorder();
  const debuggers = new DebugRecorder();
  return {
    all: [
      selectionSource,
      placeSource,
      terminalSelectionSource,
      testsSource,
      taskSource(tasks, terminals),
      terminalSource(terminals, tasks),
      debuggerSource(debuggers),
      problemsSource,
      gitSource(places),
      environmentSource,
      localValuesSource(debuggers),
      clipboardSource,
    ],
    dispose: () => [tasks, debuggers].forEach((one) => one.dispose()),
  };
}
