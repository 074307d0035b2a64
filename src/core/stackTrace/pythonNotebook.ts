import { draft, numberOf, textAt, type Reader } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

/** `~/shop/cart.py in total(order)`, `File ~/shop/cart.py:12, in total(order)`, `<ipython-input-2-5f47> in <module>`, `Cell In[2], line 1`. */
const PLACE =
  /^(?:(?:File )?(?<file>\S.{0,300}?\.py|<ipython-input-[\w-]{1,80}>)(?::\d{1,9},)? in (?<symbol>[\w.<>]{1,200}).{0,300}|(?:Input )?(?<cell>(?:Cell )?In ?\[\d{1,6}\]).{0,80})$/;
const ARROW = /^-{1,8}> {1,4}(\d{1,9})\b/;
const LONGEST = 600;

const HEADER = /^([A-Z]\w{1,80}) {2,80}Traceback \(most recent call last\)$/;

/** IPython and Jupyter: the type stands before "Traceback", the message at the end, and an arrow marks the line of each place. */
export const notebookReader: Reader = {
  opens: HEADER,
  read({ lines, at }, [, type]) {
    const trace = draft('python', at, at, { tool: 'ipython', type });
    let place: Record<string, string | undefined> = {};
    for (let index = at + 1; index < Math.min(lines.length, at + LONGEST); index++) {
      const text = textAt(lines, index);
      if (HEADER.test(text)) break;
      const found = PLACE.exec(text)?.groups;
      const line = ARROW.exec(text)?.[1];
      if (text.startsWith(`${type!}: `)) {
        trace.message = text.slice(type!.length + 2);
        trace.last = index;
        break;
      }
      if (found) place = found;
      else if (line !== undefined) {
        const file = place['cell'] === undefined ? sourceFile(place['file']) : `<${place['cell']}>`;
        trace.frames.unshift({ file, line: numberOf(line), symbol: place['symbol'], rawLine: lines[index]!.rawLine });
      } else continue;
      trace.last = index;
    }
    return trace.frames.length > 0 ? { traces: [trace], next: trace.last + 1 } : undefined;
  },
};
