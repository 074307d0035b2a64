import { singleLine } from '../text/lines.ts';

/** Where and why a debugger stands still. Names as in the Debug Adapter Protocol. */
export interface DebugStop {
  /** `exception`, `breakpoint`, `step`, `pause` ...; `undefined` when the stop was not seen. */
  readonly reason?: string;
  /** The adapter's own words about the stop: `Paused on exception`. */
  readonly description?: string;
  readonly exception?: { readonly type?: string; readonly message?: string; readonly stackTrace?: string };
  /** Innermost first. */
  readonly frames: readonly DebugFrame[];
  /** Of the innermost frame. Values are absent unless the user asked for them. */
  readonly locals: readonly { readonly name: string; readonly value?: string }[];
}

export interface DebugFrame {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const FRAMES = 15;
const LOCALS = 60;
const VALUE_LENGTH = 200;

/** A body of `exceptionInfo`. Adapters differ: what one puts into `description` another puts into `exceptionId`. */
export function exceptionOf(body: unknown): DebugStop['exception'] {
  if (typeof body !== 'object' || body === null) return undefined;
  const { exceptionId, description, details } = body as Record<string, unknown>;
  const { typeName, fullTypeName, message, stackTrace } = (
    typeof details === 'object' && details !== null ? details : {}
  ) as Record<string, unknown>;
  const type = words(fullTypeName) ?? words(typeName) ?? words(exceptionId);
  const says = words(message) ?? words(description);
  const trace = words(stackTrace);
  if (type === undefined && says === undefined && trace === undefined) return undefined;
  return {
    ...(type === undefined ? {} : { type }),
    ...(says === undefined ? {} : { message: says }),
    ...(trace === undefined ? {} : { stackTrace: trace }),
  };
}

/** `Type: message`, as a runtime would print it; `undefined` when the stop is no exception. */
export function exceptionLine({ exception }: DebugStop): string | undefined {
  if (!exception) return undefined;
  const { type, message } = exception;
  if (type === undefined || message === undefined) return type ?? message;
  return message.startsWith(type) ? message : type.endsWith(message) ? type : `${type}: ${message}`;
}

/** The stop in the form of a stack trace, which is then read like any other. */
export function debugStopText(stop: DebugStop): string {
  const { reason, description, exception, frames, locals } = stop;
  const why = exceptionLine(stop) ?? `Paused${reason ? ` (${reason})` : ''}${description ? `: ${description}` : ''}`;
  const trace = frames.length
    ? frames.slice(0, FRAMES).map((frame) => `    at ${frameText(frame)}`)
    : (exception?.stackTrace?.split('\n') ?? []);
  return [
    why,
    ...trace,
    ...(frames.length > FRAMES ? [`[... ${frames.length - FRAMES} more frames left out ...]`] : []),
    ...localLines(locals),
  ].join('\n');
}

function localLines(locals: DebugStop['locals']): string[] {
  if (!locals.length) return [];
  const more = locals.length > LOCALS ? [`and ${locals.length - LOCALS} more`] : [];
  const shown = locals.slice(0, LOCALS);
  if (shown.every(({ value }) => value === undefined))
    return ['', `Locals: ${[...shown.map(({ name }) => name), ...more].join(', ')}`];
  return ['', 'Locals:', ...shown.map(({ name, value }) => `  ${name} = ${short(value ?? '')}`), ...more];
}

function frameText({ name, file, line, column }: DebugFrame): string {
  if (file === undefined) return name;
  const place = [file, ...(line ? [line] : []), ...(line && column ? [column] : [])].join(':');
  return name === '' || name === '<anonymous>' ? place : `${name} (${place})`;
}

function short(value: string): string {
  const line = singleLine(value);
  return line.length > VALUE_LENGTH ? `${line.slice(0, VALUE_LENGTH)}...` : line;
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
