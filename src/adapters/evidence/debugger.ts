import * as vscode from 'vscode';
import {
  debugStopText,
  exceptionLine,
  exceptionOf,
  type DebugFrame,
  type DebugStop,
} from '../../core/evidence/debugStop.ts';
import type { Evidence, EvidenceSource } from '../../core/evidence/evidence.ts';
import { momentOf } from '../clock.ts';
import type { DebugRecorder } from './debugRecorder.ts';

const LEVELS = 30;

/** A thread that a debugger may have stopped. */
interface Thread {
  readonly session: vscode.DebugSession;
  readonly threadId: number;
}

/** The paused debugger: exception, frames, the names of the locals. Their values are a source of its own. */
export function debuggerSource(recorder: DebugRecorder): EvidenceSource {
  return {
    id: 'debugger',
    name: vscode.l10n.t('Debugger'),
    isOnDemand: false,
    async collect(about) {
      const thread = threadOf(recorder, about);
      const stop = thread && (await stopOf(recorder, thread, false));
      return thread && stop && evidenceOf(recorder, thread, stop);
    },
  };
}

/** Values of variables may be anybody's data: they are read only after the user picked them. */
export function localValuesSource(recorder: DebugRecorder): EvidenceSource {
  return {
    id: 'debugger-values',
    name: vscode.l10n.t('Values of locals'),
    isOnDemand: true,
    isOffered: () => threadOf(recorder, undefined) !== undefined,
    async collect() {
      const thread = threadOf(recorder, undefined);
      const stop = thread && (await stopOf(recorder, thread, true));
      if (!thread || !stop?.locals.length) return undefined;
      const text = debugStopText({ frames: stop.frames.slice(0, 1), locals: stop.locals });
      return {
        ...evidenceOf(recorder, thread, stop),
        source: 'debugger-values',
        title: 'Values of locals',
        text,
        isContext: true,
      };
    },
  };
}

/** The thread that was clicked in the Call Stack; else the one that is looked at; else the one that stopped. */
function threadOf(recorder: DebugRecorder, about: unknown): Thread | undefined {
  const { sessionId, threadId } = (about ?? {}) as { sessionId?: unknown; threadId?: unknown };
  const { activeStackItem, activeDebugSession } = vscode.debug;
  const asked = typeof sessionId === 'string' ? recorder.stopOf(sessionId) : undefined;
  if (asked) {
    const id = typeof threadId === 'number' ? threadId : asked.threadId;
    if (id !== undefined) return { session: asked.session, threadId: id };
  }
  if (activeStackItem) return activeStackItem;
  const stop = activeDebugSession && recorder.stopOf(activeDebugSession.id);
  return stop?.threadId === undefined ? undefined : { session: stop.session, threadId: stop.threadId };
}

async function stopOf(recorder: DebugRecorder, thread: Thread, withValues: boolean): Promise<DebugStop | undefined> {
  const { session, threadId } = thread;
  const ask = async (command: string, request: object): Promise<Record<string, unknown>> =>
    ((await session.customRequest(command, request)) ?? {}) as Record<string, unknown>;
  const nothing = (): Record<string, unknown> => ({});
  // A thread that runs has no stack: the adapter says so with an error.
  const stack = await ask('stackTrace', { threadId, startFrame: 0, levels: LEVELS }).catch(nothing);
  const stackFrames = listIn(stack, 'stackFrames');
  const [top] = stackFrames;
  if (!top) return undefined;
  const seen = recorder.stopOf(session.id);
  const isException = seen === undefined || /exception/.test(seen.reason ?? '');
  const [exception, locals] = await Promise.all([
    isException ? ask('exceptionInfo', { threadId }).catch(nothing) : {},
    localsOf(ask, top['id'], withValues).catch(() => []),
  ]);
  const thrown = exceptionOf(exception);
  return {
    ...(seen?.reason === undefined ? {} : { reason: seen.reason }),
    ...(seen?.description === undefined ? {} : { description: seen.description }),
    ...(thrown ? { exception: thrown } : {}),
    frames: stackFrames.filter((frame) => frame['presentationHint'] !== 'label').map(frameOf),
    locals,
  };
}

/** The variables of the scopes that are called locals; where no scope is, of the first cheap one. */
async function localsOf(
  ask: (command: string, request: object) => Promise<Record<string, unknown>>,
  frameId: unknown,
  withValues: boolean,
): Promise<DebugStop['locals']> {
  const cheap = listIn(await ask('scopes', { frameId }), 'scopes').filter((scope) => scope['expensive'] !== true);
  const named = cheap.filter(
    (scope) => scope['presentationHint'] === 'locals' || /^locals?\b/i.test(String(scope['name'])),
  );
  const lists = await Promise.all(
    (named.length ? named : cheap.slice(0, 1)).map(({ variablesReference }) =>
      ask('variables', { variablesReference }),
    ),
  );
  return lists
    .flatMap((list) => listIn(list, 'variables'))
    .flatMap(({ name, value }) =>
      typeof name === 'string' && name !== 'this' ? [withValues ? { name, value: String(value) } : { name }] : [],
    );
}

function frameOf({ name, source, line, column }: Record<string, unknown>): DebugFrame {
  const path = (source as { path?: unknown } | undefined)?.path;
  return {
    name: typeof name === 'string' ? name : '',
    ...(typeof path === 'string' ? { file: fileOf(path) } : {}),
    ...(typeof line === 'number' && line > 0 ? { line } : {}),
    ...(typeof column === 'number' && column > 0 ? { column } : {}),
  };
}

/** Adapters give a path of the system or, in a remote workspace, a URI. */
function fileOf(path: string): string {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? vscode.Uri.parse(path).fsPath : path;
}

function evidenceOf(recorder: DebugRecorder, { session }: Thread, stop: DebugStop): Evidence {
  const summary = exceptionLine(stop)?.split('\n', 1)[0] ?? stop.description ?? stop.reason;
  return {
    source: 'debugger',
    title: `Debugger: ${session.configuration.name}`,
    ...(summary === undefined ? {} : { summary }),
    text: debugStopText(stop),
    language: 'text',
    at: momentOf(recorder.stopOf(session.id)?.at ?? Date.now()),
    isContext: false,
  };
}

function listIn(body: Record<string, unknown>, key: string): Record<string, unknown>[] {
  const list = body[key];
  return Array.isArray(list)
    ? list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}
