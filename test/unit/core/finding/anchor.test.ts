import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorOf, locate } from '../../../../src/core/finding/anchor.ts';
import { runs, slow } from '../arbitraries.ts';

const file = [
  'import a;',
  '',
  'export function total(lines) {',
  '  if (!lines) {',
  '    return 0;',
  '  }',
  '  return sum;',
  '}',
];
const at = (lines: readonly string[], line: number, now: readonly string[]): unknown =>
  locate(anchorOf(lines.join('\n'), line), now.join('\n'));

describe('locating an anchored line', () => {
  it('finds it where it was', () => {
    assert.deepEqual(at(file, 6, file), { kind: 'exact', line: 6 });
  });

  it('does not mind indentation, blank lines and line endings', () => {
    const anchor = anchorOf(file.join('\n'), 6);
    const now = file.map((line) => `\t${line.trim()}  `).join('\r\n');
    assert.deepEqual(locate(anchor, now), { kind: 'exact', line: 6 });
  });

  it('follows it down and up', () => {
    assert.deepEqual(at(file, 6, ['// new', '', ...file]), { kind: 'moved', line: 8 });
    assert.deepEqual(at(file, 6, file.slice(2)), { kind: 'moved', line: 4 });
  });

  it('follows it to another place in the file, where it is the only one of its kind', () => {
    const moved = ['return sum;', 'x();', 'y();', 'z();', 'q();'];
    assert.deepEqual(at(file, 6, moved), { kind: 'moved', line: 0 });
  });

  it('loses a line that was changed or deleted', () => {
    assert.deepEqual(at(file, 6, file.with(6, '  return sum + 1;')), { kind: 'lost' });
    assert.deepEqual(at(file, 6, file.toSpliced(6, 1)), { kind: 'lost' });
    assert.deepEqual(at(file, 6, []), { kind: 'lost' });
  });

  it('tells equal lines apart by their neighbours, and does not take one for the other', () => {
    const twins = ['a();', 'return null;', 'b();', 'c();', 'd();', 'return null;', 'e();', 'f();'];
    assert.deepEqual(at(twins, 5, ['x();', ...twins]), { kind: 'moved', line: 6 });
    assert.deepEqual(at(twins, 5, twins.toSpliced(5, 1)), { kind: 'lost' });
    assert.deepEqual(at(twins, 1, twins.toSpliced(1, 1)), { kind: 'lost' });
  });

  it('prefers the neighbours over the number of the line', () => {
    const twins = ['one();', 'check(x);', 'two();', 'three();', 'four();', 'check(x);', 'five();', 'six();'];
    // Four lines fewer above: the other twin now stands where the first one stood.
    assert.deepEqual(at(twins, 1, twins.slice(4)), { kind: 'lost' });
    assert.deepEqual(at(twins, 5, twins.slice(4)), { kind: 'moved', line: 1 });
  });

  it('says nothing where whole stretches are equal', () => {
    const block = ['a();', 'b();', 'same();', 'c();', 'd();'];
    const anchor = anchorOf(['first();', ...block, 'gap();', ...block].join('\n'), 3);
    assert.deepEqual(locate(anchor, ['x();', 'y();', ...block, 'gap();', ...block].join('\n')), { kind: 'lost' });
  });

  it('wants the neighbours of a line that says little', () => {
    const braces = ['f();', 'if (a) {', 'b();', '}', 'c();', 'd();'];
    assert.deepEqual(at(braces, 3, ['new();', ...braces]), { kind: 'moved', line: 4 });
    assert.deepEqual(at(braces, 3, ['x', 'y', 'z', 'q', '}', 'r']), { kind: 'lost' });
    assert.deepEqual(at(braces, 3, ['x', 'y', 'z', '}', 'r', 's']), { kind: 'lost' });
  });
});

/** One edit of a file whose lines carry the number they had at first, so that each is known again. */
type Edit = { readonly at: number; readonly remove: number; readonly insert: readonly string[] };
interface Known {
  readonly origin: number | undefined;
  readonly text: string;
}

const inserted = fc.constantFrom('', '}', '  }', 'return null;', 'const added = 1;', '// why', 'x();');
const edits = fc.array(fc.record({ at: fc.nat(40), remove: fc.nat(2), insert: fc.array(inserted, { maxLength: 3 }) }), {
  maxLength: 8,
});

function edited(lines: readonly string[], all: readonly Edit[]): Known[] {
  let now: Known[] = lines.map((text, origin) => ({ origin, text }));
  for (const { at: position, remove, insert } of all) {
    const added = insert.map((text): Known => ({ origin: undefined, text }));
    now = now.toSpliced(position % (now.length + 1), remove, ...added);
  }
  return now;
}

const textOf = (lines: readonly Known[], ending = '\n'): string => lines.map(({ text }) => text).join(ending);

describe('locating after any edits', function () {
  this.timeout(slow);
  const common = fc.constantFrom('}', '{', '', 'return null;', 'else {', 'x();', '  }');

  it('gives a line whose text is the anchored one, or none', () => {
    fc.assert(
      fc.property(fc.array(common, { minLength: 1, maxLength: 30 }), fc.nat(), edits, (lines, pick, all) => {
        const line = pick % lines.length;
        const now = edited(lines, all);
        const found = locate(anchorOf(lines.join('\n'), line), textOf(now));
        if (found.kind === 'lost') return;
        assert.equal((now[found.line]?.text ?? '').trim(), lines[line]!.trim());
        assert.equal(found.kind === 'exact', found.line === line);
      }),
      { numRuns: runs.numRuns * 20 },
    );
  });

  it('finds a line that there is once, wherever it went, and never another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        edits,
        fc.constantFrom('\n', '\r\n'),
        (count, pick, all, ending) => {
          const lines = Array.from({ length: count }, (_, index) => `call(number${index});`);
          const line = pick % count;
          const now = edited(lines, all);
          const found = locate(anchorOf(lines.join('\n'), line), textOf(now, ending));
          const real = now.findIndex(({ origin }) => origin === line);
          assert.deepEqual(
            found,
            real < 0 ? { kind: 'lost' } : { kind: real === line ? 'exact' : 'moved', line: real },
          );
        },
      ),
      { numRuns: runs.numRuns * 20 },
    );
  });

  it('follows a line of a common kind as long as its neighbours are there, and never takes another of its kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 8 }), fc.nat(), edits, (groups, pick, all) => {
        const lines = Array.from({ length: groups }, (_, index) => [
          `before(${index});`,
          `start(${index});`,
          'return null;',
          `end(${index});`,
          `after(${index});`,
        ]).flat();
        const line = (pick % groups) * 5 + 2;
        const now = edited(
          lines,
          all.filter((one) => !one.insert.includes('return null;')),
        );
        const found = locate(anchorOf(lines.join('\n'), line), textOf(now));
        const real = now.findIndex(({ origin }) => origin === line);
        if (found.kind !== 'lost') assert.equal(found.line, real);
        const isWhole = real >= 2 && [-2, -1, 1, 2].every((step) => now[real + step]?.origin === line + step);
        if (isWhole) assert.notEqual(found.kind, 'lost');
      }),
      { numRuns: runs.numRuns * 20 },
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), fc.string({ unit: 'binary' }), (text, line, other) => {
        const anchor = anchorOf(text, line);
        const home = locate(anchor, text);
        if (home.kind !== 'lost') assert.equal(home.line, anchor.line);
        locate(anchor, other);
      }),
      runs,
    );
  });
});
