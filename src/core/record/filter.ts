import { Emitter, type Disposable, type Event } from '../emitter.ts';

/** Which records In Progress shows. Forgotten when the window closes. */
export class RecordFilter implements Disposable {
  readonly #changed = new Emitter<boolean>();
  #isShowingResolved = false;

  readonly onDidChange: Event<boolean> = this.#changed.event;

  get isShowingResolved(): boolean {
    return this.#isShowingResolved;
  }

  showResolved(isShowing: boolean): void {
    this.#isShowingResolved = isShowing;
    this.#changed.fire(isShowing);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
