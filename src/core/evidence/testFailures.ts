/** One failed test, as far as it is known. */
export interface TestFailure {
  readonly name: string;
  /** What it is part of, outermost first: `pricing > discounts`. Empty at the top. */
  readonly path: string;
  /** Error messages, and differences between what was expected and what came. */
  readonly messages: readonly string[];
  /** One line each: `at priceOrder (src/pricing.js:5:3)`. */
  readonly frames: readonly string[];
}

/**
 * Reads the answer of VS Code's own tool `testFailure`: XML-like, with texts that are not escaped (seen in 1.139;
 * undocumented). Tags that are not known are left out, their text is kept. Empty when it names no failed test.
 */
export function readTestFailures(answer: string): TestFailure[] {
  const text = answer.replace(/\r\n?/g, '\n');
  const starts = Array.from(text.matchAll(/^<testFailure\b(.*)>$/gm));
  return starts.map((start, index): TestFailure => {
    const from = start.index + start[0].length;
    const block = text.slice(from, starts[index + 1]?.index ?? text.length);
    const body = block.replace(/\n<\/testFailure>[^]*$/, '\n').replace(/^<output>\n[^]*$/m, '');
    return {
      name: attribute(start[1] ?? '', 'name') ?? '?',
      path: attribute(start[1] ?? '', 'path') ?? '',
      ...contentOf(body),
    };
  });
}

function contentOf(body: string): Pick<TestFailure, 'messages' | 'frames'> {
  const frames: string[] = [];
  const messages: string[] = [];
  const location = /^<location (.*)\/>$/m.exec(body)?.[1];
  const rest = body
    .replace(/^<stackFrame\b(.*?)(?:\/>|>(.*)<\/stackFrame>)$/gm, (_all, attributes: string, label?: string) => {
      frames.push(`at ${[label, placeOf(attributes)].filter(Boolean).join(' ')}`);
      return '';
    })
    .replace(/^<location .*\/>$/gm, '')
    .replace(
      /^<expectedOutput>\n([^]*?)\n<\/expectedOutput>\n<actualOutput>\n([^]*?)\n<\/actualOutput>$/gm,
      (_all, expected: string, actual: string) => {
        messages.push(difference(expected, actual));
        return '';
      },
    )
    .replace(/^<message>\n([^]*?)\n<\/message>$/gm, (_all, message: string) => {
      messages.push(message.trim());
      return '';
    })
    .replace(/^<\/?[A-Za-z]+>$/gm, '')
    .trim();
  if (rest !== '') messages.push(rest);
  if (frames.length === 0 && location) frames.push(`at ${placeOf(location)}`);
  return { messages, frames };
}

/** What a comparing test says when expected and actual differ. */
export function difference(expected: string, actual: string): string {
  const isShort = ![expected, actual].some((text) => text.includes('\n'));
  return isShort ? `Expected: ${expected}\nActual: ${actual}` : `Expected:\n${expected}\n\nActual:\n${actual}`;
}

function placeOf(attributes: string): string {
  const line = attribute(attributes, 'line');
  const column = attribute(attributes, 'col');
  return [attribute(attributes, 'path') ?? '', ...(line ? [line] : []), ...(line && column ? [column] : [])].join(':');
}

/** Values are written as JSON strings, paths without escapes. */
function attribute(text: string, name: string): string | undefined {
  const quoted = new RegExp(`(?:^|\\s)${name}=("(?:[^"\\\\]|\\\\.)*")`).exec(text)?.[1];
  if (quoted === undefined) return undefined;
  if (name === 'path' && !/ > /.test(quoted) && /[\\/]/.test(quoted)) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** All failures as a test runner would print them. */
export function testFailureText(failures: readonly TestFailure[]): string {
  return failures
    .map(({ name, path, messages, frames }) =>
      [`FAIL ${[path, name].filter(Boolean).join(' > ')}`, ...messages, ...frames.map((frame) => `    ${frame}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}
