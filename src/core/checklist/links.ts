import { withoutFences } from './readingTime.ts';

/** A link in the text of a checklist, or what is left of one. */
export type Link =
  | { readonly kind: 'web'; readonly target: string }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'malformed'; readonly text: string };

/** Anything that was meant as an inline link: `](`, also with a space between or without its end. */
const LINK = /\]([ \t]*)\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(\)?)/g;
const WEB = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]\S*)?$/i;
const COMMAND = /^command:([\w.-]+)$/;

/**
 * The inline links of a text, outside of code. Well-formed is an https address, or a command without arguments; all else
 * is malformed: another scheme, a relative path (a checklist moves into records), an empty target, a missing bracket.
 */
export function linksIn(markdown: string): Link[] {
  const prose = withoutFences(markdown).replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');
  return [...prose.matchAll(LINK)].map(([text, gap, target = '', close]) => {
    const command = COMMAND.exec(target)?.[1];
    if (gap !== '' || close === '') return { kind: 'malformed', text };
    if (command !== undefined) return { kind: 'command', command };
    return isWebAddress(target) ? { kind: 'web', target } : { kind: 'malformed', text };
  });
}

export function isWebAddress(text: string): boolean {
  return WEB.test(text);
}
