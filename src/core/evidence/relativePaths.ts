/** A workspace folder: where it lies on this machine, and the name it has in VS Code. */
export interface Root {
  /** As the system writes it: `/home/ana/shop`, `C:\Users\ana\shop`. */
  readonly path: string;
  readonly name: string;
}

/**
 * Paths inside the workspace, written from its root: shorter, the same for every colleague, and free of user names.
 * With several roots the root's name comes first. Both slashes and `file:` URLs are understood.
 */
export function relativePaths(text: string, roots: readonly Root[]): string {
  let result = text;
  for (const { path, name } of roots.toSorted((a, b) => b.path.length - a.path.length)) {
    const plain = path.replace(/[\\/]+$/, '');
    if (plain.length < 2) continue;
    const prefix = roots.length > 1 ? `${name}/` : '';
    result = result.replace(rootPattern(plain), (_match, separator: string | undefined) =>
      separator === undefined ? name : prefix,
    );
  }
  return result;
}

function rootPattern(path: string): RegExp {
  const isWindows = /^[A-Za-z]:/.test(path);
  const steps = path.split(/[\\/]/).map((step) => step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const [first = '', ...rest] = steps;
  const drive = isWindows ? `(?:/)?${first.replace(':', '(?::|%3A)')}` : first;
  const separator = isWindows ? '(?:\\\\{1,2}|/)' : '/';
  return new RegExp(
    `(?:file://|(?<![\\w/.-]))${[drive, ...rest].join(separator)}(?:(${separator})(?=\\S)|(?![\\w.-]))`,
    isWindows ? 'gi' : 'g',
  );
}
