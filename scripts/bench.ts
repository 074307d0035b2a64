import { availableParallelism, cpus } from 'node:os';
import { benchRedact, redactTexts } from './benchRedact.ts';
import { benchTriage } from './benchTriage.ts';
import { activationFigures } from './bench/activation.ts';
import { clickFigures } from './bench/click.ts';
import { type Figure, printFigures, times } from './bench/figures.ts';
import { parseFigures } from './bench/parse.ts';
import { recordFigures } from './bench/records.ts';
import { reviewFigures } from './bench/review.ts';
import { selectionFigures } from './bench/selection.ts';
import { sizeFigures } from './bench/sizes.ts';
import { kindsOf } from './host/options.ts';
import { runScript, say } from './host/say.ts';
import { closeUiEnvironment } from './host/uiEnvironment.ts';
import { newest } from './host/versions.ts';

const runs = 5;

const parts = {
  sizes: async () => printFigures('Sizes', await sizeFigures()),
  activation: async () =>
    printFigures(`Activation in VS Code ${newest.vscode}, from its own report`, await activationFigures(runs)),
  click: async () => printFigures(`Ticking in the sidebar of VS Code ${newest.vscode}`, await clickFigures(runs)),
  records: async () => printFigures('Index of records, from a folder on disk', await recordFigures(runs)),
  parse: async () => printFigures('Parsing', await parseFigures(runs)),
  selection: async () => printFigures('Items for a change', await selectionFigures(runs)),
  review: async () => printFigures(`Insert Review Checklist in VS Code ${newest.vscode}`, await reviewFigures(runs)),
  redact: async () => printFigures('Redaction, best of three runs', await redactFigures()),
  triage: async () => {
    console.log('\nTriage');
    benchTriage((line) => console.log(line.replaceAll(/^(?=.)/gm, '  ')));
  },
};

// npm run bench [-- sizes activation click records parse selection review redact triage]
await runScript(async () => {
  const names = Object.keys(parts) as (keyof typeof parts)[];
  console.log(`Medians of ${runs} runs after one to warm up, unless a title says otherwise.`);
  console.log(`Node ${process.versions.node}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}`);
  try {
    for (const name of kindsOf(process.argv.slice(2), names)) {
      say(`Measuring: ${name}...`);
      await parts[name]();
    }
  } finally {
    await closeUiEnvironment();
  }
  return 0;
});

/** The two realistic texts; `node scripts/benchRedact.ts` also tries every hostile one. */
async function redactFigures(): Promise<Figure[]> {
  const logs = Object.fromEntries(Object.entries(redactTexts).filter(([name]) => name.startsWith('log')));
  const timings = await benchRedact(250_000, logs);
  return timings.map(({ name, large, ratio, largeSize }) => ({
    what: `${(largeSize / 1_000_000).toFixed(0)} MB of ${name}`,
    value: large,
    unit: 'ms',
    compared: times(ratio, 1, 'a quarter of it'),
  }));
}
