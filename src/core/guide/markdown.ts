import MarkdownIt, { type Token } from 'markdown-it';
import { isAllowedCommand } from '../checklist/allowedCommands.ts';
import { isWebAddress } from '../checklist/links.ts';
import { Markup, escape, markup } from './markup.ts';
import { button, closeButton, openButton } from './pressable.ts';
import { terminalLine } from './terminalLine.ts';

export interface MarkdownWords {
  readonly copy: string;
  readonly putInTerminal: string;
  /** The button's words and what it is about. */
  about(button: string, what: string): string;
}

/** What can be pressed in a text. A press is answered only when it names one of these. */
export interface Pressables {
  readonly commands: Set<string>;
  readonly links: Set<string>;
  readonly codes: Set<string>;
  readonly lines: Set<string>;
}

export interface MarkdownOptions {
  readonly words: MarkdownWords;
  /** False: links are plain text and nothing goes to a terminal. */
  readonly mayAct: boolean;
  /** Gets what can be pressed. */
  readonly pressables: Pressables;
}

interface Env {
  readonly options: MarkdownOptions;
  /** What closes the link that was opened last: links do not nest. */
  closing: string;
}

type Rule = (token: Token, env: Env) => string;

/** No HTML, no headings: they would break into the outline of the page. */
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: 20 });
parser.enable('table').disable(['heading', 'lheading', 'hr']);
parser.validateLink = () => true; // judged below, so that the words of a refused link stay without its address
const rules: Record<string, Rule> = {
  link_open: (token, env) => {
    const { text, closing } = openLink(String(token.attrGet('href') ?? ''), env.options);
    env.closing = closing;
    return text;
  },
  link_close: (_token, env) => env.closing,
  image: (token) => escape(token.content),
  fence: (token, env) => codeBlock(token, env.options).text,
  code_block: (token, env) => codeBlock(token, env.options).text,
  th_open: () => '<th>', // without the alignment, which would be a style attribute
  td_open: () => '<td>',
};
for (const [name, rule] of Object.entries(rules))
  parser.renderer.rules[name] = (tokens, index, _options, env) => rule(tokens[index]!, env as unknown as Env);

/** Renders the text of a checklist. Anything that is not Markdown comes out as the characters it is. */
export function renderMarkdown(markdown: string, options: MarkdownOptions): Markup {
  const env: Env = { options, closing: '' };
  return new Markup(parser.render(markdown, { ...env }));
}

function openLink(href: string, { mayAct, pressables }: MarkdownOptions): { text: string; closing: string } {
  const command = /^command:([\w.-]+)$/.exec(href)?.[1];
  if (mayAct && command !== undefined && isAllowedCommand(command)) {
    pressables.commands.add(command);
    return { text: openButton('run', { look: 'link', key: command }).text, closing: closeButton.text };
  }
  if (!mayAct || !isWebAddress(href)) return { text: '', closing: '' };
  pressables.links.add(href);
  return {
    text: markup`<a href="${href}" data-action="open" data-key="${href}" title="${href}">`.text,
    closing: '</a>',
  };
}

function codeBlock(token: Token, { words, mayAct, pressables }: MarkdownOptions): Markup {
  const code = token.content.replace(/\n+$/, '');
  const line = mayAct ? terminalLine(code, token.info.trim().split(/\s+/)[0]!) : undefined;
  const first = code.split('\n', 1)[0]!.slice(0, 60);
  pressables.codes.add(code);
  if (line !== undefined) pressables.lines.add(line);
  return markup`<div class="code">
    <pre><code>${code}</code></pre>
    <div class="tools">
      ${[
        button('copy', words.copy, { look: 'link', key: code, label: words.about(words.copy, first) }),
        ...(line === undefined
          ? []
          : [
              button('type', words.putInTerminal, {
                look: 'link',
                key: line,
                label: words.about(words.putInTerminal, first),
              }),
            ]),
      ]}
    </div>
  </div>`;
}
