import { v8Frame } from './jsFrame.ts';
import { draft, numberOf, splitError, textAt, type Draft, type FrameDraft, type Reader } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

/** A file of the source: its extension keeps sentences from being places. */
const FILE = String.raw`(?<file>(?:[A-Za-z]:[\\/])?[^\s:()'"|][^:()'"|]{0,300}\.[A-Za-z]\w{0,9})`;
/** `File: src/a.ts`, `src/a.ts:4:22`, `src/a.tsx (6:7)`: a place that is a line of its own. */
const PLACES: readonly RegExp[] = [
  new RegExp(`^\\s{0,8}File: ${FILE}(?::(?<line>\\d{1,9}):(?<column>\\d{1,9}))?$`),
  new RegExp(`^${FILE}:(?<line>\\d{1,9}):(?<column>\\d{1,9})$`),
  new RegExp(`^${FILE} \\((?<line>\\d{1,9}):(?<column>\\d{1,9})\\)$`),
];
/** The importing file, where the message is all there is. */
const IMPORTER = new RegExp(`(?: from "|, imported by "?)${FILE}`);
const NUMBERED = /^\s{0,8}(?:> {0,2})?(\d{1,9}) {0,4}[|:](?: |$)/;
const CARET = /^[\s|:]{0,900}\^/;
const FIELD = /^(?:\s{1,8}[A-Z][a-z]{2,20}: |https?:\/\/)/;
const MOST_DETAILS = 16;

type Place = Pick<FrameDraft, 'file' | 'line' | 'column'>;

function placeIn(pattern: RegExp, text: string): Place | undefined {
  const groups = pattern.exec(text)?.groups;
  return (
    groups && { file: sourceFile(groups['file']), line: numberOf(groups['line']), column: numberOf(groups['column']) }
  );
}

/** The fields and the source below the message; `undefined` for a line that is neither. */
class Details {
  place: Place | undefined;
  #numbered: string | undefined;

  take(text: string): boolean {
    const place = PLACES.map((pattern) => placeIn(pattern, text)).find((one) => one !== undefined);
    const numbered = NUMBERED.exec(text)?.[1];
    this.place ??= place;
    this.#numbered = numbered ?? this.#numbered;
    const isCaret = numbered === undefined && CARET.test(text);
    if (isCaret && this.place) this.place.line ??= numberOf(this.#numbered);
    return isCaret || numbered !== undefined || place !== undefined || FIELD.test(text) || /^\s{1,8}\|$/.test(text);
  }
}

/**
 * Vite and Rollup: `[vite] Internal server error: x`, `[plugin:vite:import-analysis] x`, `[!] RollupError: x` (the first two have lost
 * their brackets as those of a log collector); below it the file, the source and the bundler's own frames. The place in the source is
 * the innermost one.
 */
const bundlerReader: Reader = {
  opens:
    /^(?:\d{1,2}:\d\d:\d\d [AP]M )?(?:\[vite\] )?(?:(?:Internal server|Pre-transform) error: (\S.*)|(Failed to (?:resolve import|parse source) .*))$|^\[!\] (?:\([\w ]{1,60}\) )?(\S.*)$/,
  read({ lines, at }, match) {
    const said = match[1] ?? match[2] ?? match[3]!;
    const details = new Details();
    const trace: Draft = draft('javascript', at, at, splitError(said));
    trace.tool = match[3] === undefined ? 'vite' : 'rollup';
    for (let index = at + 1; index < Math.min(lines.length, at + MOST_DETAILS); index++) {
      const text = textAt(lines, index);
      const frame = v8Frame(text, lines[index]!.rawLine)?.frame;
      if (frame) trace.frames.push(frame);
      else if (trace.frames.length > 0 || !details.take(text)) break;
      trace.last = index;
    }
    const place = details.place ?? placeIn(IMPORTER, said);
    if (place) trace.frames.unshift({ ...place, rawLine: lines[at]!.rawLine });
    return trace.frames.length > 0 ? { traces: [trace], next: trace.last + 1 } : undefined;
  },
};

export const bundlerReaders: readonly Reader[] = [bundlerReader];
