/** Control characters, line separators, and what turns the direction of text around. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * One line that shows a text from elsewhere and does nothing else: no terminal sequences, and none of the `##[command]` that
 * a pipeline's log obeys anywhere in a line (https://github.com/actions/runner, ActionCommand.cs).
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, '\ufffd').replaceAll('##[', '# #[');
}
