/** The 0-based line of a record's first heading; 0 without one. */
export function titleLine(text: string): number {
  return text.slice(0, /^# /m.exec(text)?.index ?? 0).split('\n').length - 1;
}
