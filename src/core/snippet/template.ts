/**
 * The snippet syntax of VS Code as far as a review comment needs it, with the place of each part in the body. Written after
 * https://code.visualstudio.com/docs/editing/userdefinedsnippets#_grammar; what is no part of the grammar is text.
 */
export type Part = Text | Stop | Variable;

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface Text extends Placed {
  readonly kind: 'text';
  /** Without the escapes. */
  readonly text: string;
}

export interface Stop extends Placed {
  readonly kind: 'stop';
  readonly number: number;
  /** What stands there before anything is typed; absent for `$1`. */
  readonly parts?: readonly Part[];
  readonly choices?: readonly string[];
}

export interface Variable extends Placed {
  readonly kind: 'variable';
  readonly name: string;
  /** What stands there when the variable has no value. */
  readonly parts?: readonly Part[];
}

/** Deeper nesting, and longer choices and transforms, are read as text. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 2000;

export function parseTemplate(body: string): Part[] {
  return new Reader(body).parts(0, false);
}

/** The words of a body before anything is filled in: defaults, first choices, and names of variables without a value. */
export function defaultWords(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'stop') return part.choices?.[0] ?? defaultWords(part.parts ?? []);
      return part.parts ? defaultWords(part.parts) : part.name;
    })
    .join('');
}

/** The variables of a body in the order they stand in it, those inside defaults included. */
export function variablesOf(parts: readonly Part[]): Variable[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const inner = variablesOf(part.parts ?? []);
    return part.kind === 'variable' ? [part, ...inner] : inner;
  });
}

/** The text as a snippet body that becomes this text, wherever in a body it is put. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

class Reader {
  readonly #body: string;
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  /** Up to the end, or behind the brace that closes a default. */
  parts(depth: number, isInside: boolean): Part[] {
    const parts: Part[] = [];
    let text = '';
    let start = this.#at;
    const flush = (): void => {
      if (this.#at > start) parts.push({ kind: 'text', text, start, end: this.#at });
      text = '';
    };
    while (this.#at < this.#body.length) {
      const char = this.#body[this.#at]!;
      if (char === '}' && isInside) break;
      if (char === '$') {
        flush();
        start = this.#at;
        const part = this.#dollar(depth);
        if (part) {
          parts.push(...part);
          start = this.#at;
          continue;
        }
      }
      const isEscape = char === '\\' && /[\\$}]/.test(this.#body[this.#at + 1] ?? '');
      text += isEscape ? this.#body[this.#at + 1]! : char;
      this.#at += isEscape ? 2 : 1;
    }
    flush();
    return parts;
  }

  /** What begins with the dollar here; `undefined`, and nothing is read, when it is only a dollar. */
  #dollar(depth: number): Part[] | undefined {
    const start = this.#at;
    const name = /^\$(\{?)(?:(\d+)|([A-Za-z_]\w*))/.exec(this.#body.slice(start, start + 200));
    if (!name) return undefined;
    this.#at = start + name[0].length;
    const make = (rest: { parts?: readonly Part[]; choices?: readonly string[] }): Part[] => {
      const place = { start, end: this.#at };
      return name[2] === undefined
        ? [{ kind: 'variable', name: name[3]!, ...place, ...rest }]
        : [{ kind: 'stop', number: Number(name[2]), ...place, ...rest }];
    };
    if (!name[1]) return make({});
    const next = this.#body[this.#at];
    if (next === '}') {
      this.#at++;
      return make({});
    }
    if (next === ':' && depth < MAX_DEPTH) {
      const head = ++this.#at;
      const parts = this.parts(depth + 1, true);
      if (this.#at < this.#body.length) {
        this.#at++;
        return make({ parts });
      }
      return [{ kind: 'text', text: this.#body.slice(start, head), start, end: head }, ...parts];
    }
    const choices = next === '|' && name[2] !== undefined ? this.#choices() : undefined;
    if (choices) return make({ choices });
    if (next === '/' && this.#transform()) return make({});
    this.#at = start;
    return undefined;
  }

  #choices(): string[] | undefined {
    const match = /^\|((?:\\[\\,|]|[^|])*)\|\}/.exec(this.#body.slice(this.#at, this.#at + MAX_LENGTH));
    if (!match) return undefined;
    const choices = match[1]!.match(/(?:\\[\\,|]|[^,])+/g)?.map((one) => one.replace(/\\([\\,|])/g, '$1'));
    if (!choices) return undefined;
    this.#at += match[0].length;
    return choices;
  }

  /** `/regex/format/options}`: read over, what it makes of a value is not known here. */
  #transform(): boolean {
    const match = /^\/(?:\\.|[^\\/])+\/(?:\\.|\$\{[^}]*\}|[^\\/])*\/[a-z]*\}/s.exec(
      this.#body.slice(this.#at, this.#at + MAX_LENGTH),
    );
    if (match) this.#at += match[0].length;
    return match !== null;
  }
}
