import { draft, findAbove, numberOf, textAt, type Draft, type FrameDraft, type Place, type Reader } from './reader.ts';
import { sourceFile } from './sourceFile.ts';

/** `at Type.Method(args) in file:line 12` (.NET), `at Type.Method (args) [0x1] in file:12` (Mono), or without a place. */
const FRAME =
  /^\s{1,20}at ([\w.<>`$|+,[\]&*=-]{1,400}) ?\(([^()]{0,400})\)(?: \[0x[\da-f]{1,8}\])?(?: in (.{1,400}):(?:line )?(\d{1,9}))?\s{0,3}(<---)?$/;
/** An argument list that is really a place, as JavaScript and the JVM write it. */
const PLACE =
  /^(?:.{0,300}:\d{1,9}|wasm:.{0,300}|<anonymous>|native|index \d{1,9}|[\w.]{1,100}\.(?:java|kt)|Native Method|Unknown Source)$/;
const HEADER =
  /((?:[A-Za-z_][\w`+]{0,100}\.){0,20}(?:[A-Za-z_][\w`+]{0,100})?(?:Exception|Error))(?: \(0x[\dA-Fa-f]{8}\))?: /;
const INNER = /^\s{0,20}---> /;
const MEMBER = /^\s{0,20}---> \(Inner Exception #\d{1,6}\) ([\w.`+]{1,300}): (.*)$/;
const MARK = /^\s{0,20}--- End of (inner exception )?.{0,80}---$/;
const LONGEST_MESSAGE = 30;

function frameOf(text: string, rawLine: number): { frame: FrameDraft; ends: boolean } | undefined {
  const match = FRAME.exec(text);
  if (!match || (match[3] === undefined && (PLACE.test(match[2]!) || !match[1]!.includes('.')))) return undefined;
  const file =
    match[3] === undefined || /^<[\da-f]{8,64}(?:#[\da-f]{1,64})?>$/.test(match[3]) ? undefined : sourceFile(match[3]);
  const frame = { file, line: file === undefined ? undefined : numberOf(match[4]), symbol: match[1], rawLine };
  return { frame, ends: match[5] !== undefined };
}

/** The error and what it wraps (`A: x ---> B: y`, in one line or several), outermost first. */
function chainAbove(place: Place): Draft[] {
  const { lines, at, floor } = place;
  let limit = LONGEST_MESSAGE;
  let found = findAbove(place, HEADER, limit);
  while (found && INNER.test(textAt(lines, found.index)) && limit > 0) {
    const above = findAbove({ lines, at: found.index, floor }, HEADER, limit);
    if (!above) break;
    limit -= found.index - above.index;
    found = above;
  }
  if (!found) return [draft('csharp', at, at)];
  const head = textAt(lines, found.index).slice(found.match.index);
  const texts = [head];
  for (let index = found.index + 1; index < at; index++) texts.push(textAt(lines, index).trim());
  const parts = texts.join('\n').split(/\s?---> /);
  return parts.map((part) => {
    const error = /^([\w.`+]{1,300})(?: \(0x[\dA-Fa-f]{8}\))?: (.*)$/s.exec(part.trim());
    return draft('csharp', found.index, at, { type: error?.[1], message: error?.[2] ?? part.trim() });
  });
}

export const dotnetReaders: readonly Reader[] = [
  {
    opens: FRAME,
    read(place, match) {
      const { lines, at } = place;
      if (!frameOf(match[0], 0)) return undefined;
      const chain = chainAbove(place);
      const root = chain[0]!;
      root.causes = chain.slice(1).map((cause) => Object.assign(cause, { relation: 'cause' as const }));
      let depth = chain.length - 1;
      let member: Draft | undefined;
      let last = at;
      for (let index = at; index < lines.length && index <= last + 3; index++) {
        const text = textAt(lines, index);
        const found = frameOf(text, lines[index]!.rawLine);
        const opened = found ? null : MEMBER.exec(text);
        const mark = (found ?? opened) ? null : MARK.exec(text);
        if (found) (member ?? chain[depth]!).frames.push(found.frame);
        else if (opened) {
          member = draft('csharp', index, index, {
            type: opened[1],
            message: opened[2]!.replace(/<---$/, ''),
            relation: 'member',
          });
          // The first one was printed as the inner exception already.
          if (!root.causes.some((cause) => cause.type === member?.type && cause.message === member?.message))
            root.causes.push(member);
        } else if (mark) depth = mark[1] === undefined ? depth : Math.max(0, depth - 1);
        else if (text !== '' && text !== '<---') break;
        else continue;
        last = (member ?? chain[depth]!).last = index;
        if (found?.ends) member = draft('csharp', index, index);
      }
      root.last = last;
      return { traces: [root], next: last + 1 };
    },
  },
];
