import type { Clock } from '../ports.ts';

/** Waits for answers until one moment and notes those that did not come. Never rejects. */
export class Patience {
  readonly #end: Promise<undefined>;
  readonly #unanswered: string[] = [];
  #isOver = false;

  constructor(clock: Pick<Clock, 'delay'>, milliseconds: number) {
    this.#end = clock.delay(milliseconds).then(() => {
      this.#isOver = true;
      return undefined;
    });
  }

  /** The moment is reached: what is asked now is not waited for. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** What was asked in vain, in the order in which that became clear, each once. */
  get unanswered(): readonly string[] {
    return [...new Set(this.#unanswered)];
  }

  /** `undefined` when the answer is late or an error; `what` names it for people then. */
  async ask<T>(what: string, question: () => Promise<T>): Promise<T | undefined> {
    if (this.#isOver) return this.#note(what);
    let isAnswered = false;
    const answer = question().then(
      (value) => {
        isAnswered = true;
        return value;
      },
      () => undefined,
    );
    const first = await Promise.race([answer, this.#end]);
    return isAnswered ? first : this.#note(what);
  }

  #note(what: string): undefined {
    this.#unanswered.push(what);
    return undefined;
  }
}
