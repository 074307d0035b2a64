import type { Places } from '../ports.ts';

/** Files asked for in one triage, scans of the workspace in one triage, and how deep a path is tried. */
const MAX_STATS = 160;
const MAX_SCANS = 3;
const MAX_STEPS = 12;

/** Folders of installed code: a file below one of them is only found below the same one. */
const PACKAGES = new Set([
  'node_modules',
  'vendor',
  'site-packages',
  'dist-packages',
  'bower_components',
  'gems',
  'Pods',
]);

/** Where Maven and Gradle keep the sources of each language; the JVM prints no path. */
const jvmLanguages: Readonly<Record<string, string>> = {
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  groovy: 'groovy',
  clj: 'clojure',
};

export interface FramePlace {
  /** As the trace has it: a path of this machine, of a container, of a build server, a URL, a bare name. */
  readonly file: string;
  readonly symbol?: string;
}

export interface Located {
  /** The file in the workspace, as `Places.hasFile` takes it. */
  readonly path: string;
  /** Only the file's name fits, not the folder that it was in. */
  readonly isByName: boolean;
}

/**
 * The files of the workspace behind the frames of a trace, in their order: for each the one that shares the longest end with the
 * frame's path. Nothing is scanned unless no such end exists below a root; then only for files whose last two steps name exactly
 * one file. `undefined` for a frame whose file the workspace does not have.
 */
export async function locate(
  frames: readonly FramePlace[],
  places: Pick<Places, 'roots' | 'hasFile' | 'filesEndingIn'>,
): Promise<(Located | undefined)[]> {
  const left = { stats: MAX_STATS, scans: MAX_SCANS };
  const known = new Map<string, Located | undefined>();
  const found: (Located | undefined)[] = [];
  for (const { file, symbol } of frames) {
    const steps = stepsOf(file, symbol);
    const key = steps.join('/');
    if (!known.has(key)) known.set(key, await locateOne(steps, places, left));
    found.push(known.get(key));
  }
  return found;
}

type Budget = { stats: number; scans: number };

async function locateOne(
  steps: readonly string[],
  places: Pick<Places, 'roots' | 'hasFile' | 'filesEndingIn'>,
  left: Budget,
): Promise<Located | undefined> {
  if (!steps.length) return undefined;
  const tried = candidatesOf(steps, places.roots()).slice(0, left.stats);
  left.stats -= tried.length;
  const isThere = await Promise.all(tried.map(({ path }) => places.hasFile(path)));
  return tried.find((_, index) => isThere[index]) ?? scan(steps, places, left);
}

/** Longest end first. With several roots each end is tried in each, and the whole path as one that begins with a root's name. */
function candidatesOf(steps: readonly string[], roots: readonly { readonly name: string }[]): Located[] {
  const prefixes = roots.length > 1 ? roots.map(({ name }) => `${name}/`) : [''];
  const candidates: Located[] = roots.length > 1 ? [{ path: steps.join('/'), isByName: false }] : [];
  for (const [start, end] of endsOf(steps)) {
    const isByName = start > 0 && start === steps.length - 1;
    for (const prefix of prefixes) {
      for (const folder of start === 0 ? sourceFolders(steps) : [''])
        candidates.push({ path: `${prefix}${folder}${end}`, isByName });
    }
  }
  return candidates;
}

function endsOf(steps: readonly string[]): [start: number, end: string][] {
  const inPackage = steps.findLastIndex((step) => PACKAGES.has(step));
  const last = inPackage < 0 ? steps.length - 1 : inPackage;
  return steps.slice(0, last + 1).map((_, start) => [start, steps.slice(start).join('/')]);
}

function sourceFolders(steps: readonly string[]): string[] {
  const language = jvmLanguages[extensionOf(steps)];
  return language === undefined ? [''] : ['', `src/main/${language}/`, `src/test/${language}/`, 'src/'];
}

/** Where two files end alike, more steps are asked for; one that stays ambiguous is not guessed. */
async function scan(
  steps: readonly string[],
  places: Pick<Places, 'roots' | 'filesEndingIn'>,
  left: Budget,
): Promise<Located | undefined> {
  if (!places.filesEndingIn || steps.some((step) => PACKAGES.has(step))) return undefined;
  for (let count = Math.min(2, steps.length); count <= steps.length && left.scans > 0; count++) {
    left.scans--;
    const end = steps.slice(-count).join('/');
    const all = await places.filesEndingIn(end, 2);
    const found = all.filter((path) => path === end || path.endsWith(`/${end}`));
    if (!all.length) return undefined;
    if (found.length === 1 && all.length === 1) return { path: found[0]!, isByName: count === 1 };
  }
  return undefined;
}

/** The steps of a path without scheme, host, drive and query, `..` taken; for the JVM with the folders of the symbol's package. */
export function stepsOf(file: string, symbol = ''): string[] {
  const plain = file
    .slice(-1000)
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/^[a-z][a-z\d+.-]+:(?=[\\/])/i, '')
    .replace(/^[\\/]*[a-z]:(?=[\\/])/i, '')
    .replace(/\?.*$/s, '');
  const steps: string[] = [];
  for (const step of plain.split(/[\\/]+/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const isBare = steps.length === 1 && extensionOf(steps) in jvmLanguages;
  return [...(isBare ? packageOf(symbol) : []), ...steps].slice(-MAX_STEPS);
}

/** `com.acme.shop.Cart.total` -> `com`, `acme`, `shop`: what stands before the class, which begins with a capital. */
function packageOf(symbol: string): string[] {
  const names = symbol.replace(/^.*\//, '').split('.');
  const type = names.findIndex((name) => /^\p{Lu}/u.test(name));
  return type > 0 ? names.slice(0, type).filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) : [];
}

function extensionOf(steps: readonly string[]): string {
  return /\.(\w{1,8})$/.exec(steps.at(-1) ?? '')?.[1]?.toLowerCase() ?? '';
}
