import { groups, type Checklist } from '../checklist/model.ts';

/** The order in which the built-in checklists are reached for; a team's own come behind them, by title. */
const usual = [
  'triage-issue bottleneck glitch broken incident-live',
  'review-author review-reviewer review-change review-language review-contract review-security review-delivery',
  'initiate plan-delivery timeline resources risk decide stakeholder-update mentor post-incident close',
].flatMap((ids) => ids.split(' '));

/** Compares by group, then the usual order, then title. */
export function compareChecklists(a: Checklist, b: Checklist): number {
  return (
    groups.indexOf(a.group) - groups.indexOf(b.group) ||
    rankOf(a) - rankOf(b) ||
    a.title.localeCompare(b.title, 'en') ||
    (a.id < b.id ? -1 : 1)
  );
}

function rankOf({ id }: Checklist): number {
  const rank = usual.indexOf(id);
  return rank < 0 ? usual.length : rank;
}
