import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStackTraces } from '../../../../src/core/stackTrace/parse.ts';
import { firstUserFrame } from '../../../../src/core/stackTrace/signature.ts';
import { expectedTraces } from './expectedTraces.ts';
import { fixtureFolder, fixtures, summaryOf } from './summary.ts';

/** Reports that name no place in a file of the program. */
const WITHOUT_PLACE = [
  'csharp/noSymbols',
  'javascript/heap',
  'javascript/rejection',
  'native/doubleFree',
  'native/terminate',
];
/** The place is in a bundle. */
const ELSEWHERE = ['javascript/webpackEval'];

function programLines(folder: string, file: string, line: number): string[] {
  const programs = join(fixtureFolder, 'programs', folder);
  const name = file.replace(/^(?:\/work\/app|https?:\/\/[^/]+\/assets)\//, '');
  return readdirSync(programs, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map((path) => readFileSync(join(programs, path), 'utf8').split('\n')[line - 1] ?? '');
}

describe('stack traces of real programs', () => {
  it('there are fixtures of every family', () => {
    const folders = new Set([...fixtures.keys()].map((name) => name.split('/')[0]));
    assert.deepEqual(
      [...folders].toSorted((a, b) => String(a).localeCompare(String(b), 'en')),
      'browser csharp go javascript jvm native php python ruby rust tools'.split(' '),
    );
    assert.deepEqual([...fixtures.keys()].toSorted(), Object.keys(expectedTraces).toSorted());
  });

  for (const [name, text] of fixtures) {
    it(`${name} is read as a person reads it`, () => {
      assert.deepEqual(parseStackTraces(text).map(summaryOf), expectedTraces[name]);
    });
  }

  it('the first user frame is the line that the program marks as its fault', () => {
    let checked = 0;
    for (const [name, text] of fixtures) {
      const frame = firstUserFrame(parseStackTraces(text));
      if (WITHOUT_PLACE.includes(name)) {
        assert.equal(frame?.file, undefined, name);
        continue;
      }
      if (ELSEWHERE.includes(name)) continue;
      assert.ok(frame?.file !== undefined && frame.line !== undefined, `${name} has a first user frame`);
      const lines = programLines(name.split('/')[0]!, frame.file, frame.line);
      const isMarked = lines.some((line) => line.includes('FAULT') || line.includes('t.Errorf('));
      assert.ok(isMarked, `${name}: ${frame.file}:${frame.line} is ${JSON.stringify(lines)}`);
      checked++;
    }
    assert.ok(checked > 95, `${checked} checked`);
  });

  it('every range starts at the line it names and ends at the end of a line', () => {
    for (const [name, text] of fixtures) {
      for (const trace of parseStackTraces(text)) {
        assert.equal(text.slice(0, trace.start).split(/\r\n|\r|\n/).length - 1, trace.line, name);
        assert.ok(trace.end === text.length || /[\r\n]/.test(text[trace.end]!), name);
      }
    }
  });
});
