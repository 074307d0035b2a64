import * as vscode from 'vscode';
import { assert } from '../assert.ts';
import { eventually } from '../eventually.ts';
import { acceptAll, closeEditors, onDisk, openUntitled, root, set, write } from '../world.ts';

const teamFile = '.vscode/review.code-snippets';

/** What is offered at the end of a new document of this text, by label. */
async function offered(text: string, language = 'markdown', trigger?: string): Promise<Map<string, string>> {
  const { document } = await openUntitled(language, text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.length),
    trigger,
  );
  const named = list.items.map(({ label, insertText }): [string, string] => [
    typeof label === 'string' ? label : label.label,
    insertText instanceof vscode.SnippetString ? insertText.value : (insertText ?? ''),
  ]);
  return new Map(named.filter(([label]) => /^\/?rv-/.test(label)));
}

/** Inserts a body at the end of a new Markdown document, after the cursor was in a code file, and returns the text. */
async function inserted(body: string): Promise<string> {
  const { document } = await openUntitled('markdown', '');
  await vscode.commands.executeCommand('tpmMentor.insertReviewSnippet', { snippet: { body } });
  return document.getText();
}

async function openCode(): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(root(), 'src', 'money.js');
  return vscode.window.showTextDocument(uri, { preview: false });
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri);
  await vscode.commands.executeCommand('tpmMentor.refresh');
}

describe('review snippets while typing', () => {
  afterEach(closeEditors);

  it('are offered for /rv at the start of a word, in every place where reviews are written', async () => {
    for (const language of ['markdown', 'git-commit', 'scminput']) {
      const found = await offered('Thank you. /rv', language, 'v');
      assert.ok(found.size >= 54, `${found.size} in ${language}`);
      assert.match(found.get('/rv-null') ?? '', /^\*\*question \(\$\{1\|non-blocking,blocking\|\}\):\*\* What/);
    }
  });

  it('are offered for rv on Ctrl+Space', async () => {
    // VS Code reads contributed snippet files when it first needs them.
    await eventually('the contributed snippets', async () => (await offered('rv-n')).has('rv-null'));
  });

  it('are not offered inside of a path or a word, nor for rv as it is typed', async () => {
    for (const text of ['see src/rv', 'harv', '/usr', 'and/']) {
      assert.deepEqual(
        [...(await offered(text)).keys()].filter((label) => label.startsWith('/')),
        [],
        text,
      );
    }
    assert.equal((await offered('rv', 'markdown', 'v')).size, 0);
    assert.equal((await offered('/rv', 'javascript')).size, 0);
  });
});

describe('review snippets of a team', () => {
  afterEach(closeEditors);

  it('stand beside the built-in ones, replace those of the same name, and go with their file', async () => {
    const team = await write(
      '.vscode/ours.code-snippets',
      '// ours\n{ "Correctness: Null path": { "prefix": "rv-null", "scope": "markdown", "body": "Ours" },\n' +
        '"Ask support": { "prefix": ["x", "rv-support"], "body": ["One", "Two"] },\n' +
        '"For code": { "prefix": "rv-code", "scope": "go", "body": "x" }, "Other": { "prefix": "log", "body": "x" }, }',
    );
    await vscode.commands.executeCommand('tpmMentor.refresh');
    const found = await offered('/rv', 'markdown', 'v');
    assert.equal(found.get('/rv-null'), 'Ours');
    assert.equal(found.get('/rv-support'), 'One\nTwo');
    assert.ok(found.has('/rv-boundary') && !found.has('/rv-code') && !found.has('/log'));
    await remove(team);
    assert.match((await offered('/rv', 'markdown', 'v')).get('/rv-null') ?? '', /^\*\*question/);
  });

  it('are read anew when their file is edited, saved or not', async () => {
    const team = await write('.vscode/ours.code-snippets', '{ "A": { "prefix": "rv-ours", "body": "First" } }');
    await vscode.commands.executeCommand('tpmMentor.refresh');
    assert.equal((await offered('/rv', 'markdown', 'v')).get('/rv-ours'), 'First');
    const editor = await vscode.window.showTextDocument(team);
    const at = editor.document.positionAt(editor.document.getText().indexOf('First'));
    await editor.edit((edit) => edit.insert(at, 'The '));
    assert.equal((await offered('/rv', 'markdown', 'v')).get('/rv-ours'), 'The First');
    await closeEditors();
    await remove(team);
  });

  it('may be one user, from a folder of the settings', async () => {
    const own = await write('own-snippets/mine.code-snippets', '{ "A": { "prefix": "rv-mine", "body": "Mine" } }');
    await set('snippetFolders', [vscode.Uri.joinPath(own, '..').toString()]);
    try {
      await eventually('the snippet of the user', async () => (await offered('/rv', 'markdown', 'v')).has('/rv-mine'));
    } finally {
      await set('snippetFolders', undefined);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(own, '..'), { recursive: true });
    }
  });

  it('may have labels of its own for the built-in ones', async () => {
    await set('reviewLabels', { question: 'Ask', 'non-blocking': '' });
    await set('reviewLabelFormat', '[{label}: {decorations}]');
    try {
      const body = (await offered('/rv', 'markdown', 'v')).get('/rv-null') ?? '';
      assert.match(body, /^\[Ask:\] What happens/);
    } finally {
      await set('reviewLabels', undefined);
      await set('reviewLabelFormat', undefined);
    }
  });
});

describe('variables of a review snippet', () => {
  afterEach(closeEditors);

  it('speak of the code that the user was in before', async () => {
    const { document } = await openCode();
    const provider = vscode.languages.registerDocumentSymbolProvider('javascript', {
      provideDocumentSymbols: ({ lineCount }) => {
        const whole = new vscode.Range(0, 0, lineCount - 1, 0);
        const outer = new vscode.DocumentSymbol('outer', '', vscode.SymbolKind.Module, whole, whole);
        const inner = new vscode.Range(1, 0, 2, 0);
        outer.children = [new vscode.DocumentSymbol('inner', '', vscode.SymbolKind.Function, inner, inner)];
        return [outer];
      },
    });
    const selection = new vscode.Selection(1, 0, 3, 0);
    const lines = document.getText().split('\n').slice(1, 3);
    // VS Code's own language server answers too, and on a busy machine takes longer than a snippet waits: then the user asks again.
    let text = '';
    const hasSymbol = async (): Promise<boolean> => {
      await vscode.window.showTextDocument(document, { preview: false, selection });
      text = await inserted('In `${file}`, ${line} (${symbol}):\n\n${selection}\n\n${nobody:knows}');
      return !text.includes('(symbol)');
    };
    await eventually('the symbol', hasSymbol, 20_000).finally(() => provider.dispose());
    assert.ok(text.startsWith('In `src/money.js`, 2-3 (inner):\n\n```javascript\n'), text);
    assert.ok(text.includes(lines.join('\n')), text);
    assert.ok(text.endsWith('\n```\n\nknows'), text);
  });

  it('are words to fill in where there is no such thing', async () => {
    await closeEditors();
    const text = await inserted('`${file}` ${branch} ${selection} $TM_FILENAME_BASE');
    assert.match(text, /^`file` branch selection Untitled-\d+$/);
  });
});

describe('Save Selection as Review Snippet', () => {
  const uri = (): vscode.Uri => vscode.Uri.joinPath(root(), ...teamFile.split('/'));

  /** Writes the file of the team, which VS Code may still hold as it was in the test before. */
  async function writeTeam(text: string): Promise<void> {
    await write(teamFile, text);
    await eventually('VS Code has the new text', async () => {
      const document = await vscode.workspace.openTextDocument(uri());
      return document.getText() === text;
    });
    await vscode.commands.executeCommand('tpmMentor.refresh');
  }

  /** Selects all of a text and accepts what the command proposes. */
  async function save(text: string): Promise<void> {
    const editor = await openUntitled('markdown', text);
    editor.selection = new vscode.Selection(0, 0, editor.document.lineCount, 0);
    await acceptAll(vscode.commands.executeCommand('tpmMentor.saveSelectionAsSnippet'));
  }

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(uri()).then(undefined, () => undefined);
    await vscode.commands.executeCommand('tpmMentor.refresh');
  });

  it('makes the file of the team, hides secrets, and opens it at the new snippet', async () => {
    await save('**issue:** Costs $5 with password=hunter2hunter2');
    const text = await onDisk(uri());
    assert.match(text, /^\/\/ [^\n]+\n\{\n {2}"Praise: Costs \$5 with password=password-1": \{\n/);
    assert.ok(text.includes('"**issue:** Costs \\\\$5 with password=<password-1>$0"'), text);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uri().toString());
    assert.match(editor.document.getText(editor.selection), /^"Praise: Costs/);
    const prefix = /"prefix": "(rv-[a-z0-9-]+)"/.exec(text)?.[1];
    const offer = (await offered('/rv', 'markdown', 'v')).get(`/${prefix}`);
    assert.equal(offer, '**issue:** Costs \\$5 with password=<password-1>$0');
  });

  it('adds to a file and leaves its comments and every other byte alone', async () => {
    const before = '// Ours\r\n{\r\n\t"A": { "prefix": "rv-a", "body": "x" } // about A\r\n\t/* end */\r\n}\r\n';
    await writeTeam(before);
    await save('**todo:** Tell support');
    const after = await onDisk(uri());
    const rest = after.replace(/\r\n\t"Praise: Tell support": \{[^]*?\r\n\t\}(?=\r\n\})/, '');
    assert.equal(rest.replace('},', '}'), before);
    assert.match(after, /\/\* end \*\/\r\n\t"Praise: Tell support": \{\r\n\t\t"prefix": "rv-tell-support",/);
  });

  it('writes nothing into a file that is broken, and shows the place', async () => {
    await writeTeam('{\n  "A": { "prefix": "rv-a" "body": "x" }\n}\n');
    await save('**todo:** Tell support');
    assert.equal(await onDisk(uri()), '{\n  "A": { "prefix": "rv-a" "body": "x" }\n}\n');
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), uri().toString());
    assert.deepEqual([selection.active.line, selection.active.character], [1, 26]);
  });
});
