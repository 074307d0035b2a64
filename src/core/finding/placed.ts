import { HashedLines, locate, type Placement } from './anchor.ts';
import type { Finding, FindingPlace } from './model.ts';

/** A finding and where its line is now. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Absent for a finding that points to no line, or to one that a person wrote by hand, which nothing can verify. */
  readonly placement?: Placement;
}

/** Where the place's line is in its file as it is now; `undefined` as a file is one that is gone. */
export function placementIn({ anchor }: FindingPlace, file: HashedLines | undefined): Placement | undefined {
  if (!file) return { kind: 'lost' };
  return anchor && locate(anchor, file);
}

/** Reads each file once. `read` answers `undefined` for a file that is not there. */
export async function placeFindings(
  findings: readonly Finding[],
  read: (path: string) => Promise<string | undefined>,
): Promise<PlacedFinding[]> {
  const paths = [...new Set(findings.flatMap(({ place }) => place?.path ?? []))];
  const hashed = async (path: string): Promise<HashedLines | undefined> => {
    const text = await read(path);
    return text === undefined ? undefined : new HashedLines(text);
  };
  const files = new Map(await Promise.all(paths.map(async (path) => [path, await hashed(path)] as const)));
  return findings.map((finding) => {
    const placement = finding.place && placementIn(finding.place, files.get(finding.place.path));
    return { finding, ...(placement ? { placement } : {}) };
  });
}

/** `src/a.ts:22` as it is now, or as a person wrote it; the path alone where the line is lost; empty without a place. */
export function whereText({ finding: { place }, placement }: PlacedFinding): string {
  if (!place) return '';
  const line = placement === undefined ? place.line : placement.kind === 'lost' ? undefined : placement.line;
  return line === undefined ? place.path : `${place.path}:${line + 1}`;
}
