import { Session } from '../../test/ui/pages/session.ts';
import { until } from '../../test/ui/pages/until.ts';
import { type Figure, median, times } from './figures.ts';
import { makeLargeChange } from './largeChange.ts';

/** The time from Enter in the palette to what the picker of Insert Review Checklist says of a large branch, in a real workbench. */
export async function reviewFigures(runs: number): Promise<Figure[]> {
  const small = await pickerTimes(20, runs);
  const large = await pickerTimes(2000, runs);
  return [
    {
      what: '2,000 files, 100,000 lines: the picker is there',
      value: large.shown,
      unit: 'ms',
      compared: times(large.shown, small.shown, '20 files'),
    },
    {
      what: 'it says what fits, and why',
      value: large.filled,
      unit: 'ms',
      compared: times(large.filled, small.filled, '20 files'),
    },
    {
      what: 'the same the first time in a session',
      value: large.first,
      unit: 'ms',
      compared: times(large.first, small.first, '20 files'),
    },
  ];
}

async function pickerTimes(files: number, runs: number): Promise<{ shown: number; filled: number; first: number }> {
  const session = await Session.open({ workspace: 'empty', prepare: (folder) => makeLargeChange(folder, files, 50) });
  const { quickInput, status } = {
    quickInput: session.workbench.quickInput,
    status: session.workbench.status('topic'),
  };
  const [shown, filled]: [number[], number[]] = [[], []];
  try {
    await status.waitFor();
    for (let run = 0; run <= runs; run++) {
      await quickInput.runCommand('TPM: Insert Review Checklist...');
      const start = performance.now();
      await quickInput.waitFor('Insert Review Checklist');
      shown.push(performance.now() - start);
      await until('what fits', async () => {
        const row = (await quickInput.rows()).find(({ label }) => label === 'For This Change');
        return row?.description.includes('item');
      });
      filled.push(performance.now() - start);
      await quickInput.cancel();
    }
  } finally {
    await session.close();
  }
  return { shown: median(shown.slice(1)), filled: median(filled.slice(1)), first: filled[0] ?? Number.NaN };
}
