import { inlineCode, placeLink } from '../markdown/write.ts';
import { shortHash } from './memory/stand.ts';
import type { Change, ChangedFile } from './change.ts';
import { headLines } from './explain.ts';
import { isDocumentation, isTest } from './fileKind.ts';
import type { Selection } from './selection.ts';
import { signalWeights, type Place, type Signal } from './signals/signal.ts';

/** Around the part of a record that says what the change is; it holds no state, so that an update may replace it as a whole. */
const changeStart = '<!-- tpm:change (Update Review writes this part anew) -->';
const changeEnd = '<!-- /tpm:change -->';
const PART = /<!-- tpm:change\b[^>]*-->[^]*?<!-- \/tpm:change -->/;

const MAX_RISKS = 8;
const MAX_PLACES = 3;
const MAX_FILES = 5;
/** Signals below this weight call for an item now and then, but are no risk. *(choice)* */
const RISK = 3;

/** The change in numbers and what to be careful with, as Markdown with `\n`, without a final line ending. */
export function renderChangePart(change: Change, selection: Selection): string {
  return [
    changeStart,
    ...section('Change', [whatLine(change), '', ...headLines(selection), ...numbers(change), ...largest(change)]),
    '',
    ...section('Risks', risks(change, selection)),
    changeEnd,
  ].join('\n');
}

/** Where the part stands in a record; `undefined` when somebody took it out. */
export function findChangePart(text: string): { start: number; end: number } | undefined {
  const found = PART.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** A path in the repository as a link target from the workspace's root; `undefined` when it lies outside. */
function fromRoot({ root }: Change, path: string): string | undefined {
  return root && path.startsWith(root.strip) ? `/${root.add}${path.slice(root.strip.length)}` : undefined;
}

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, '', ...lines];
}

function whatLine({ origin, branch, head, commits }: Change): string {
  const at = head === undefined ? '' : ` at ${inlineCode(shortHash(head))}`;
  const name = branch === undefined ? 'HEAD' : inlineCode(branch);
  const count = commits.length === 1 ? '1 commit' : `${commits.length} commits`;
  switch (origin.kind) {
    case 'branch':
      return `${name}${at}, compared with ${inlineCode(origin.base)}: ${count}.`;
    case 'commit':
      return `One commit${at}: ${inlineCode(commits[0]?.message.split('\n', 1)[0] ?? origin.hash)}.`;
    case 'range':
      return `${inlineCode(origin.from)} to ${inlineCode(origin.to)}: ${count}.`;
    case 'index':
    case 'working-tree': {
      const what = origin.kind === 'index' ? 'What is staged' : 'What is not committed';
      return `${what} on ${name}. There is no commit to remember yet: run Update Review when it is committed.`;
    }
    case 'open-editors':
      return 'The open files, each as if it were new: there is no version control to compare them with.';
  }
}

/** One row for each sort of file that there is. */
function numbers({ files }: Change): string[] {
  const sorts: readonly (readonly [string, (file: ChangedFile) => boolean])[] = [
    ['Generated', (file) => file.isGenerated],
    ['Tests', (file) => isTest(file.path)],
    ['Documentation', (file) => isDocumentation(file.path)],
    ['Code and data', () => true],
  ];
  const sorted = sorts.map(([name]) => ({ name, files: [] as ChangedFile[] }));
  for (const file of files) sorted[sorts.findIndex(([, isSort]) => isSort(file))]!.files.push(file);
  const sum = (some: readonly ChangedFile[], side: 'added' | 'removed'): number =>
    some.reduce((total, file) => total + file[side].length, 0);
  const rows = sorted.filter((one) => one.files.length > 0).toReversed();
  if (!rows.length) return [];
  return [
    '',
    '| | Files | Added | Removed |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map(
      (row) => `| ${row.name} | ${row.files.length} | ${sum(row.files, 'added')} | ${sum(row.files, 'removed')} |`,
    ),
  ];
}

function largest(change: Change): string[] {
  const lines = ({ added, removed }: ChangedFile): number => added.length + removed.length;
  const read = change.files.filter((file) => !file.isGenerated && lines(file) > 0);
  if (read.length < 2) return [];
  const first = read.toSorted((a, b) => lines(b) - lines(a)).slice(0, MAX_FILES);
  const named = first.map((file) => `${linkTo(change, file)} (+${file.added.length} -${file.removed.length})`);
  return ['', `Most lines: ${named.join(', ')}${read.length > first.length ? ', ...' : '.'}`];
}

function risks(change: Change, { signals }: Selection): string[] {
  const heavy = signals.filter(({ code }) => signalWeights[code] >= RISK);
  const more = heavy.length - MAX_RISKS;
  if (!heavy.length) return ['Nothing in the changed lines calls for special care.'];
  return [
    ...heavy.slice(0, MAX_RISKS).map((signal) => `- ${riskOf(change, signal)}`),
    ...(more > 0
      ? [
          `- ${more} more: ${heavy
            .slice(MAX_RISKS)
            .map(({ phrase }) => phrase)
            .join('; ')}`,
        ]
      : []),
  ];
}

function riskOf(change: Change, { phrase, places, count }: Signal): string {
  const [first, ...others] = places;
  if (!first) return phrase.charAt(0).toUpperCase() + phrase.slice(1);
  if (count === 1) return `${linkTo(change, first)} ${phrase}`;
  const named = others.slice(0, MAX_PLACES - 1).map((place) => linkTo(change, place));
  const left = count - 1 - named.length;
  return `${linkTo(change, first)} ${phrase}; so ${count === 2 ? 'does' : 'do'} ${[...named, ...(left > 0 ? [`${left} more`] : [])].join(', ')}`;
}

function linkTo(change: Change, { path, line }: Place): string {
  return placeLink({ path, ...(line === undefined ? {} : { line }) }, fromRoot(change, path));
}
