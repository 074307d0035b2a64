import { plainText } from '../markdown/plainText.ts';

const BOLD = /^(\*\*|__)(?=\S)(.+?)(?<=\S)\1$/s;

/** Reads the words of an item line. A line that is bold from end to end is a must. */
export function readItemTitle(markdown: string): { title: string; titleMarkdown: string; isMust: boolean } {
  const words = markdown.trim();
  const bold = BOLD.exec(words);
  const isMust = bold !== null && !bold[2]!.includes(bold[1]!);
  const titleMarkdown = isMust ? bold[2]! : words;
  return { title: plainText(titleMarkdown), titleMarkdown, isMust };
}
