/** The moment so many minutes later, in the same offset and form: `2026-11-23T14:05+01:00`. The text itself when it is no such moment. */
export function addMinutes(moment: string, minutes: number): string {
  const offset = /(?:([+-])(\d\d):(\d\d)|Z)$/.exec(moment);
  const instant = Date.parse(moment);
  if (!offset || Number.isNaN(instant)) return moment;
  const shift =
    offset[1] === undefined ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(instant + (minutes + shift) * 60_000).toISOString().slice(0, 16) + offset[0];
}
