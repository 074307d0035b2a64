/** Schemes and prefixes that bundlers and dev servers put before a path, in the order they are taken off. */
const DECORATIONS: readonly RegExp[] = [
  /^rsc:\/\/React\/[^/]{1,40}\//,
  /^(?:webpack-internal|turbopack):\/{2,3}(?:\([\w-]{1,40}\)\/)?(?:\[project\]\/)?/,
  /^.{0,300}?webpack:\/{1,3}(?:[@\w-]{1,60}\/(?=\.{1,2}\/|webpack\/|node_modules\/))?/,
  /^file:\/\/(?:\/(?=[A-Za-z]:))?(?:localhost)?/,
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?\/@fs(?=\/)/,
  /^\/@fs(?=\/)/,
];

/**
 * The path without what is not part of it: loader schemes, queries of dev servers, percent encoding, a leading `./`.
 * `undefined` for what names no file (`<anonymous>`, `native`, empty).
 */
export function sourceFile(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  let file = written.trim();
  for (const decoration of DECORATIONS) file = file.replace(decoration, '');
  file = file.replace(/\?[\w=&.%-]{0,200}$/, '').replace(/^(?:\.\/){1,9}/, '');
  if (/%[\dA-Fa-f]{2}/.test(file)) file = decoded(file);
  return file === '' ||
    file === 'native' ||
    file === '[native code]' ||
    /^<(?:anonymous|unknown|generated|filename unknown)[^>]*>$/.test(file)
    ? undefined
    : file;
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
