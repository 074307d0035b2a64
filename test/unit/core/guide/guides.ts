import { parseChecklist } from '../../../../src/core/checklist/parse.ts';
import { guideOf } from '../../../../src/core/guide/guideOf.ts';
import type { GuideModel, Layouts } from '../../../../src/core/guide/model.ts';
import { renderGuide, type RenderedGuide } from '../../../../src/core/guide/render.ts';
import type { GuideWords } from '../../../../src/core/guide/words.ts';
import type { Layer, LibraryEntry } from '../../../../src/core/library/checklistLibrary.ts';
import type { FocusTarget } from '../../../../src/core/targets.ts';

/** Words that say which word they are, so that a test sees what was asked for. */
export const words: GuideWords = {
  title: 'Guide',
  emptyTitle: 'Nothing is selected',
  emptyText: 'Select an item',
  why: 'Why',
  how: 'How',
  ask: 'Ask yourself',
  evidence: 'Evidence',
  notes: 'Notes',
  pastProblem: 'Problem, settled',
  sections: 'Sections',
  sources: 'Sources',
  must: 'Must',
  state: (state) =>
    state.kind === 'n/a'
      ? `Not applicable: ${state.reason}`
      : state.kind === 'problem'
        ? `Problem: ${state.note}`
        : state.kind,
  recheck: (what) => `Re-check: ${what}`,
  onlyFor: (values) => `Only for ${values.join(', ')}`,
  position: (position, count) => `${position} of ${count}`,
  itemCount: (count) => `${count} items`,
  progress: ({ settled, total }) => `${settled} of ${total} settled`,
  kind: (kind) => kind,
  layer: (layer) => layer,
  revised: (day) => `Revised ${day}`,
  status: ({ status }) => status,
  untitledSection: 'Items',
  untitledText: 'Checklists in this file',
  notInLibrary: 'Not in the library',
  everythingSettled: 'Everything is settled',
  place: 'Where this stands',
  markGroup: 'Mark this item',
  moveGroup: 'Move on',
  done: 'Done',
  reopen: 'Open Again',
  rechecked: 'Mark Rechecked',
  notApplicable: 'Not Applicable...',
  problem: 'Problem...',
  note: 'Note...',
  copyQuestion: 'Copy Question',
  previous: 'Previous',
  next: 'Next',
  previousItem: 'Previous item',
  nextItem: 'Next item',
  previousSection: 'Previous section',
  nextSection: 'Next section',
  start: 'Start',
  startChecklist: 'Start Checklist',
  insert: 'Insert',
  continue: 'Continue',
  openRecord: 'Open Record',
  resolve: 'Resolve',
  switchTo: (layout) => `Show ${layout}`,
  copy: 'Copy',
  putInTerminal: 'Put in Terminal',
  about: (button, what) => `${button}: ${what}`,
  noteAdded: 'Note added',
  copied: 'Copied',
  typed: 'Typed',
};

export const uri = 'file:///shop/.tpm/records/slow.md';

/** A library of the given checklist files, all of one layer. */
export function libraryOf(files: readonly string[], layer: Layer = 'built-in'): LibraryEntry[] {
  return files.map((file) => {
    const { checklist, problems } = parseChecklist(file);
    return { checklist, layer, uri: `file:///${checklist.id}.md`, problems };
  });
}

export interface Scene {
  readonly target?: FocusTarget;
  readonly text?: string;
  readonly library?: readonly LibraryEntry[];
  readonly layouts?: Layouts;
  readonly isTrusted?: boolean;
}

export function modelOf({ target, text, library = [], layouts = {}, isTrusted = true }: Scene): GuideModel {
  const entryOf = (id: string): LibraryEntry | undefined => library.find(({ checklist }) => checklist.id === id);
  return guideOf({ target, text, layouts, isTrusted, entryOf });
}

export function rendered(scene: Scene): RenderedGuide {
  return renderGuide(modelOf(scene), words);
}

/** The Guide of a library item whose `How:` is this. */
export function howOf(how: string, scene: Scene = {}, layer: Layer = 'built-in'): RenderedGuide {
  const step = how.replaceAll('\n', '\n    ');
  const file = `---\nid: list\ngroup: problem\nkind: read-do\ntrigger: t\n---\n# List\n## One\n- [ ] Do it\n  - How: ${step}\n`;
  return rendered({ target: { checklistId: 'list', itemId: 'do-it' }, library: libraryOf([file], layer), ...scene });
}
