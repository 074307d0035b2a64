import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { onDisk, start, useSharedRecords, write } from '../world.ts';

const checklist = (lines: string): string =>
  `---\nid: bottleneck\ngroup: problem\nkind: read-do\ntrigger: T.\n${lines}---\n\n# Ours\n\n## First\n\n- [ ] **Do it our way**\n`;

describe('team checklists', () => {
  useSharedRecords();

  it('replace a built-in one of the same id at once, and give it back when they go', async () => {
    const team = await write('.tpm/checklists/bottleneck.md', checklist(''));
    await vscode.commands.executeCommand('tpmMentor.refresh');
    assert.match(await onDisk(await start('bottleneck')), /- \[ \] \*\*Do it our way\*\*/);
    await vscode.workspace.fs.delete(team);
    await vscode.commands.executeCommand('tpmMentor.refresh');
    assert.doesNotMatch(await onDisk(await start('bottleneck')), /Do it our way/);
  });

  it('may hide a built-in one', async () => {
    const team = await write('.tpm/checklists/hidden.md', '---\nid: glitch\ndisabled: true\n---\n');
    await vscode.commands.executeCommand('tpmMentor.refresh');
    const editors = vscode.window.visibleTextEditors.length;
    await vscode.commands.executeCommand('tpmMentor.startChecklist', { checklistId: 'glitch' });
    assert.equal(vscode.window.visibleTextEditors.length, editors);
    await vscode.workspace.fs.delete(team);
    await vscode.commands.executeCommand('tpmMentor.refresh');
  });

  it('with faults are still used as far as they go', async () => {
    const team = await write('.tpm/checklists/broken-file.md', '# No front matter\n\n- [ ] Item before a section\n');
    await vscode.commands.executeCommand('tpmMentor.refresh');
    assert.match(await onDisk(await start('no-front-matter')), /- \[ \] Item before a section/);
    await vscode.workspace.fs.delete(team);
    await vscode.commands.executeCommand('tpmMentor.refresh');
  });
});
