/** Every id that the manifest and the code share. A test holds the two against each other. */
export const commands = {
  startChecklist: 'tpmMentor.startChecklist',
  insertChecklist: 'tpmMentor.insertChecklist',
  openChecklist: 'tpmMentor.openChecklist',
  insertReviewChecklist: 'tpmMentor.insertReviewChecklist',
  insertReviewSnippet: 'tpmMentor.insertReviewSnippet',
  startReview: 'tpmMentor.startReview',
  updateReview: 'tpmMentor.updateReview',
  saveSelectionAsSnippet: 'tpmMentor.saveSelectionAsSnippet',
  openSnippet: 'tpmMentor.openSnippet',
  triageIssue: 'tpmMentor.triageIssue',
  openItem: 'tpmMentor.openItem',
  showInGuide: 'tpmMentor.showInGuide',
  tick: 'tpmMentor.tick',
  markDone: 'tpmMentor.markDone',
  markOpen: 'tpmMentor.markOpen',
  markRechecked: 'tpmMentor.markRechecked',
  markNotApplicable: 'tpmMentor.markNotApplicable',
  reportProblem: 'tpmMentor.reportProblem',
  addNote: 'tpmMentor.addNote',
  copyQuestion: 'tpmMentor.copyQuestion',
  openRecord: 'tpmMentor.openRecord',
  resolveRecord: 'tpmMentor.resolveRecord',
  reopenRecord: 'tpmMentor.reopenRecord',
  deleteRecord: 'tpmMentor.deleteRecord',
  addEvidence: 'tpmMentor.addEvidence',
  addHypothesis: 'tpmMentor.addHypothesis',
  setOwner: 'tpmMentor.setOwner',
  logUpdate: 'tpmMentor.logUpdate',
  copyForIssue: 'tpmMentor.copyForIssue',
  copyStakeholderUpdate: 'tpmMentor.copyStakeholderUpdate',
  copyHelpRequest: 'tpmMentor.copyHelpRequest',
  addFinding: 'tpmMentor.addFinding',
  replyToFinding: 'tpmMentor.replyToFinding',
  editFinding: 'tpmMentor.editFinding',
  saveFinding: 'tpmMentor.saveFinding',
  cancelFinding: 'tpmMentor.cancelFinding',
  deleteFinding: 'tpmMentor.deleteFinding',
  resolveFinding: 'tpmMentor.resolveFinding',
  reopenFinding: 'tpmMentor.reopenFinding',
  wontFixFinding: 'tpmMentor.wontFixFinding',
  goToFinding: 'tpmMentor.goToFinding',
  exportFindings: 'tpmMentor.exportFindings',
  showResolved: 'tpmMentor.showResolved',
  hideResolved: 'tpmMentor.hideResolved',
  refresh: 'tpmMentor.refresh',
  chooseRecordsFolder: 'tpmMentor.chooseRecordsFolder',
  showLog: 'tpmMentor.showLog',
} as const;
export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  inProgress: 'tpmMentor.inProgress',
  guide: 'tpmMentor.guide',
  checklists: 'tpmMentor.checklists',
  snippets: 'tpmMentor.snippets',
} as const;
export type ViewId = (typeof views)[keyof typeof views];

/** Controllers of comments, as conditions of menus name them. */
export const controllers = {
  findings: 'tpmMentor.findings',
} as const;

export const contextKeys = {
  isShowingResolved: 'tpmMentor.isShowingResolved',
  hasNoChecklists: 'tpmMentor.hasNoChecklists',
  hasNoSnippets: 'tpmMentor.hasNoSnippets',
} as const;
export type ContextKeyId = (typeof contextKeys)[keyof typeof contextKeys];

/** Names below the section `tpmMentor`. */
export const settings = {
  folder: 'folder',
  records: 'records',
  checklistFolders: 'checklistFolders',
  methodology: 'methodology',
  redactionPatterns: 'redactionPatterns',
  snippetFolders: 'snippetFolders',
  reviewLabels: 'reviewLabels',
  reviewLabelFormat: 'reviewLabelFormat',
} as const;
export const settingsSection = 'tpmMentor';
