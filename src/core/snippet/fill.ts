import { applyEdits, replace, type TextEdit } from '../text/edits.ts';
import { variableNames, type Lines, type ReviewPlace, type ReviewPlaces, type VariableName } from './reviewPlace.ts';
import { selectionMarkdown } from './selectionMarkdown.ts';
import { escapeSnippet, parseTemplate, variablesOf, type Part } from './template.ts';

/** VS Code writes the names of its variables in capitals. */
const VS_CODE = /^[A-Z][A-Z0-9_]*$/;

/** The variables of ours that a body uses, those inside of defaults included. */
function variablesIn(body: string): Set<VariableName> {
  return new Set(
    variablesOf(parseTemplate(body))
      .map(({ name }) => name)
      .filter(isOurs),
  );
}

/**
 * A body with our variables filled in from the place. One without a value, and one that nobody knows, becomes a placeholder with its
 * default or its name, as VS Code does it for its own snippet files; VS Code's own are left to it.
 */
function fill(body: string, place: ReviewPlace): string {
  return applyEdits(body, fillEdits(body, place));
}

/** Bodies filled in for the comment that is being written; the place is looked for once, and only when one of them needs it. */
export async function filledFor(
  { reviewPlaces }: { reviewPlaces: ReviewPlaces },
  bodies: readonly string[],
  text: string | undefined,
  thread?: Lines,
): Promise<string[]> {
  const wanted = new Set(bodies.flatMap((body) => [...variablesIn(body)]));
  const place = wanted.size === 0 ? {} : await reviewPlaces.read(wanted, text, thread);
  return bodies.map((body) => fill(body, place));
}

function fillEdits(body: string, place: ReviewPlace): TextEdit[] {
  const parts = parseTemplate(body);
  const edits: TextEdit[] = [];
  const stops = new Map<string, number>();
  const highest = highestStop(parts);
  let end = 0;
  for (const { name, start, end: to, parts: fallback } of variablesOf(parts)) {
    if (start < end || VS_CODE.test(name)) continue; // inside the default of one that has a value, or not ours
    if (name === 'selection' && place.selection) {
      const { before, after, text } = selectionMarkdown(body.slice(0, start), body.slice(to), place.selection);
      edits.push(replace(Math.max(end, start - before), to + after, escapeSnippet(text)));
      end = to + after;
      continue;
    }
    const value = valueOf(name, place);
    if (value !== undefined) {
      edits.push(replace(start, to, escapeSnippet(value)));
      end = to;
      continue;
    }
    const stop = stops.get(name) ?? highest + stops.size + 1;
    stops.set(name, stop);
    if (fallback) edits.push(replace(start + '${'.length, start + '${'.length + name.length, String(stop)));
    else edits.push(replace(start, to, `\${${stop}:${name}}`));
  }
  return edits;
}

function valueOf(name: string, place: ReviewPlace): string | undefined {
  if (name === 'file' || name === 'symbol' || name === 'branch') return place[name];
  if (name !== 'line' || place.line === undefined) return undefined;
  return place.lastLine === undefined ? String(place.line) : `${place.line}-${place.lastLine}`;
}

function highestStop(parts: readonly Part[]): number {
  return parts.reduce((highest, part) => {
    if (part.kind === 'text') return highest;
    return Math.max(highest, part.kind === 'stop' ? part.number : 0, highestStop(part.parts ?? []));
  }, 0);
}

function isOurs(name: string): name is VariableName {
  return (variableNames as readonly string[]).includes(name);
}
