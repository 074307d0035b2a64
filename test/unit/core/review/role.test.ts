import assert from 'node:assert/strict';
import { baseCandidates, optionsFor } from '../../../../src/core/review/changeSource.ts';
import { proposeRole } from '../../../../src/core/review/role.ts';
import { changeOf } from './diffs.ts';

const mara = { name: 'Mara', email: 'mara@shop.example' };
const tomas = { name: 'Tomas', email: 'tomas@shop.example' };
const by = (...authors: { name: string; email: string }[]): Parameters<typeof changeOf>[1] => ({
  user: mara,
  commits: authors.map((author) => ({ message: 'x', author })),
});

describe('the role', () => {
  it('is author for what is not committed', () => {
    assert.equal(proposeRole(changeOf({}, { origin: { kind: 'index' } }))?.role, 'author');
  });

  it('is author for own commits and reviewer for those of others', () => {
    assert.equal(proposeRole(changeOf({}, by(mara, mara)))?.role, 'author');
    assert.deepEqual(proposeRole(changeOf({}, by(tomas))), { role: 'reviewer', reason: 'Tomas wrote its commit' });
    assert.equal(proposeRole(changeOf({}, by(tomas, mara, tomas)))?.role, 'reviewer');
    assert.equal(proposeRole(changeOf({}, by(tomas, mara)))?.role, 'author');
  });

  it('knows people by their address, whatever they call themselves', () => {
    assert.equal(proposeRole(changeOf({}, by({ name: 'M. Lindqvist', email: 'MARA@shop.example' })))?.role, 'author');
    assert.equal(proposeRole(changeOf({}, by({ name: 'Mara', email: 'other@shop.example' })))?.role, 'reviewer');
  });

  it('is reviewer on a branch that was made for a pull request', () => {
    assert.equal(proposeRole(changeOf({}, { ...by(mara), branch: 'pr/12' }))?.role, 'reviewer');
  });

  it('is not proposed when nobody is known', () => {
    assert.equal(proposeRole(changeOf({}, { commits: [{ message: 'x' }], user: mara })), undefined);
    assert.equal(proposeRole(changeOf({}, { commits: [{ message: 'x', author: tomas }] })), undefined);
  });
});

describe('what there is to review', () => {
  const state = { head: 'abc', base: 'origin/main', isAhead: true, stagedFiles: 0, uncommittedFiles: 0 };
  const kinds = (some: Partial<typeof state>): string[] =>
    optionsFor({ ...state, ...some }).map(({ origin }) => origin.kind);

  it('is the branch first, then what is not committed, then the last commit', () => {
    assert.deepEqual(kinds({ uncommittedFiles: 3, stagedFiles: 1 }), ['branch', 'working-tree', 'index', 'commit']);
  });

  it('does not offer the index where everything is staged, nor a branch that adds nothing', () => {
    assert.deepEqual(kinds({ uncommittedFiles: 2, stagedFiles: 2, isAhead: false }), ['working-tree', 'commit']);
  });

  it('is nothing in a repository without a commit or a file', () => {
    assert.deepEqual(optionsFor({ isAhead: false, stagedFiles: 0, uncommittedFiles: 0 }), []);
  });

  it('compares a topic branch with where it began, never with its own copy on the server', () => {
    assert.equal(baseCandidates('topic', 'origin/topic', undefined)[0], 'upstream/main');
    assert.equal(baseCandidates('topic', 'origin/release', undefined)[0], 'origin/release');
    assert.equal(baseCandidates('topic', 'origin/release', 'origin/next')[0], 'origin/next');
  });

  it('compares main with what it follows only', () => {
    assert.deepEqual(baseCandidates('main', 'origin/main', 'origin/main'), ['origin/main']);
    assert.deepEqual(baseCandidates('main', undefined, undefined), ['origin/main']);
  });
});
