/** The parts of markdown-it that are used, as VS Code's Markdown preview hands it over: no code of ours comes with it. */
export interface PreviewToken {
  type: string;
  content: string;
  children: PreviewToken[] | null;
  attrJoin(name: string, value: string): void;
}

export interface PreviewEngine {
  readonly core: {
    readonly ruler: {
      push(
        name: string,
        rule: (state: {
          tokens: PreviewToken[];
          Token: new (type: string, tag: string, nesting: 0) => PreviewToken;
        }) => void,
      ): void;
    };
  };
}

const MARKER = /<!--\s*(\/?)tpm:checklist\b/;
const BOX = /^\[([ xX])\][ \t]+/;

/** Makes the preview show the boxes of our blocks; outside of them every `[ ]` stays as VS Code and other extensions have it. */
export function showTaskBoxes<Engine extends PreviewEngine>(engine: Engine): Engine {
  engine.core.ruler.push('tpm-mentor-boxes', ({ tokens, Token }) => {
    let isInBlock = false;
    tokens.forEach((token, index) => {
      const marker = token.type === 'html_block' ? MARKER.exec(token.content) : null;
      if (marker) isInBlock = marker[1] === '';
      const item = tokens[index - 2];
      const first = token.type === 'inline' ? token.children?.[0] : undefined;
      if (!isInBlock || item?.type !== 'list_item_open' || first?.type !== 'text') return;
      const box = BOX.exec(first.content);
      if (!box) return;
      first.content = first.content.slice(box[0].length);
      const checkbox = new Token('html_inline', '', 0);
      checkbox.content = `<input type="checkbox" disabled${box[1] === ' ' ? '' : ' checked'}>`;
      token.children!.unshift(checkbox);
      item.attrJoin('class', 'tpm-task');
    });
  });
  return engine;
}
