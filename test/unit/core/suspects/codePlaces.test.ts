import assert from 'node:assert/strict';
import { linkPlaces, locatePlaces } from '../../../../src/core/suspects/codePlaces.ts';

const root = (name: string) => ({ name, path: `/home/ana/${name}` });

describe('places in the code', () => {
  it('take the path that the workspace has and stay what they were otherwise', async () => {
    const workspace = { roots: () => [root('shop')], hasFile: (path: string) => Promise.resolve(path === 'src/a.js') };
    const found = [
      { file: '/app/src/a.js', line: 3, symbol: 'f' },
      { file: 'src/a.js', line: 3 },
      { file: '/opt/b.js' },
    ];
    assert.deepEqual(await locatePlaces(found, workspace), [
      { file: 'src/a.js', line: 3, symbol: 'f', isInWorkspace: true },
      { file: '/opt/b.js' },
    ]);
  });

  it('are linked from the root of the workspace', () => {
    assert.deepEqual(linkPlaces([{ file: 'src/a.js', isInWorkspace: true }, { file: 'b.js' }], [root('shop')]), [
      { file: 'src/a.js', isInWorkspace: true, link: '/src/a.js' },
      { file: 'b.js' },
    ]);
  });

  it('are linked only in the root of the record when there are several', () => {
    const places = ['api/a.js', 'web/b.js'].map((file) => ({ file, isInWorkspace: true }));
    const links = (home?: string) => linkPlaces(places, [root('api'), root('web')], home).map(({ link }) => link);
    assert.deepEqual(links('web'), [undefined, '/b.js']);
    assert.deepEqual(links(), ['/a.js', undefined]);
  });
});
