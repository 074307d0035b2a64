import type { Root } from '../evidence/relativePaths.ts';
import type { Places } from '../ports.ts';
import type { CodePlace } from '../triage/places.ts';
import { locate } from './locate.ts';

/** The places with the workspace's own paths where it has their files; the others as the traces have them. Each place once. */
export async function locatePlaces(
  found: readonly CodePlace[],
  places: Pick<Places, 'roots' | 'hasFile' | 'filesEndingIn'>,
): Promise<CodePlace[]> {
  const located = await locate(found, places);
  const distinct = new Map<string, CodePlace>();
  for (const [index, place] of found.entries()) {
    const at = located[index];
    const known = at
      ? { ...place, file: at.path, isInWorkspace: true, ...(at.isByName ? { isByName: true } : {}) }
      : place;
    const key = `${known.file}:${known.line ?? ''}`;
    if (!distinct.has(key)) distinct.set(key, known);
  }
  return [...distinct.values()];
}

/**
 * Links from a workspace root, which open in the editor and on a forge. VS Code reads them from the root that the record lies in, or
 * from the first one: with several roots, places in another one stay without a link. `home` names the record's root.
 */
export function linkPlaces(places: readonly CodePlace[], roots: readonly Root[], home?: string): CodePlace[] {
  const prefix = roots.length > 1 ? `${home ?? roots[0]!.name}/` : '';
  return places.map((place) =>
    place.isInWorkspace && place.file.startsWith(prefix)
      ? { ...place, link: `/${place.file.slice(prefix.length).replaceAll('\\', '/')}` }
      : place,
  );
}
