import { draft, findAbove, numberOf, splitError, textAt, type FrameDraft, type Reader } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

/** A format that is an error and, below it, lines of one shape. */
interface Run {
  readonly language: string;
  readonly tool?: string;
  /** Groups: file, line, column, symbol. */
  readonly frame: RegExp;
  /** The error above the first frame; group 1 is what failed. Without one the lines are no error. */
  readonly error: RegExp;
  /** How far above its first frame the error may stand. */
  readonly within: number;
  /** Lines among the frames that are none. */
  readonly between?: RegExp;
}

const RUNS: readonly Run[] = [
  // Unity's console: "Cart.Total (System.Int32 n) (at Assets/Cart.cs:13)"
  {
    language: 'csharp',
    tool: 'Unity',
    frame:
      /^(?<symbol>[\w.:<>+`$|]{1,300}(?:\[[^\]]{0,60}\])?) ?\([^()]{0,300}\) \(at (?<file>\S.{0,300}?):(?<line>\d{1,9})\)$/,
    error: /^([\w.]{0,200}(?:Exception|Error)(?:: .*)?)$/,
    within: 4,
    between: /^[\w.:<>+`$|]{1,300} ?\([^()]{0,300}\)$/,
  },
  // Dart and Flutter: "#2      Cart.total (package:shop/cart.dart:78:5)"
  {
    language: 'dart',
    frame:
      /^#\d{1,4} {2,8}(?<symbol>\S.{0,300}?) \((?<file>(?:package|file|dart):[^\s()]{1,300}?)(?::(?<line>\d{1,9}))?(?::(?<column>\d{1,9}))?\)$/,
    error:
      /^(?:Unhandled exception: ?|'[^']{1,200}': )?((?:Failed assertion: |[\w.]{0,100}(?:Exception|Error)\b:? ?|The following .{1,80} was thrown ).*)$/,
    within: 40,
    between: /^(?:<asynchronous suspension>|\.\.\. {2,8}.*|\(elided .*)$/,
  },
  // Elixir: "    (shop 0.1.0) lib/shop/cart.ex:148: Shop.Cart.total/1"
  {
    language: 'elixir',
    frame:
      /^\s{2,40}(?:\([\w.]{1,60}(?: [\w.+-]{1,60})?\) )?(?<file>[^\s:()]{1,300}\.(?:exs?|erl|h?eex)):(?<line>\d{1,9}): (?<symbol>\S.{0,200}?)(?:\(.{0,900})?$/,
    error: /^\s{0,40}(?:.{0,200}\*\* \(EXIT\) .{0,80}: )?\*\* \((\w[\w.]{0,100}\) .*)$/,
    within: 24,
    between: /^\s{2,40}(?:\([\w.]{1,60}(?: [\w.+-]{1,60})?\) \S.{0,400}|stacktrace:)$/,
  },
  // Safari's console: "	total (cart.js, line 99)"
  {
    language: 'javascript',
    frame: /^\s{1,8}(?<symbol>[\w$.<> ]{1,200}) \((?<file>[\w./-]{1,200}\.\w{1,5}), line (?<line>\d{1,9})\)$/,
    error: /^(?:\[Error\] )?(\w{0,60}Error: .*)$/,
    within: 2,
  },
  // React's component stack: "    in Cart (at Shop.js:145)"
  {
    language: 'javascript',
    tool: 'react',
    frame: /^ {4}in (?<symbol>\S{1,200}) \(at (?<file>[\w./-]{1,200}\.\w{1,5}):(?<line>\d{1,9})\)$/,
    error: /^(?:(?:Warning|Error): |Uncaught (?=\w{0,60}Error))(.*)$/,
    within: 12,
    between: /^ {4}in \S/,
  },
  // Terraform: "  on main.tf line 19, in resource "a" "b":", today behind a bar
  {
    language: 'terraform',
    tool: 'terraform',
    frame: /^(?:[│|] )? {1,4}on (?<file>\S{1,300}\.tf) line (?<line>\d{1,9})(?:, in (?<symbol>.{1,200}?))?:?$/,
    error: /^(?:[│|] )?Error: (.{1,600})$/,
    within: 8,
  },
];

function frameOf({ frame }: Run, text: string, rawLine: number): FrameDraft | undefined {
  const groups = frame.exec(text)?.groups;
  return (
    groups && {
      file: sourceFile(groups['file']),
      line: numberOf(groups['line']),
      column: numberOf(groups['column']),
      symbol: groups['symbol'],
      rawLine,
    }
  );
}

/** Elixir's `(KeyError) key :a not found` is `KeyError: key :a not found`. */
function said(error: string): { type?: string; message: string } {
  const elixir = /^([\w.]{1,101})\) (.*)$/s.exec(error);
  return elixir ? { type: elixir[1]!, message: elixir[2]! } : splitError(error);
}

export const runReaders: readonly Reader[] = RUNS.map((run): Reader => ({
  opens: run.frame,
  needsPlace: true,
  read(place) {
    const { lines, at } = place;
    const error = findAbove(place, run.error, run.within);
    if (!error) return undefined;
    const trace = draft(run.language, error.index, at, { ...said(error.match[1]!.trim()), tool: run.tool });
    for (let index = at; index < lines.length; index++) {
      const text = textAt(lines, index);
      const frame = frameOf(run, text, lines[index]!.rawLine);
      if (frame) trace.frames.push(frame);
      else if (run.between?.test(text) !== true) break;
      trace.last = index;
    }
    return { traces: [trace], next: trace.last + 1 };
  },
}));
