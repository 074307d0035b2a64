import GithubSlugger from 'github-slugger';

/** In code points; keeps a path well under the 260 characters that Windows allows. */
const MAX_SLUG = 60;

/**
 * `YYYY-MM-DD-slug.md`, with `-2`, `-3`, ... behind the slug until the name is not taken. Names are compared without
 * regard to case, as Windows and macOS do.
 */
export function recordFileName(day: string, title: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()));
  const words = new GithubSlugger()
    .slug(title)
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/-{2,}/g, '-');
  const slug = Array.from(words)
    .slice(0, MAX_SLUG)
    .join('')
    .replace(/^-+|-+$/g, '');
  const stem = `${day}-${slug || 'record'}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${stem}.md` : `${stem}-${count}.md`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
