/** What a snippet of ours must be typed as. */
export const prefixPattern = /^rv-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A prefix made of a title that none of the taken ones is: `rv-null-path`, `rv-null-path-2`. */
export function proposePrefix(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 4);
  const base = `rv-${words.join('-') || 'comment'}`;
  for (let count = 1; ; count++) {
    const prefix = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(prefix)) return prefix;
  }
}

/** A title made of the first words of a comment, its label left out. */
export function proposeTitle(comment: string): string {
  const words = comment
    .replace(/[`*_#<>[\]]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, 4)
    .join(' ')
    .replace(/[.,;:!?]+$/, '');
  return words.slice(0, 40).trim();
}
