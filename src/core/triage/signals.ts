import type { Signal } from './kinds.ts';
import { buildAndConfigSignals } from './signals/buildAndConfig.ts';
import { ecosystemSignals } from './signals/ecosystems.ts';
import { exhaustionSignals } from './signals/exhaustion.ts';
import { failureSignals } from './signals/failures.ts';
import { hintSignals } from './signals/hints.ts';
import { intermittenceSignals } from './signals/intermittence.ts';
import { questionSignals } from './signals/questions.ts';
import { raceSignals } from './signals/races.ts';
import { requestSignals } from './signals/requests.ts';
import { resourceUseSignals } from './signals/resourceUse.ts';
import { slownessSignals } from './signals/slowness.ts';
import { steadinessSignals } from './signals/steadiness.ts';
import { testRunSignals } from './signals/testRuns.ts';
import { unsteadySignals } from './signals/unsteady.ts';
import { wasteSignals } from './signals/waste.ts';

/** Every signal, in the order in which equal evidence is listed. Ids are unique. */
export const signals: readonly Signal[] = [
  ...exhaustionSignals,
  ...resourceUseSignals,
  ...wasteSignals,
  ...slownessSignals,
  ...intermittenceSignals,
  ...steadinessSignals,
  ...unsteadySignals,
  ...raceSignals,
  ...ecosystemSignals,
  ...buildAndConfigSignals,
  ...testRunSignals,
  ...failureSignals,
  ...requestSignals,
  ...questionSignals,
  ...hintSignals,
];
