const SHELLS = new Set(['sh', 'bash', 'zsh', 'shell', 'powershell', 'pwsh']);

/** Anything that a terminal takes as a key press, and anything that shows a line other than it is. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

/**
 * The line that may be typed into a terminal without running: one line of a shell, without a character that a terminal
 * acts on. `undefined` for anything else, because each line ending would run what stands before it.
 */
export function terminalLine(code: string, language: string): string | undefined {
  const line = code.trim();
  return SHELLS.has(language.toLowerCase()) && line !== '' && !UNSAFE.test(line) ? line : undefined;
}
