import type { EvidenceSource } from '../../core/evidence/evidence.ts';
import { clipboardSource } from './clipboard.ts';
import { environmentSource } from './environment.ts';
import { gitSource } from './git.ts';
import { problemsSource } from './problems.ts';
import { selectionSource } from './selection.ts';
import { terminalSource } from './terminal.ts';

/** Everything that Triage Issue looks at, in the order in which it is shown. */
export const evidenceSources: readonly EvidenceSource[] = [
  selectionSource,
  terminalSource,
  problemsSource,
  gitSource,
  environmentSource,
  clipboardSource,
];
