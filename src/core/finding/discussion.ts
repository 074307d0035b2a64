import type { Task } from '../markdown/outline.ts';
import { leadingSpace, type Lines } from '../text/lines.ts';

/** What is nested below a finding, first level. */
interface Part {
  /** Markdown without its bullet, its `Reply:` and its indentation. */
  readonly text: string;
  readonly line: number;
  /** The line after its last line with text. */
  readonly endLine: number;
}

export interface Discussion {
  readonly body: string;
  /** The parts that the body is made of, usually one. */
  readonly bodyParts: readonly Part[];
  readonly replies: readonly Part[];
}

const BULLET = /^[-*+](?:[ \t]+|$)/;
const REPLY = /^Reply:(?:[ \t]+|$)/;

/** `- Reply: ...` is a reply, everything else nested below the finding is its body. */
export function discussionOf(task: Task, lines: Lines): Discussion {
  const all = partsOf(task, lines);
  const replies = all.filter((part) => REPLY.test(part.text));
  const bodyParts = all.filter((part) => !REPLY.test(part.text));
  const [only, ...more] = bodyParts;
  const body =
    only && !more.length
      ? only.text
      : bodyParts.map((part) => (part.isBullet ? `- ${indented(part.text, '  ')}` : part.text)).join('\n');
  return {
    body: readable(body.replace(/^Reply\\:/, 'Reply:')),
    bodyParts,
    replies: replies.map((part) => ({ ...part, text: readable(part.text.replace(REPLY, '')) })),
  };
}

/** The lines of one bullet, without a line ending in front or behind. */
export function renderPart(markdown: string, prefix: string, label = ''): string {
  const typed = fit(markdown);
  const text = label === '' ? typed.replace(/^Reply:/, 'Reply\\:') : typed; // a body that begins so is no reply
  const bullet = `${prefix}${label === '' ? '' : `${label}: `}`;
  return `${bullet}${indented(text, ' '.repeat(leadingSpace(prefix).length + 2))}`.trimEnd();
}

/** What is read back of words that were written: neither blank lines around them, nor spaces before the first. */
export function fit(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/<!--/g, '<\\!--')
    .replace(/^\s+/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A comment that was typed is shown as it was typed. */
function readable(text: string): string {
  return text.replace(/<\\!--/g, '<!--').trim();
}

function partsOf(task: Task, lines: Lines): (Part & { isBullet: boolean })[] {
  const parts: (Part & { isBullet: boolean })[] = [];
  const from = task.paragraphEndLine + 1;
  let depth = 0;
  for (let line = from; line < task.endLine; line++) {
    const text = lines.textOf(line);
    const isBlank = lines.isBlank(line);
    const space = leadingSpace(text).length;
    if (!parts.length && !isBlank) depth = space;
    const bullet = !isBlank && space <= depth ? BULLET.exec(text.slice(space)) : undefined;
    if (bullet || (!parts.length && !isBlank))
      parts.push({
        isBullet: Boolean(bullet),
        text: text.slice(space + (bullet?.[0].length ?? 0)),
        line,
        endLine: line + 1,
      });
    else if (parts.length && !isBlank) {
      const last = parts.at(-1)!;
      const gap = '\n'.repeat(line - last.endLine + 1);
      const inner = Math.min(space, depth + (last.isBullet ? 2 : 0));
      parts[parts.length - 1] = { ...last, text: `${last.text}${gap}${text.slice(inner)}`, endLine: line + 1 };
    }
  }
  return parts;
}

function indented(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}
