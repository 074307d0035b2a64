import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { projectFolder } from './folders.ts';

/**
 * Names the sources in a stack that names places in a bundle, as far as the source map beside the bundle knows them, and leaves out
 * mocha's own frames. Paths become relative to the checkout.
 */
export function sourceStack(stack: string, bundle: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const lines = stack.split('\n').map((line) =>
    line.replace(/[^\s(]*index\.js(?:#vscode-extension)?:(\d+):(\d+)/, (place, row: string, column: string) => {
      const origin = map.findOrigin(Number(row), Number(column));
      if (!('fileName' in origin)) {
        return place;
      }
      const file = path.relative(projectFolder, path.resolve(path.dirname(bundle), origin.fileName));
      return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
    }),
  );
  return lines.filter((line) => !/node_modules[\\/]mocha[\\/]|node:internal\//.test(line)).join('\n');
}
