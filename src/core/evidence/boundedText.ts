/** Of a long output its beginning and its end are kept, in characters. Together 1 MB at most in one-byte text. */
const HEAD = 256 * 1024;
const TAIL = 768 * 1024;

/** Takes a stream of text and keeps its head and tail. Appending costs the length of what is appended, however long the stream. */
export class BoundedText {
  readonly #head: number;
  readonly #tail: number;
  #start = '';
  #end: string[] = [];
  #endLength = 0;
  #dropped = 0;

  constructor(head = HEAD, tail = TAIL) {
    this.#head = head;
    this.#tail = tail;
  }

  append(text: string): void {
    const room = this.#head - this.#start.length;
    if (room > 0) this.#start += text.slice(0, room);
    const rest = room > 0 ? text.slice(room) : text;
    if (rest === '') return;
    this.#end.push(rest);
    this.#endLength += rest.length;
    // At twice the size the parts are joined and cut: rarely enough to cost nothing for each append.
    if (this.#endLength > 2 * this.#tail) this.#cut();
  }

  /** What was kept. Where something is missing, a line of its own says how much. */
  toString(): string {
    this.#cut();
    const end = this.#end.join('');
    return this.#dropped === 0
      ? this.#start + end
      : `${this.#start}\n[... ${this.#dropped} characters left out ...]\n${end}`;
  }

  #cut(): void {
    const excess = this.#endLength - this.#tail;
    if (excess <= 0) return;
    this.#end = [this.#end.join('').slice(excess)];
    this.#endLength = this.#tail;
    this.#dropped += excess;
  }
}
