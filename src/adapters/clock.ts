import type { Clock } from '../core/ports.ts';

export const systemClock: Clock = {
  now: () => momentOf(Date.now()),
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** ISO 8601, local time with offset, to the minute. Takes milliseconds since 1970. */
export function momentOf(milliseconds: number): string {
  const offset = -new Date(milliseconds).getTimezoneOffset();
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, 16);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
