import type { Files, Places } from '../ports.ts';
import { parseSnippets, type Snippet } from './snippet.ts';

/** The built-in review snippets, read once at first use. */
export class SnippetLibrary {
  readonly #files: Files;
  readonly #places: Places;
  #snippets: Promise<readonly Snippet[]> | undefined;

  constructor(host: { files: Files; places: Places }) {
    this.#files = host.files;
    this.#places = host.places;
  }

  /** In the order of the file. */
  async snippets(): Promise<readonly Snippet[]> {
    return (this.#snippets ??= this.#files
      .read(this.#places.builtInSnippets)
      .then((text) => parseSnippets(text ?? '')));
  }
}
