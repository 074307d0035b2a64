import assert from 'node:assert/strict';
import { relativePaths } from '../../../../src/core/evidence/relativePaths.ts';

const shop = [{ path: '/home/ana/shop', name: 'shop' }];
const windows = [{ path: 'C:\\Users\\ana\\shop', name: 'shop' }];

describe('relativePaths', () => {
  it('writes a path inside the workspace from its root', () => {
    assert.equal(relativePaths('at f (/home/ana/shop/src/a.js:22:31)', shop), 'at f (src/a.js:22:31)');
  });

  it('understands file URLs', () => {
    assert.equal(relativePaths('at f (file:///home/ana/shop/src/a.js:22:31)', shop), 'at f (src/a.js:22:31)');
  });

  it('names the workspace where the path is its root', () => {
    assert.equal(relativePaths('# in /home/ana/shop, exit code 1', shop), '# in shop, exit code 1');
  });

  it('leaves a longer name that only begins like the root', () => {
    assert.equal(relativePaths('/home/ana/shopping/a.js', shop), '/home/ana/shopping/a.js');
    assert.equal(relativePaths('/mnt/home/ana/shop/a.js', shop), '/mnt/home/ana/shop/a.js');
  });

  it('understands Windows paths with either slash, escaped backslashes and URLs, whatever the case', () => {
    assert.equal(relativePaths('c:\\Users\\Ana\\shop\\src\\a.ts(3,1)', windows), 'src\\a.ts(3,1)');
    assert.equal(relativePaths('"C:\\\\Users\\\\ana\\\\shop\\\\src\\\\a.ts"', windows), '"src\\\\a.ts"');
    assert.equal(relativePaths('at file:///C:/Users/ana/shop/src/a.ts:3', windows), 'at src/a.ts:3');
    assert.equal(relativePaths('at file:///c%3A/Users/ana/shop/src/a.ts:3', windows), 'at src/a.ts:3');
  });

  it('puts the name of the root first when there are several, the innermost root winning', () => {
    const roots = [...shop, { path: '/home/ana/shop/web', name: 'web' }];
    assert.equal(relativePaths('/home/ana/shop/a.js /home/ana/shop/web/b.js', roots), 'shop/a.js web/b.js');
  });
});
