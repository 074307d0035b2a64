/**
 * Whether a line that begins a block of its own below a list would, right below a paragraph, continue it or make a heading
 * of it: a rule of hyphens, or a number other than 1 (https://spec.commonmark.org/0.31.2/#list-items).
 */
export function runsOn(line: string): boolean {
  return /^[ \t]*(?:-+[ \t]*$|(?!0*1[.)])\d{1,9}[.)](?:[ \t]|$))/.test(line);
}
