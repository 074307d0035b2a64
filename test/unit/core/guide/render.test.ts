import assert from 'node:assert/strict';
import { guidePage } from '../../../../src/core/guide/page.ts';
import { howOf, libraryOf, rendered, uri } from './guides.ts';

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';

describe('the HTML of the Guide', () => {
  it('shows HTML in a checklist as the characters it is', () => {
    const { html } = howOf(`Look ${hostile}`);
    assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
    assert.doesNotMatch(html, /<img|<script/);
  });

  it('escapes titles, reasons, notes, section names and addresses', () => {
    const file = `---\nid: list\ngroup: problem\nkind: read-do\ntrigger: '"><b>t'\nsources: ['"><b>s', 'https://example.com/"><b>']\n---\n# L "><b>\n## S "><b>\n- [ ] T "><b>\n`;
    const text = `---\ntpm: triage\ntitle: '"><b>r'\nstatus: open\n---\n<!-- tpm:checklist list -->\n### L "><b>\n#### S "><b>\n- [ ] T "><b>\n  - Problem: p "><b>\n  - Note: n "><b>\n<!-- /tpm:checklist -->\n`;
    const library = libraryOf([file]);
    const [item] = library[0]!.checklist.sections[0]!.items;
    const pages = [
      rendered({ target: { checklistId: 'list' }, library }),
      rendered({ target: { checklistId: 'list', itemId: item!.id }, library }),
      rendered({ target: { checklistId: 'list', itemId: item!.id }, library, layouts: { 'read-do': 'section' } }),
      rendered({ target: { uri }, text, library }),
      rendered({ target: { uri, item: { checklist: 'list', id: item!.id } }, text, library }),
      rendered({
        target: { uri, item: { checklist: 'list', id: item!.id } },
        text,
        library,
        layouts: { 'read-do': 'section' },
      }),
    ];
    for (const { html } of pages) {
      assert.doesNotMatch(html, /<b>/);
      assert.match(html, /&#60;b&#62;/);
    }
  });

  it('makes a button of a command in the allow-list and plain words of any other', () => {
    const allowed = howOf('Open [Problems](command:workbench.actions.view.problems) now.');
    assert.match(
      allowed.html,
      /<button [^>]*data-action="run" data-key="workbench\.actions\.view\.problems">Problems<\/button>/,
    );
    assert.deepEqual([...allowed.pressables.commands], ['workbench.actions.view.problems']);
    for (const href of [
      'command:workbench.action.terminal.kill',
      'command:workbench.actions.view.problems?%5B1%5D',
      'COMMAND:workbench.actions.view.problems',
    ]) {
      const { html, pressables } = howOf(`Open [Problems](${href}) now.`);
      assert.match(html, /<p>Open Problems now\.<\/p>/);
      assert.equal(pressables.commands.size, 0);
    }
  });

  it('links https addresses only', () => {
    const { html, pressables } = howOf('Read [this](https://example.com/a?b=1&c=2).');
    assert.match(html, /<a href="https:\/\/example\.com\/a\?b=1&#38;c=2" data-action="open"/);
    assert.deepEqual([...pressables.links], ['https://example.com/a?b=1&c=2']);
    for (const href of [
      'http://example.com',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'vscode://x.y/z',
      '/a',
      '#b',
    ]) {
      const other = howOf(`Read [this](${href}).`);
      assert.match(other.html, /<p>Read this\.<\/p>/, href);
      assert.equal(other.pressables.links.size, 0);
    }
  });

  it('loads no image: its words stand for it', () => {
    assert.match(howOf('See ![the graph](https://example.com/a.png).').html, /<p>See the graph\.<\/p>/);
  });

  it('offers one shell line to the terminal, and only to copy what would run by itself', () => {
    const line = howOf('Time it.\n\n```sh\ntime ./app\n```');
    assert.deepEqual([...line.pressables.lines], ['time ./app']);
    assert.deepEqual([...line.pressables.codes], ['time ./app']);
    assert.match(line.html, /data-action="type" data-key="time \.\/app" aria-label="Put in Terminal: time \.\/app"/);
    for (const fence of [
      'sh\nuptime\nfree -m',
      'sql\nSELECT 1;',
      'text\nhello',
      '\nls',
      'sh\nls\trm',
      'sh\nls \u202egnp',
    ]) {
      const { pressables, html } = howOf(`Look.\n\n\`\`\`${fence}\n\`\`\``);
      assert.equal(pressables.lines.size, 0, fence);
      assert.equal(pressables.codes.size, 1, fence);
      assert.doesNotMatch(html, /data-action="type"/);
    }
  });

  it('makes nothing of a team checklist pressable while the workspace is not trusted', () => {
    const how = '[Problems](command:workbench.actions.view.problems) [a](https://example.com)\n\n```sh\nls\n```';
    const { html, pressables } = howOf(how, { isTrusted: false }, 'team');
    assert.deepEqual([...pressables.commands, ...pressables.links, ...pressables.lines], []);
    assert.deepEqual([...pressables.codes], ['ls']);
    assert.doesNotMatch(html, /data-action="(?:run|open|type)"/);
    assert.equal(howOf(how, { isTrusted: true }, 'team').pressables.lines.size, 1);
  });

  it('keeps headings of a checklist text out of the outline of the page', () => {
    const { html } = howOf('# Loud\n\nUnder\n===');
    assert.equal(html.match(/<h1>/g)?.length, 1);
  });

  it('has no style attribute, no event handler and no script, whatever is shown', () => {
    const how =
      'A [b](https://example.com "onclick=x").\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n1. x\n\n   > y\n\n```sh\nls\n```';
    const tags = howOf(how).html.match(/<[^>]*>/g) ?? [];
    assert.ok(tags.length > 20);
    for (const tag of tags) assert.doesNotMatch(tag, /\sstyle=|\son\w+=|<script/i);
  });

  it('has one h1 and tells the state of an item by words and by a pressed button', () => {
    const text =
      '<!-- tpm:checklist list -->\n- [x] **Do it**\n- [x] ~~Skip it~~ (n/a: no need)\n<!-- /tpm:checklist -->\n';
    const at = (id: string): string => rendered({ target: { uri, item: { checklist: 'list', id } }, text }).html;
    assert.match(at('do-it'), /<h1>Do it<\/h1>/);
    assert.match(at('do-it'), /<li class="must">Must<\/li><li class="state done">done<\/li><li>1 of 2<\/li>/);
    assert.match(at('do-it'), /data-action="done" data-key="list:0:do-it" aria-pressed="true"/);
    assert.match(at('skip-it'), /Not applicable: no need/);
    assert.match(at('skip-it'), /data-action="reopen"/);
    assert.match(at('skip-it'), /data-action="next"[^>]* aria-disabled="true"/);
  });

  it('is a page that allows its own style sheet and script and nothing else', () => {
    const page = guidePage({
      language: 'en',
      title: 'Guide',
      nonce: 'n0',
      cspSource: 'https://files',
      style: 'https://files/a.css',
      script: 'https://files/a.js',
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    assert.equal(
      policy,
      "default-src 'none'; style-src https://files; script-src 'nonce-n0'; base-uri 'none'; form-action 'none'",
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(page, /<script nonce="n0" src="https:\/\/files\/a\.js"><\/script>/);
  });
});
