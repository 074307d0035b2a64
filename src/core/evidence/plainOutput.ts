import stripAnsi from 'strip-ansi';

/** Output of a program as a reader would copy it: no colours, no control characters, progress lines as they ended. */
export function plainOutput(output: string): string {
  return (
    stripAnsi(output)
      .replace(/\r\n/g, '\n')
      .replace(/^.*\r(?!$)/gm, '')
      // oxlint-disable-next-line no-control-regex -- these are what is removed
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .trimEnd()
  );
}
