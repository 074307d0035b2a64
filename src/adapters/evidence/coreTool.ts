import * as vscode from 'vscode';

/**
 * Asks a tool of VS Code itself, the first one of these names that is there. `undefined` when there is none. Their answers are
 * undocumented text; they need no chat extension and answer with AI features disabled too (seen in 1.110 and 1.139).
 */
export async function askCoreTool(...names: readonly string[]): Promise<string | undefined> {
  const name = names.find((one) => vscode.lm.tools.some((tool) => tool.name === one));
  if (name === undefined) return undefined;
  const { content } = await vscode.lm.invokeTool(name, { input: {}, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
