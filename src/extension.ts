import * as vscode from 'vscode';
import { recordTerminals } from './adapters/evidence/lazyTerminalRecorder.ts';
import { ChannelLog } from './adapters/log.ts';
import { registerCommands, tell } from './commands/register.ts';
import type { Mentor } from './core/mentor.ts';
import { showTaskBoxes } from './views/preview/taskBoxes.ts';
import { registerViews } from './views/register.ts';
import { registerLenses } from './views/registerLenses.ts';

/** Registers what the manifest promises; the rest is loaded at first use. Returns what VS Code's Markdown preview asks for. */
export function activate(context: vscode.ExtensionContext): { extendMarkdownIt: typeof showTaskBoxes } {
  const log = new ChannelLog();
  const fail = (error: unknown): void => tell(error, log);
  let mentor: Promise<Mentor> | undefined;
  const terminals = recordTerminals(fail);
  const openMentor = (): Promise<Mentor> => (mentor ??= createMentor());
  context.subscriptions.push(
    log,
    terminals,
    registerCommands(openMentor, log),
    registerViews(openMentor, context, fail),
    registerLenses(openMentor),
  );
  return { extendMarkdownIt: showTaskBoxes };

  async function createMentor(): Promise<Mentor> {
    const [{ createHost }, core, { showDue }, { showFindings }] = await Promise.all([
      import('./adapters/host.ts'),
      import('./core/mentor.ts'),
      import('./views/dueStatus.ts'),
      import('./views/findings/showFindings.ts'),
    ]);
    const host = createHost(context, log, await terminals.open());
    const made = core.createMentor(host);
    context.subscriptions.push(made, host, showDue(made), showFindings(made));
    return made;
  }
}
