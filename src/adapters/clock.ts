import type { Clock } from '../core/ports.ts';

export const systemClock: Clock = {
  now() {
    const date = new Date();
    const offset = -date.getTimezoneOffset();
    const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 16);
    return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
  },
  delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
