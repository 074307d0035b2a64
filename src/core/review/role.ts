import { inlineCode } from '../markdown/write.ts';
import type { Block } from '../block/model.ts';
import { coreLists } from './calls.ts';
import type { Change, Person } from './change.ts';

/** `author`: prepares a change for others; `reviewer`: reads a change of somebody else. */
export type Role = 'author' | 'reviewer';

export interface RoleProposal {
  readonly role: Role;
  /** A sentence without a full stop. */
  readonly reason: string;
}

/** Whose change this is, from where it comes from and who signed its commits. `undefined` when nothing tells. */
export function proposeRole({ origin, branch, commits, user }: Change): RoleProposal | undefined {
  if (origin.kind === 'index' || origin.kind === 'working-tree')
    return { role: 'author', reason: 'the change is not committed yet' };
  if (branch !== undefined && /^(?:pr|pull|merge-requests?|mr)[/-]\d+/i.test(branch))
    return { role: 'reviewer', reason: `${inlineCode(branch)} is somebody's pull request` };
  const known = commits.flatMap(({ author }) => (author ? [author] : []));
  if (!user || !known.length || (user.name === undefined && user.email === undefined)) return undefined;
  const own = known.filter((author) => isSame(author, user)).length;
  if (own === known.length)
    return {
      role: 'author',
      reason: known.length === 1 ? 'you wrote its commit' : `you wrote its ${known.length} commits`,
    };
  const other = known.find((author) => !isSame(author, user))!;
  const name = nameOf(other);
  if (own === 0)
    return {
      role: 'reviewer',
      reason:
        known.length === 1
          ? `${name} wrote its commit`
          : `${name}${severalNames(known) ? ' and others' : ''} wrote its ${known.length} commits`,
    };
  return own * 2 >= known.length
    ? { role: 'author', reason: `you wrote ${own} of its ${known.length} commits` }
    : { role: 'reviewer', reason: `you wrote only ${own} of its ${known.length} commits` };
}

/** As Markdown: people may call themselves anything. */
function nameOf({ name, email }: Person): string {
  const words = name ?? email ?? 'somebody else';
  return /^[\p{L}\p{M}\p{N} .,'’-]+(?:\[bot\])?$/u.test(words) ? words : inlineCode(words);
}

/** Whose list a text holds; `undefined` when it holds neither, or both. */
export function roleOfBlocks(blocks: readonly Pick<Block, 'checklist'>[]): Role | undefined {
  const found = (['author', 'reviewer'] as const).filter((role) =>
    blocks.some(({ checklist }) => checklist === coreLists[role]),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The address tells people apart; names do when one of the two has no address. */
function isSame(one: Person, other: Person): boolean {
  if (one.email !== undefined && other.email !== undefined)
    return one.email.toLowerCase() === other.email.toLowerCase();
  return one.name !== undefined && one.name === other.name;
}

function severalNames(people: readonly Person[]): boolean {
  return new Set(people.map(({ name, email }) => email ?? name)).size > 1;
}
