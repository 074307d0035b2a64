import * as vscode from 'vscode';

/** Why and when a thread of a debug session stopped: the body of the protocol's event `stopped`. */
export interface RecordedStop {
  readonly session: vscode.DebugSession;
  readonly threadId: number | undefined;
  readonly reason: string | undefined;
  readonly description: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** After one of these has succeeded the thread runs again; some adapters send no event `continued` then. */
const RESUMING = ['continue', 'next', 'stepIn', 'stepOut', 'stepBack', 'reverseContinue', 'restartFrame', 'goto'];

/** Listens to the debug sessions that begin after it was created. */
export class DebugRecorder implements vscode.Disposable {
  readonly #stops = new Map<string, RecordedStop>();
  readonly #subscriptions: vscode.Disposable[];

  constructor() {
    this.#subscriptions = [
      vscode.debug.registerDebugAdapterTrackerFactory('*', {
        createDebugAdapterTracker: (session) => ({ onDidSendMessage: (message) => this.#read(session, message) }),
      }),
      vscode.debug.onDidTerminateDebugSession(({ id }) => this.#stops.delete(id)),
    ];
  }

  /** The stop of a session that has not gone on since. `undefined`: it runs, or it stopped before the recorder was there. */
  stopOf(sessionId: string): RecordedStop | undefined {
    return this.#stops.get(sessionId);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#stops.clear();
  }

  #read(session: vscode.DebugSession, message: unknown): void {
    const { type, event, command, success, body } = message as Record<string, unknown>;
    if (type === 'event' && event === 'stopped') {
      const { threadId, reason, description, text } = (body ?? {}) as Record<string, unknown>;
      this.#stops.set(session.id, {
        session,
        threadId: typeof threadId === 'number' ? threadId : undefined,
        reason: typeof reason === 'string' ? reason : undefined,
        description: [description, text].find((one) => typeof one === 'string'),
        at: Date.now(),
      });
    } else if (
      (type === 'event' && (event === 'continued' || event === 'terminated')) ||
      (type === 'response' && success === true && RESUMING.includes(String(command)))
    ) {
      this.#stops.delete(session.id);
    }
  }
}
