import { readChain, TRACEBACK } from './pythonChain.ts';
import { draft, splitError, type Draft, type Reader, type SourceLine } from './reader.ts';

/** One exception of the tree: its own lines, with the index each had outside, and the exceptions inside. */
interface Node {
  readonly column: number;
  readonly lines: SourceLine[];
  readonly indexes: number[];
  readonly members: Node[];
}

const LINE = /^( {0,80})([|+])(.*)$/;
const newNode = (column: number): Node => ({ column, lines: [], indexes: [], members: [] });

/** `+-+--- 1 ---` opens the first member, `+--- 2 ---` the next, `+-----` closes; `| text` belongs to the node of its column. */
function collect(lines: readonly SourceLine[], at: number): { root: Node; next: number } {
  const stack: Node[] = [];
  let index = at;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    const match = LINE.exec(line.text);
    if (!match) break;
    const column = match[1]!.length;
    const rest = match[3]!;
    if (index > at && match[2] === '+' && rest.startsWith(' Exception Group Traceback ')) break;
    if (index === at) stack.push(newNode(column));
    while (stack.length > 1 && stack.at(-1)!.column > column) stack.pop();
    const top = stack.at(-1)!;
    if (match[2] === '|' || index === at) {
      top.lines.push({ ...line, text: rest.replace(/^ /, '') });
      top.indexes.push(index);
    } else if (rest.startsWith('-+')) open(stack, top, column + 2);
    else if (/^-{2,40} (?:\d{1,6}|\.{3}) -/.test(rest) && stack.length > 1) {
      stack.pop();
      open(stack, stack.at(-1)!, column);
    }
  }
  return { root: stack[0] ?? newNode(0), next: index };
}

function open(stack: Node[], parent: Node, column: number): void {
  const node = newNode(column);
  parent.members.push(node);
  stack.push(node);
}

function toDraft(node: Node): Draft | undefined {
  const start = node.lines.findIndex((line) => TRACEBACK.test(line.text));
  const trace = start < 0 ? bare(node) : readChain(node.lines, start)?.trace;
  if (!trace) return undefined;
  const place = (one: Draft): Draft => ({
    ...one,
    first: node.indexes[one.first] ?? 0,
    last: node.indexes[one.last] ?? 0,
    causes: one.causes.map(place),
  });
  const placed = place(trace);
  for (const member of node.members) {
    const inner = toDraft(member);
    if (!inner) continue;
    placed.causes.push({ ...inner, relation: 'member' });
    placed.last = Math.max(placed.last, inner.last);
  }
  return placed;
}

function bare(node: Node): Draft | undefined {
  const { type, message } = splitError(node.lines[0]?.text.trim() ?? '');
  return type === undefined ? undefined : draft('python', 0, 0, { type, message });
}

export const groupReader: Reader = {
  opens: /^ {0,80}\+ Exception Group Traceback \(most recent call last\):$/,
  read({ lines, at }) {
    const { root, next } = collect(lines, at);
    const trace = toDraft(root);
    return trace && { traces: [{ ...trace, last: next - 1 }], next };
  },
};
