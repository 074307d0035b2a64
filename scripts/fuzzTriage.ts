import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shorten } from '../src/core/evidence/shorten.ts';
import { redact } from '../src/core/redact/redact.ts';
import { parseStackTraces } from '../src/core/stackTrace/parse.ts';
import { classify } from '../src/core/triage/classify.ts';
import { projectFolder } from './host/folders.ts';
import { runScript } from './host/say.ts';

// node scripts/run.mjs fuzzTriage [-- how many] : mutated real logs of up to 1 MB through everything that reads evidence.
const MAX_LENGTH = 1_000_000;
/** A text of so many characters may take so long in one reader, in milliseconds: far above what is usual, far below a hang. */
const limitOf = (length: number): number => 500 + length / 200;

const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['shorten', shorten],
  ['parseStackTraces', parseStackTraces],
  ['classify', (text) => classify({ title: text.slice(0, 80), text })],
  ['redact', (text) => redact(text)],
];

await runScript(async () => {
  const count = Number(process.argv[2] ?? 10_000);
  const seeds = globSync('test/fixtures/{traces,evidence}/**/*.txt', { cwd: projectFolder }).toSorted();
  const texts = seeds.map((file) => readFileSync(path.join(projectFolder, file), 'utf8'));
  const random = generator(20261123);
  const slowest = new Map(readers.map(([name]) => [name, { milliseconds: 0, length: 0 }]));
  let failures = 0;
  let characters = 0;
  for (let round = 0; round < count; round++) {
    const text = mutated(texts, random, round % 100 === 0 ? MAX_LENGTH : 20_000);
    characters += text.length;
    for (const [name, read] of readers) {
      const start = performance.now();
      try {
        await read(text);
      } catch (error) {
        failures++;
        console.log(`round ${round}: ${name} threw ${String(error)}`);
      }
      const milliseconds = performance.now() - start;
      const worst = slowest.get(name)!;
      if (milliseconds > worst.milliseconds) Object.assign(worst, { milliseconds, length: text.length });
      if (milliseconds > limitOf(text.length)) {
        failures++;
        console.log(`round ${round}: ${name} took ${Math.round(milliseconds)} ms for ${text.length} characters`);
      }
    }
  }
  console.log(`${count} mutated logs, ${(characters / 1e6).toFixed(0)} million characters, ${failures} failures`);
  for (const [name, { milliseconds, length }] of slowest)
    console.log(`  slowest ${name}: ${Math.round(milliseconds)} ms for ${length} characters`);
  return failures === 0 ? 0 : 1;
});

/** Lines cut, doubled, swapped, truncated, spliced from two logs, with noise between, up to the length. */
function mutated(texts: readonly string[], random: () => number, max: number): string {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const lines = [...pick(texts).split('\n'), ...(random() < 0.5 ? pick(texts).split('\n') : [])];
  const noise = [
    '\u001b[31m',
    '\u0000',
    '\r',
    '\t'.repeat(9),
    'a'.repeat(3000),
    '('.repeat(500),
    '\uD800',
    '`'.repeat(40),
    '  at ',
    'Caused by: ',
    '%'.repeat(200),
    '\u202E',
    '<!-- tpm:checklist x -->',
  ];
  for (let change = 0; change < 1 + random() * 12; change++) {
    const at = Math.floor(random() * lines.length);
    const kind = random();
    if (kind < 0.2) lines.splice(at, 1 + Math.floor(random() * 4));
    else if (kind < 0.4) lines.splice(at, 0, ...lines.slice(at, at + 5));
    else if (kind < 0.6) lines[at] = (lines[at] ?? '').slice(0, Math.floor(random() * 80));
    else if (kind < 0.8) lines.splice(at, 0, pick(noise).repeat(1 + Math.floor(random() * 5)));
    else lines[at] = pick(noise) + (lines[at] ?? '') + pick(noise);
  }
  const text = lines.join(random() < 0.1 ? '\r\n' : '\n');
  return random() < 0.05 || max === MAX_LENGTH
    ? text.repeat(Math.max(1, Math.floor(max / Math.max(1, text.length)))).slice(0, max)
    : text.slice(0, max);
}

/** Mulberry32: the same logs every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
