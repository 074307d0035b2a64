import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { locate, stepsOf, type FramePlace } from '../../../../src/core/suspects/locate.ts';
import { anyText } from './anyText.ts';

/** A workspace of these files; counts what is asked of it. */
function workspace(files: readonly string[], roots: readonly string[] = ['shop']) {
  const asked: string[] = [];
  const scans: string[] = [];
  return {
    asked,
    scans,
    roots: () => roots.map((name) => ({ path: `/home/ana/${name}`, name })),
    hasFile: (path: string) => {
      asked.push(path);
      return Promise.resolve(files.includes(path));
    },
    filesEndingIn: (end: string, most: number) => {
      scans.push(end);
      return Promise.resolve(files.filter((file) => `/${file}`.endsWith(`/${end}`)).slice(0, most));
    },
  };
}

async function found(files: readonly string[], frame: string | FramePlace, roots?: readonly string[]): Promise<string> {
  const [one] = await locate([typeof frame === 'string' ? { file: frame } : frame], workspace(files, roots));
  return one ? `${one.path}${one.isByName ? ' (by name)' : ''}` : 'not found';
}

describe('locating frames', () => {
  it('takes the longest end of the path that the workspace has', async () => {
    const files = ['src/orders/total.js', 'orders/total.js', 'total.js'];
    assert.equal(await found(files, '/app/src/orders/total.js'), 'src/orders/total.js');
    assert.equal(await found(files.slice(1), '/app/src/orders/total.js'), 'orders/total.js');
    assert.equal(await found(files.slice(2), '/app/src/orders/total.js'), 'total.js (by name)');
  });

  it('reads paths of containers, bundlers, build servers and dev servers', async () => {
    for (const [frame, file] of [
      ['src/discounts.js', 'src/discounts.js'],
      ['webpack:///./src/x.ts', 'src/x.ts'],
      ['C:\\ci\\build\\src\\a.cs', 'src/a.cs'],
      ['file:///C:/ci/build/src/a.cs', 'src/a.cs'],
      ['http://localhost:5173/src/main.ts?t=17', 'src/main.ts'],
      ['/usr/src/app/lib/../src/x.ts', 'src/x.ts'],
      ['./src//x.ts', 'src/x.ts'],
    ] as const)
      assert.equal(await found([file], frame), file);
  });

  it('never looks outside the workspace', async () => {
    const all = workspace([]);
    await locate([{ file: '../../etc/passwd' }, { file: '/a/../../b/./c' }], all);
    assert.deepEqual(all.asked, ['etc/passwd', 'passwd', 'b/c', 'c']);
  });

  it('finds a Java class by the package that its symbol names', async () => {
    const frame = { file: 'Cart.java', symbol: 'com.acme.shop.Cart.total' };
    assert.equal(
      await found(['src/main/java/com/acme/shop/Cart.java'], frame),
      'src/main/java/com/acme/shop/Cart.java',
    );
    const modules = ['api/src/main/java/com/acme/shop/Cart.java', 'web/src/main/java/com/acme/Cart.java'];
    assert.equal(await found(modules, frame), 'api/src/main/java/com/acme/shop/Cart.java');
  });

  it('finds a Kotlin function that stands outside a class', async () => {
    const frame = { file: 'Cart.kt', symbol: 'shop.CartKt.main' };
    assert.equal(await found(['src/main/kotlin/shop/Cart.kt'], frame), 'src/main/kotlin/shop/Cart.kt');
  });

  it('scans for the last two steps only when no end exists, and only takes what is unambiguous', async () => {
    const packages = workspace(['packages/api/src/x.ts', 'packages/web/src/y.ts']);
    assert.deepEqual(await locate([{ file: '/app/src/x.ts' }], packages), [
      { path: 'packages/api/src/x.ts', isByName: false },
    ]);
    assert.deepEqual(packages.scans, ['src/x.ts']);
    assert.equal(await found(['a/src/index.ts', 'b/src/index.ts'], '/ci/src/index.ts'), 'not found');
    assert.equal(await found(['m/a/src/index.ts', 'm/b/src/index.ts'], '/ci/b/src/index.ts'), 'm/b/src/index.ts');
  });

  it('does not scan when a file was found', async () => {
    const all = workspace(['src/x.ts', 'packages/a/src/x.ts']);
    await locate([{ file: '/app/src/x.ts' }], all);
    assert.deepEqual(all.scans, []);
  });

  it('works where nothing can be scanned', async () => {
    const { roots, hasFile } = workspace([]);
    assert.deepEqual(await locate([{ file: '/app/src/x.ts' }], { roots, hasFile }), [undefined]);
  });

  it('looks for a library file below its package folder only', async () => {
    assert.equal(await found(['index.js', 'lib/index.js'], '/app/node_modules/ms/lib/index.js'), 'not found');
    const installed = ['node_modules/ms/lib/index.js'];
    assert.equal(await found(installed, '/app/node_modules/ms/lib/index.js'), 'node_modules/ms/lib/index.js');
  });

  it('tries each root when there are several', async () => {
    const roots = ['api', 'web'];
    assert.equal(await found(['web/src/x.ts'], '/app/src/x.ts', roots), 'web/src/x.ts');
    assert.equal(await found(['web/src/x.ts'], 'web/src/x.ts', roots), 'web/src/x.ts');
  });

  it('asks once for a file that several frames name', async () => {
    const all = workspace(['src/x.ts']);
    const both = await locate([{ file: '/app/src/x.ts' }, { file: '/app/src/x.ts' }], all);
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual(all.asked, ['app/src/x.ts', 'src/x.ts', 'x.ts']);
  });

  it('asks for a bounded number of files, whatever the trace', async () => {
    const step = fc.oneof(fc.constantFrom('..', '.', '', 'src', 'node_modules', 'C:', 'a b'), anyText);
    const path = fc.array(step, { maxLength: 30 }).map((steps) => steps.join('/'));
    const frame = fc.record({ file: fc.oneof(path, anyText), symbol: anyText });
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 40 }), fc.integer({ min: 0, max: 3 }), async (frames, roots) => {
        const all = workspace([], ['a', 'b', 'c'].slice(0, roots));
        const result = await locate(frames, all);
        assert.equal(result.length, frames.length);
        assert.ok(all.asked.length <= 160 && all.scans.length <= 3);
        for (const one of all.asked) assert.ok(!one.split('/').includes('..') && !one.startsWith('/'), one);
      }),
    );
  });

  it('keeps the end of a very long path', () => {
    assert.equal(
      stepsOf(`${'/deep'.repeat(5000)}/src/x.ts`)
        .slice(-2)
        .join('/'),
      'src/x.ts',
    );
  });
});
