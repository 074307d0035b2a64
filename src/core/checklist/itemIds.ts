import GithubSlugger from 'github-slugger';

/** The id that a title gives an item, before repeated ones are told apart. */
export function slugOf(title: string): string {
  return new GithubSlugger().slug(title) || 'item';
}

/** Hands out the ids of the items of one checklist or block, in order: the line's own id, else the slug of its title. */
export class ItemIds {
  readonly #slugger = new GithubSlugger();
  readonly #asked = new Set<string>();

  /** A second item of the same name gets `-1`, the next `-2`, as headings do on a forge. */
  next(ownId: string | undefined, title: string): { id: string; isRepeated: boolean } {
    const wanted = ownId === undefined ? slugOf(title) : new GithubSlugger().slug(ownId, true) || 'item';
    const isRepeated = this.#asked.has(wanted);
    this.#asked.add(wanted);
    return { id: this.#slugger.slug(wanted, true), isRepeated };
  }
}
