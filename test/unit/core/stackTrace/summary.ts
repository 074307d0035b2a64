import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, StackTrace } from '../../../../src/core/stackTrace/stackTrace.ts';

export const fixtureFolder = join(import.meta.dirname, '../../../fixtures/traces');

/** Outputs of real programs, made by scripts/traces.ts: "python/chained" -> text. */
export const fixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(fixtureFolder)
    .filter((folder) => folder !== 'programs')
    .flatMap((folder) => readdirSync(join(fixtureFolder, folder)).map((file) => join(folder, file)))
    .map((file) => [file.replaceAll('\\', '/').replace(/\.txt$/, ''), readFileSync(join(fixtureFolder, file), 'utf8')]),
);

/** Addresses and process numbers are new in every run of the programs. */
function steady(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/\b0x[\da-f]+/gi, '0x')
    .replace(/\b(tid=|goroutine )\d+/gi, '$1')
    .slice(0, 60);
}

function placeOf(frame: Frame | undefined): string {
  if (!frame) return '-';
  const place = [frame.file, frame.line, frame.column].filter((part) => part !== undefined).join(':');
  return [place, frame.symbol].filter((part) => part !== undefined && part !== '').join(' ');
}

/** One line for a person to check: who said what, how many frames, the first one that is the user's, then the causes in brackets. */
export function summaryOf(trace: StackTrace): string {
  const { language, tool, test, type, message, frames, causes, relation } = trace;
  const head = `${relation === undefined ? '' : `${relation} `}${language}${tool === undefined ? '' : `/${tool}`}`;
  const error = [type, steady(message)].filter((part) => part).join(': ');
  const user = frames.find(({ isUserCode }) => isUserCode);
  const named = test === undefined ? '' : ` <${test}>`;
  return `${head} | ${error}${named} | ${frames.length} | ${placeOf(user)}${causes.map((cause) => ` [${summaryOf(cause)}]`).join('')}`;
}
