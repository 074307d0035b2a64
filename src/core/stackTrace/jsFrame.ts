import { numberOf, type FrameDraft } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

interface Location {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}

/** What a path or URL starts with or contains; keeps sentences with numbers from being places. */
const PATH_LIKE = /^(?:[a-z][a-z-]{1,30}:|[A-Za-z]:[\\/]|<anonymous|\(?webpack|@)|[/\\]|\.[A-Za-z]\w{0,9}(?:\?|$)/;

function locationOf(text: string): Location | undefined {
  if (/^(?:<anonymous>|native|unknown location|index \d{1,9}|wasm:\/\/.{1,300})$/.test(text)) return {};
  // eval: the place that called eval is the one that exists in a file.
  const evaluated = /^eval at .{0,400}\(([^()]{1,400}:\d{1,9}:\d{1,9})\)/.exec(text);
  const match = /^(.{1,600}?):(\d{1,9})(?::(\d{1,9}))?$/.exec(evaluated?.[1] ?? text);
  if (!match || !PATH_LIKE.test(match[1]!) || / in |\[0x/.test(match[1]!)) return undefined;
  const file = sourceFile(match[1]);
  return file === undefined ? {} : { file, line: numberOf(match[2]), column: numberOf(match[3]) };
}

/** `symbol (place)` or `place`, as V8 prints a frame behind "at". */
export function v8Place(text: string, rawLine: number): FrameDraft | undefined {
  const inner = text.endsWith(')') ? text.indexOf(' (') : -1;
  const location = locationOf(inner < 0 ? text.replace(/^async /, '') : text.slice(inner + 2, -1));
  if (!location) return undefined;
  const symbol =
    inner < 0
      ? ''
      : text
          .slice(0, inner)
          .replace(/^(?:async |new ){1,2}/, '')
          .replace(/ \[as [^\]]{1,200}\]$/, '');
  if (inner < 0 && location.file === undefined && !text.startsWith('<anonymous>:')) return undefined;
  return { ...location, symbol: symbol === '' ? undefined : symbol, rawLine };
}

export const V8 = /^\s{0,60}at (\S.{0,900}?)([ ,\]}`]{0,4}\{?)$/;

/** A frame line of V8. `opens` tells that the error's own properties follow in braces. */
export function v8Frame(text: string, rawLine: number): { frame: FrameDraft; opens: boolean } | undefined {
  const match = V8.exec(text);
  if (!match) return undefined;
  const frame = v8Place(match[1]!, rawLine);
  return frame && { frame, opens: match[2]!.endsWith('{') };
}

/** Firefox and Safari: `total/<@http://host/page.js:6:46`, `global code@/app/page.js:11:19`, `reduce@[native code]`. */
export const AT_SIGN =
  /^\s{0,20}((?:async\*|[\w. ]{1,30}\*)?[^@\s"'(][^@]{0,200}|)@(\[native code\]|(?:https?:|file:|webpack|resource:|blob:|moz-extension:|app:|capacitor:|ionic:|\/|[A-Za-z]:[\\/]|debugger eval).{1,600}?:\d{1,9}(?::\d{1,9})?)$/;

export function atSignFrame(text: string, rawLine: number): FrameDraft | undefined {
  const match = AT_SIGN.exec(text);
  if (!match) return undefined;
  const symbol = match[1]!.replace(/^[\w. ]{0,30}\*/, '');
  const location = match[2] === '[native code]' ? {} : (locationOf(match[2]!) ?? {});
  return { ...location, symbol: symbol === '' ? undefined : symbol, rawLine };
}

/** vitest: ` ❯ Object.total cart.js:2:16`. */
export const VITEST = /^\s{0,4}❯ (?:(\S.{0,200}) )?(\S{1,400}):(\d{1,9}):(\d{1,9})$/;

export function vitestFrame(text: string, rawLine: number): FrameDraft | undefined {
  const match = VITEST.exec(text);
  return match
    ? { symbol: match[1], file: sourceFile(match[2]), line: numberOf(match[3]), column: numberOf(match[4]), rawLine }
    : undefined;
}
