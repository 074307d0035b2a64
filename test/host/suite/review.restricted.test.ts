import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { closeEditors, itemsIn, onDisk, rowOf, useSharedRecords, write } from '../world.ts';

const text = [
  '---',
  'tpm: review',
  'title: Review of topic',
  'status: open',
  'branch: topic',
  'base: main',
  `commit: ${'4f2a91c03b'.repeat(4)}`,
  '---',
  '',
  '# Review of topic',
  '',
  '<!-- tpm:checklist review-reviewer -->',
  '- [ ] Know the rollback',
  '<!-- /tpm:checklist -->',
  '',
].join('\n');

describe('a review in Restricted Mode', () => {
  useSharedRecords();
  afterEach(closeEditors);

  it('says why it cannot know what commits did, and is worked as any record', async () => {
    const uri = await write('.tpm/records/2026-11-23-review.md', text);
    await vscode.window.showTextDocument(uri);
    await eventually('a lens says why', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
      return found.some(({ command }) => command?.title.includes('Git is off in Restricted Mode'));
    });
    const [item] = itemsIn(await onDisk(uri));
    await vscode.commands.executeCommand('tpmMentor.markDone', rowOf(uri, item!));
    assert.equal(await onDisk(uri), text.replace('- [ ]', '- [x]'));
  });
});
