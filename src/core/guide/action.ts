import { isAllowedCommand } from '../checklist/allowedCommands.ts';
import { isWebAddress } from '../checklist/links.ts';
import type { ChecklistKind } from '../checklist/model.ts';
import { plainText } from '../markdown/plainText.ts';
import { isInRecord, type ChecklistRow, type FocusTarget, type RecordRow } from '../targets.ts';
import { commands, type CommandId } from '../../ids.ts';
import type { Pressables } from './markdown.ts';
import type { GuideItem, GuideModel, Layout } from './model.ts';
import type { Press } from './pressable.ts';

/** What a press comes to. */
export type GuideAction =
  | { readonly kind: 'move'; readonly target: FocusTarget }
  | { readonly kind: 'layout'; readonly checklistKind: ChecklistKind; readonly layout: Layout }
  | { readonly kind: 'command'; readonly command: CommandId; readonly argument?: RecordRow | ChecklistRow }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'type'; readonly line: string };

/**
 * Reads a message of the page against what the page shows. `undefined` for anything that cannot be pressed there: a page
 * is never believed, whatever wrote into it.
 */
export function actionOf(message: unknown, model: GuideModel, pressables: Pressables): GuideAction | undefined {
  if (typeof message !== 'object' || message === null || !('action' in message)) return undefined;
  const key = 'key' in message && typeof message.key === 'string' ? message.key : '';
  return (
    textAction(message.action as Press, key, pressables) ??
    itemAction(
      message.action as Press,
      itemsIn(model).find((item) => item.key === key),
    ) ??
    modelAction(message.action as Press, key, model)
  );
}

function textAction(press: Press, key: string, { commands, links, codes, lines }: Pressables): GuideAction | undefined {
  if (press === 'run' && commands.has(key) && isAllowedCommand(key)) return { kind: 'run', command: key };
  if (press === 'open' && links.has(key) && isWebAddress(key)) return { kind: 'open', address: key };
  if (press === 'copy' && codes.has(key)) return { kind: 'copy', text: key };
  return press === 'type' && lines.has(key) ? { kind: 'type', line: key } : undefined;
}

function itemsIn(model: GuideModel): readonly GuideItem[] {
  return model.kind === 'item' ? [model.item] : model.kind === 'section' ? model.items : [];
}

function itemAction(press: Press, item: GuideItem | undefined): GuideAction | undefined {
  if (!item) return undefined;
  const { target, state, teaching } = item;
  if (!isInRecord(target) || !state)
    return press === 'ask' && teaching?.ask !== undefined ? { kind: 'copy', text: plainText(teaching.ask) } : undefined;
  const command = (id: CommandId): GuideAction => ({ kind: 'command', command: id, argument: { target } });
  const isChecked = state.kind === 'done' || state.kind === 'n/a';
  switch (press) {
    case 'done':
      return command(state.kind === 'done' ? commands.markOpen : commands.markDone);
    case 'check':
      return command(isChecked ? commands.markOpen : commands.markDone);
    case 'reopen':
      return command(commands.markOpen);
    case 'recheck':
      return command(commands.markRechecked);
    case 'notApplicable':
      return command(commands.markNotApplicable);
    case 'problem':
      return command(commands.reportProblem);
    case 'note':
      return command(commands.addNote);
    case 'ask':
      return command(commands.copyQuestion);
    default:
      return undefined;
  }
}

function modelAction(press: Press, key: string, model: GuideModel): GuideAction | undefined {
  switch (press) {
    case 'start':
    case 'insert': {
      const checklistId = checklistIdIn(model);
      const command = press === 'start' ? commands.startChecklist : commands.insertChecklist;
      return checklistId === undefined ? undefined : { kind: 'command', command, argument: { checklistId } };
    }
    case 'openRecord':
    case 'resolve': {
      if (model.kind !== 'record') return undefined;
      const command = press === 'resolve' ? commands.resolveRecord : commands.openRecord;
      return { kind: 'command', command, argument: { target: model.target } };
    }
    case 'layout':
      if (model.kind !== 'item' && model.kind !== 'section') return undefined;
      return {
        kind: 'layout',
        checklistKind: model.checklistKind,
        layout: model.kind === 'item' ? 'section' : 'item',
      };
    default:
      return move(targetOf(press, key, model));
  }
}

function checklistIdIn(model: GuideModel): string | undefined {
  if (model.kind === 'library') return model.checklist.id;
  const target = itemsIn(model)[0]?.target;
  return target && !isInRecord(target) ? target.checklistId : undefined;
}

function targetOf(press: Press, key: string, model: GuideModel): FocusTarget | undefined {
  if (model.kind === 'item' || model.kind === 'section') {
    if (press === 'overview') return model.trail.overview;
    return press === 'previous' ? model.previous : press === 'next' ? model.next : undefined;
  }
  if (model.kind === 'record' && press === 'continue') return model.firstOpen;
  if (press !== 'section' || model.kind === 'empty') return undefined;
  const [block, section] = key.split(':').map(Number);
  const sections = model.kind === 'library' ? model.sections : model.blocks[block ?? -1]?.sections;
  return sections?.[section ?? -1]?.target;
}

function move(target: FocusTarget | undefined): GuideAction | undefined {
  return target && { kind: 'move', target };
}
