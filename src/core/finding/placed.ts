import { locate, type Placement } from './anchor.ts';
import type { Finding, FindingPlace } from './model.ts';

/** A finding and where its line is now. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Absent for a finding that points to no line. */
  readonly placement?: Placement;
}

/**
 * Where the place's line is in the text of its file; `undefined` is a file that is gone. A place without an anchor was written by
 * hand: its line is believed as long as the file has it.
 */
export function placementIn({ line, anchor }: FindingPlace, text: string | undefined): Placement | undefined {
  if (line === undefined && text !== undefined) return undefined;
  if (line === undefined || text === undefined) return { kind: 'lost' };
  if (anchor) return locate(anchor, text);
  return line < text.split(/\r\n?|\n/).length ? { kind: 'exact', line } : { kind: 'lost' };
}

/** Reads each file once. `read` answers `undefined` for a file that is not there. */
export async function placeFindings(
  findings: readonly Finding[],
  read: (path: string) => Promise<string | undefined>,
): Promise<PlacedFinding[]> {
  const paths = [...new Set(findings.flatMap(({ place }) => place?.path ?? []))];
  const texts = new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
  return findings.map((finding) => {
    const placement = finding.place && placementIn(finding.place, texts.get(finding.place.path));
    return { finding, ...(placement ? { placement } : {}) };
  });
}

/** `src/a.ts:22` as it is now; the path alone where the line is lost; empty for a finding without a place. */
export function whereText({ finding: { place }, placement }: PlacedFinding): string {
  if (!place) return '';
  return placement === undefined || placement.kind === 'lost' ? place.path : `${place.path}:${placement.line + 1}`;
}
