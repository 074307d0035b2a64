import type { Methodology } from '../ports.ts';
import type { Item, Section } from './model.ts';

const methodologies: readonly string[] = ['agile', 'waterfall'] satisfies readonly Methodology[];

/** What is known of the work at hand. Whatever is not given leaves everything in. */
export interface Facts {
  readonly methodology?: Methodology;
}

/** Which items to take: those whose `Only for:`, and whose section's, does not rule them out. */
export function includesFor(facts: Facts): (item: Item, section: Section) => boolean {
  return (item, section) => fits(section.onlyFor, facts) && fits(item.onlyFor, facts);
}

function fits(onlyFor: readonly string[], { methodology = 'both' }: Facts): boolean {
  const named = onlyFor.filter((one) => methodologies.includes(one));
  return methodology === 'both' || named.length === 0 || named.includes(methodology);
}
