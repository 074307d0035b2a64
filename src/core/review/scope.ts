import { Minimatch } from 'minimatch';
import type { AppliesTo } from '../checklist/model.ts';
import { changeKinds } from '../checklist/onlyFor.ts';
import type { ChangedFile } from './change.ts';
import type { ChangeKind, KindFinding } from './kinds.ts';

/** Why a scope takes the change in. */
export type ScopeMatch =
  | { readonly by: 'kind'; readonly kind: KindFinding }
  | { readonly by: 'language'; readonly language: string; readonly files: readonly ChangedFile[] }
  | { readonly by: 'glob'; readonly glob: string; readonly files: readonly ChangedFile[] };

/** What of a change the words of `applies-to` and `Only for:` can mean. */
export class Scope {
  readonly #kinds: readonly KindFinding[];
  readonly #files: readonly ChangedFile[];
  readonly #byLanguage: ReadonlyMap<string, ChangedFile[]>;
  readonly #byGlob = new Map<string, readonly ChangedFile[]>();

  constructor(files: readonly ChangedFile[], kinds: readonly KindFinding[]) {
    this.#kinds = kinds;
    // Nobody reads generated files; a lockfile is the place where a change of dependencies shows.
    this.#files = files.filter((file) => !file.isGenerated || file.isLockfile);
    const byLanguage = new Map<string, ChangedFile[]>();
    for (const file of this.#files) {
      if (file.language === undefined || file.isLockfile || file.status === 'deleted') continue;
      byLanguage.set(file.language, [...(byLanguage.get(file.language) ?? []), file]);
    }
    this.#byLanguage = byLanguage;
  }

  /** The first of the values that means something in this change; ways of working mean nothing here. */
  match(values: readonly string[]): ScopeMatch | undefined {
    for (const value of values) {
      const kind = this.#kinds.find((one) => one.kind === value);
      if (kind) return { by: 'kind', kind };
      if (isChangeKind(value)) continue;
      const files = isGlob(value) ? this.#filesOf(value) : (this.#byLanguage.get(value) ?? []);
      if (files.length)
        return isGlob(value) ? { by: 'glob', glob: value, files } : { by: 'language', language: value, files };
    }
    return undefined;
  }

  matchAppliesTo({ files, languages }: AppliesTo): ScopeMatch | undefined {
    return this.match([...files.map((glob) => (isGlob(glob) ? glob : `**/${glob}`)), ...languages]);
  }

  #filesOf(glob: string): readonly ChangedFile[] {
    const known = this.#byGlob.get(glob);
    if (known) return known;
    const minimatch = new Minimatch(glob.slice(0, 1024), { dot: true, nonegate: true, nocomment: true });
    const files = this.#files.filter((file) => minimatch.match(file.path));
    this.#byGlob.set(glob, files);
    return files;
  }
}

const methodologies: readonly string[] = ['agile', 'waterfall'];

/** The values that speak of the change, not of the way of working. */
export function aboutChange(onlyFor: readonly string[]): string[] {
  return onlyFor.filter((value) => !methodologies.includes(value));
}

export function isGlob(value: string): boolean {
  return /[*?{[/]/.test(value);
}

function isChangeKind(value: string): value is ChangeKind {
  return (changeKinds as readonly string[]).includes(value);
}
