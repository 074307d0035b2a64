/**
 * Whether a line that begins a block of its own below a list would, right below a paragraph, continue it or make a heading
 * of it: a rule of hyphens, an empty list item, a number other than 1 (https://spec.commonmark.org/0.31.2/#list-items).
 */
export function runsOn(line: string): boolean {
  return /^[ \t]*(?:(?:-+|[*+]|\d{1,9}[.)])[ \t]*$|(?!0*1[.)])\d{1,9}[.)][ \t])/.test(line);
}

/** Whether a line would become part of a list item that is put right above it: lazy continuation needs no indentation. */
export function joinsItemAbove(line: string): boolean {
  const isBlockStart = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|<|(?:[*_-][ \t]*){3,}$)/;
  return !/^[ \t]*$/.test(line) && !isBlockStart.test(line);
}
