import { bundlerReaders } from './jsBundler.ts';
import { AT_SIGN, atSignFrame, V8, v8Frame, v8Place, VITEST, vitestFrame } from './jsFrame.ts';
import { ERROR, javascriptHeader } from './jsHeader.ts';
import { draft, findAbove, indentOf, splitError, textAt, type Draft, type Reader } from './reader.ts';

const CAUSE = /^\s{0,60}(?:\[cause\]|Caused by|Cause):(?: (.*))?$/;
const MEMBERS = /^\s{0,60}\[errors\]: \[$/;
const ELIDED = /^\s{0,60}(?:\.\.\. \d{1,6} lines matching cause stack trace \.\.\.|From previous event:)$/;
/** Lines between an announced cause and its first frame (message, source), and of an error's own properties. */
const LONGEST_GAP = 40;

/** Reads on from the first frame: frames, causes, members of an AggregateError, properties in braces. */
class Body {
  readonly root: Draft;
  #into: Draft;
  /** Indentations at which the open braces and brackets close. */
  readonly #closings: number[] = [];
  #membersIndent: number | undefined;
  #gap = 0;

  constructor(root: Draft) {
    this.root = root;
    this.#into = root;
  }

  /** Whether the line belongs to the trace, or may do so if a later one does. */
  take(text: string, index: number, rawLine: number): boolean {
    const found = v8Frame(text, rawLine);
    const cause = found ? null : CAUSE.exec(text);
    if (found) {
      this.#into.frames.push(found.frame);
      // Node indents frames by four more than the error they belong to.
      if (found.opens) this.#closings.push(indentOf(text) - 4);
    } else if (cause) this.#open(splitError(unbraced(cause[1] ?? '')), index, 'cause');
    else if (MEMBERS.test(text)) {
      this.#membersIndent = indentOf(text);
      this.#closings.push(this.#membersIndent);
    } else if (this.#membersIndent !== undefined && indentOf(text) > this.#membersIndent && ERROR.test(text)) {
      this.#open(splitError(unbraced(text.trim())), index, 'member');
    } else if (this.#closes(text)) {
      this.root.last = index;
      return true;
    } else if (!ELIDED.test(text)) return this.#takeOther(text);
    this.#gap = 0;
    this.#into.last = this.root.last = index;
    return true;
  }

  #open(error: { type?: string; message: string }, index: number, relation: 'cause' | 'member'): void {
    this.#into = draft('javascript', index, index, { ...error, relation });
    this.root.causes.push(this.#into);
  }

  #closes(text: string): boolean {
    const closing = this.#closings.at(-1);
    if (closing === undefined || !/^\s{0,60}[}\]],?$/.test(text) || indentOf(text) > closing) return false;
    this.#closings.pop();
    if (this.#membersIndent === indentOf(text)) this.#membersIndent = undefined;
    return true;
  }

  #takeOther(text: string): boolean {
    const isWaiting = this.#into.frames.length === 0 && this.#into !== this.root;
    if (isWaiting && this.#into.message === '' && text !== '') {
      const { type, message } = splitError(text.trim());
      Object.assign(this.#into, { type: this.#into.type ?? type, message });
    }
    if (isWaiting || this.#closings.length > 0) return ++this.#gap <= LONGEST_GAP;
    return text === '' && ++this.#gap <= 3;
  }
}

function unbraced(text: string): string {
  return text.replace(/^\[(.*)\](?: \{)?$/, '$1').replace(/ \{$/, '');
}

/** The place above a SyntaxError counts only where no frame says the same. */
function dropDoubledPreamble({ frames }: Draft): void {
  const [preamble, ...others] = frames;
  if (
    preamble &&
    others.some(({ file, line }) => file === preamble.file && line === preamble.line && preamble.column === undefined)
  ) {
    frames.shift();
  }
}

const v8Reader: Reader = {
  opens: new RegExp(`${V8.source}|${MEMBERS.source}`),
  read(place, match) {
    const { lines, at } = place;
    if (match[1] !== undefined && !v8Frame(match[0], 0)) return undefined;
    const body = new Body(javascriptHeader(place));
    for (let index = at; index < lines.length; index++)
      if (!body.take(textAt(lines, index), index, lines[index]!.rawLine)) break;
    const { root } = body;
    dropDoubledPreamble(root);
    if (root.frames.length === 0 && root.causes.length === 0) return undefined;
    return { traces: [root], next: root.last + 1 };
  },
};

/** A run of lines of one shape below a header. */
function runReader(
  opens: RegExp,
  frameOf: (text: string, rawLine: number) => Draft['frames'][number] | undefined,
  between: RegExp,
  limit?: number,
): Reader {
  return {
    opens,
    needsPlace: true,
    read(place) {
      const { lines, at } = place;
      if (!frameOf(textAt(lines, at), 0)) return undefined;
      const trace = javascriptHeader(place, limit);
      for (let index = at; index < lines.length; index++) {
        const text = textAt(lines, index);
        const frame = frameOf(text, lines[index]!.rawLine);
        if (frame) trace.frames.push(frame);
        else if (!between.test(text)) break;
        trace.last = index;
      }
      return { traces: [trace], next: trace.last + 1 };
    },
  };
}

/** node:test's TAP output: a YAML block with the error's parts and `stack: |-`. */
const tapReader: Reader = {
  opens: /^(\s{1,60})stack: \|-$/,
  read(place, match) {
    const { lines, at } = place;
    const field = (name: string): string | undefined => {
      const found = findAbove(place, new RegExp(`^\\s{1,60}${name}: (.*)$`), 60);
      const value = found?.match[1];
      return value?.startsWith('|') ? textAt(lines, found!.index + 1).trim() : value?.replace(/^(['"])(.*)\1$/, '$2');
    };
    const title = findAbove(place, /^\s{0,60}not ok \d{1,9} - (.{1,400})$/, 60);
    const trace = draft('javascript', title?.index ?? at, at, { tool: 'node:test', test: title?.match[1] });
    trace.type = field('name');
    trace.message = field('error') ?? '';
    for (let index = at + 1; index < lines.length; index++) {
      const text = textAt(lines, index);
      if (indentOf(text) <= match[1]!.length) break;
      const frame = v8Place(text.trim(), lines[index]!.rawLine);
      if (frame) trace.frames.push(frame);
      trace.last = index;
    }
    return trace.frames.length === 0 ? undefined : { traces: [trace], next: trace.last + 1 };
  },
};

const NOTHING = /^(?!)/;
/** vitest prints the source below a place. */
const SOURCE = /^\s{1,20}\d{0,9}\|/;

export const javascriptReaders: readonly Reader[] = [
  ...bundlerReaders,
  v8Reader,
  runReader(AT_SIGN, atSignFrame, NOTHING, 3),
  runReader(VITEST, vitestFrame, SOURCE),
  tapReader,
];
