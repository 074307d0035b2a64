export { addFinding } from './addFinding.ts';
export { cancelFinding, deleteFinding, editFinding, replyToFinding, saveFinding } from './changeFinding.ts';
export { exportFindings } from './exportFindings.ts';
export { goToFinding } from './goToFinding.ts';
export { reopenFinding, resolveFinding, wontFixFinding } from './settleFinding.ts';
