import { Emitter, type Disposable, type Event } from './emitter.ts';
import { isInRecord, isSameTarget, type FocusTarget, type RecordTarget } from './targets.ts';

export interface FocusChange {
  readonly target: FocusTarget;
  /** A command made it and wants it in sight; otherwise the user went there. */
  readonly isAsked: boolean;
}

/** What the user is looking at: a record, a checklist, or an item of either. Views follow it. */
export class Focus implements Disposable {
  readonly #changed = new Emitter<FocusChange>();
  #current: FocusTarget | undefined;
  #record: RecordTarget | undefined;

  readonly onDidChange: Event<FocusChange> = this.#changed.event;

  get current(): FocusTarget | undefined {
    return this.#current;
  }

  /** The record, and item, that was looked at last; looking at a checklist does not change it. */
  get record(): RecordTarget | undefined {
    return this.#record;
  }

  /** The user selected it. */
  follow(target: FocusTarget): void {
    if (!isSameTarget(target, this.#current)) this.#set({ target, isAsked: false });
  }

  /** A command made it; views are asked to show it. */
  show(target: FocusTarget): void {
    this.#set({ target, isAsked: true });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(change: FocusChange): void {
    this.#current = change.target;
    if (isInRecord(change.target)) this.#record = change.target;
    this.#changed.fire(change);
  }
}
