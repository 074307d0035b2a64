import GithubSlugger from 'github-slugger';

/** In code points; keeps a path well under the 260 characters that Windows allows. */
const MAX_SLUG = 60;

/**
 * `YYYY-MM-DD-slug.md`, with `-2`, `-3`, ... behind the slug until the name is not taken. Names are compared without
 * regard to case and to how accents are encoded, as Windows and macOS do.
 */
export function recordFileName(day: string, title: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, folded));
  const words = new GithubSlugger()
    .slug(title.normalize('NFC').replace(/[/\\]+/g, ' ')) // the parts of a branch or a path stay words
    .replace(/[^\p{L}\p{M}\p{N}-]|[\uFE00-\uFE0F]|(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '')
    .replace(/-{2,}/g, '-');
  const slug = shortened(words).replace(/^-+|-+$/g, '');
  const stem = `${day}-${slug || 'record'}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${stem}.md` : `${stem}-${count}.md`;
    if (!used.has(folded(name))) return name;
  }
}

/** At the end of a word, unless that would cost more than half. */
function shortened(words: string): string {
  const letters = Array.from(words);
  const cut = letters.slice(0, MAX_SLUG).join('');
  if (letters.length <= MAX_SLUG || letters[MAX_SLUG] === '-') return cut;
  const end = cut.lastIndexOf('-');
  return end > cut.length / 2 ? cut.slice(0, end) : cut;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
