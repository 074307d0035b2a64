import assert from 'node:assert/strict';
import * as core from '../../../src/core/index.ts';

/** The signatures that outside checks call. Not met: the project does not compile. */
interface FrontDoor {
  parseChecklist(text: string): { checklist: core.Checklist; problems: core.Problem[] };
  findBlocks(text: string): core.Block[];
  setItemState(text: string, at: core.ItemRef, state: core.ItemState): core.TextEdit[];
  renderBlock(checklist: core.Checklist, options?: core.RenderOptions): string;
  refreshBlock(text: string, block: core.Block, checklist: core.Checklist): core.TextEdit[];
  applyEdits(text: string, edits: core.TextEdit[]): string;
  parseRecord(text: string): { record: core.RecordInfo; problems: core.Problem[] };
  classify(report: { title?: string; text: string }): core.Verdict;
  parseStackTraces(text: string): core.StackTrace[];
  redact(text: string): Promise<{ text: string; findings: readonly core.Finding[] }>;
  severityOf(impact: core.Impact, urgency: core.Urgency, flags?: readonly core.SeverityFlag[]): core.Severity;
  parseDiff(text: string): core.ChangedFile[];
  proposeRole: typeof core.proposeRole;
  selectChecklists(change: core.Change, checklists: core.Checklist[], options?: core.SelectOptions): core.Selection;
  placeSelection: typeof core.placeSelection;
}
const frontDoor: FrontDoor = core;

describe("the core's front door", () => {
  it('lets out these functions and no other value', () => {
    const functions: Record<keyof FrontDoor, true> = {
      parseChecklist: true,
      findBlocks: true,
      setItemState: true,
      renderBlock: true,
      refreshBlock: true,
      applyEdits: true,
      parseRecord: true,
      classify: true,
      parseStackTraces: true,
      redact: true,
      severityOf: true,
      parseDiff: true,
      proposeRole: true,
      selectChecklists: true,
      placeSelection: true,
    };
    assert.deepEqual(Object.keys(core).toSorted(), Object.keys(functions).toSorted());
    assert.ok(Object.values(core).every((one) => typeof one === 'function'));
  });

  it('is enough to work through a checklist and write the record of a triage', async () => {
    const { checklist } = frontDoor.parseChecklist(
      '# Release\n\n## Before\n\n- [ ] **Tag the commit**\n- [ ] Tell the team\n',
    );
    const inserted = `Notes\n\n${frontDoor.renderBlock(checklist)}\n`;
    const [block] = frontDoor.findBlocks(inserted);
    const item = block?.sections[0]?.items[0];
    assert.ok(block && item?.isMust);
    const ticked = frontDoor.applyEdits(inserted, frontDoor.setItemState(inserted, item, { kind: 'done' }));
    assert.equal(ticked, inserted.replace('- [ ] **Tag', '- [x] **Tag'));
    assert.deepEqual(frontDoor.refreshBlock(inserted, block, checklist), []);
    assert.equal(frontDoor.parseRecord('---\ntpm: triage\nstatus: open\n---\n\n# Slow\n').record.kind, 'triage');
    assert.equal(frontDoor.severityOf('I1', 'U1'), 'S1');
    const log = 'TypeError: x is not a function\n    at run (/app/main.js:3:7)\n';
    assert.equal(frontDoor.classify({ title: 'The test fails every time', text: log }).kind, 'broken');
    assert.equal(frontDoor.parseStackTraces(log)[0]?.frames[0]?.line, 3);
    assert.equal((await frontDoor.redact('nothing to hide')).text, 'nothing to hide');
  });
});
