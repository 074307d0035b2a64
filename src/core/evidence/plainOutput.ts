import stripAnsi from 'strip-ansi';

/** Back to the start of the line, and what stood there erased: how a spinner goes. */
// oxlint-disable-next-line no-control-regex -- escape codes begin with one
const ERASED = /^[^\n]*\u001b\[1?G\u001b\[[02]?K/gm;
// oxlint-disable-next-line no-control-regex
const LINE_START = /\u001b\[1?G/g;

/** Output of a program as a reader would copy it: no colours, no control characters, progress lines as they ended. */
export function plainOutput(output: string): string {
  return (
    stripAnsi(output.replace(ERASED, '').replace(LINE_START, '\r'))
      .replace(/\r\n/g, '\n')
      .replace(/^.*\r(?!$)/gm, '')
      // oxlint-disable-next-line no-control-regex -- these are what is removed
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .trimEnd()
  );
}
