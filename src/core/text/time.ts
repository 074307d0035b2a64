/** The moment so many minutes later, in the same offset and form: `2026-11-23T14:05+01:00`. The text itself when it is no such moment. */
export function addMinutes(moment: string, minutes: number): string {
  const offset = /(?:([+-])(\d\d):(\d\d)|Z)$/.exec(moment);
  const instant = Date.parse(moment);
  if (!offset || Number.isNaN(instant)) return moment;
  const shift =
    offset[1] === undefined ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(instant + (minutes + shift) * 60_000).toISOString().slice(0, 16) + offset[0];
}

/** Whole days, hours and minutes between two moments: `2 d 3 h`, `45 min`. `undefined` when one of them cannot be read. */
export function durationBetween(from: string, to: string): string | undefined {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (Number.isNaN(minutes) || minutes < 0) return undefined;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [days ? `${days} d` : '', hours ? `${hours} h` : '', rest && !days ? `${rest} min` : ''].filter(
    Boolean,
  );
  return parts.join(' ') || '0 min';
}
