import { Emitter, type Disposable, type Event } from './emitter.ts';
import type { RecordTarget } from './targets.ts';

/** What the user is looking at. Views follow it when `isAsked`, that is when a command wants it in sight. */
export class Focus implements Disposable {
  readonly #changed = new Emitter<{ target: RecordTarget; isAsked: boolean }>();
  #current: RecordTarget | undefined;

  readonly onDidChange: Event<{ target: RecordTarget; isAsked: boolean }> = this.#changed.event;

  get current(): RecordTarget | undefined {
    return this.#current;
  }

  /** The user selected it. */
  follow(target: RecordTarget): void {
    this.#current = target;
    this.#changed.fire({ target, isAsked: false });
  }

  /** A command made it; views are asked to show it. */
  show(target: RecordTarget): void {
    this.#current = target;
    this.#changed.fire({ target, isAsked: true });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
